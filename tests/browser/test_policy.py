"""What the server says with its pages: a strict content security policy, the usual headers, no detail of itself."""

import urllib.error
import urllib.request

import pytest
from playwright.sync_api import Browser

from tests.browser.driving import visit


@pytest.fixture(scope="module")
def headers(server):
    with urllib.request.urlopen(server.url) as response:
        return {name.lower(): value for name, value in response.headers.items()}


def directives(policy):
    return {part.split()[0]: part.split()[1:] for part in policy.split(";") if part.strip()}


def test_the_policy_allows_the_server_alone(headers):
    policy = directives(headers["content-security-policy"])
    assert policy["default-src"] == ["'self'"]
    assert "'unsafe-inline'" not in policy["script-src"] and "'unsafe-eval'" not in policy["script-src"]
    hosts = {value for values in policy.values() for value in values if "." in value or "*" in value or "//" in value}
    assert not {host for host in hosts if not host.startswith("'sha256-")}
    assert policy["frame-ancestors"] and policy["object-src"] == ["'none'"]


def test_the_usual_headers_are_there(headers):
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] in ("no-referrer", "same-origin", "strict-origin-when-cross-origin")


def test_the_policy_bites(chromium: Browser, server):
    """The policy is enforced, not only announced: an injected script does not run. (A context of its own: the
    witness of the other tests would report what is blocked here on purpose.)"""
    with chromium.new_context(base_url=server.url) as context:
        page = context.new_page()
        visit(page, "/")
        ran = page.evaluate(
            """() => { const script = document.createElement('script'); script.textContent = 'window.__ran = true';
            document.body.append(script); return Boolean(window.__ran); }"""
        )
        assert ran is False


def test_an_unknown_address_says_nothing_of_the_server(server):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{server.url}/geo/unknown.0000.geojson")
    with refused.value as answer:
        assert answer.code == 404
        assert "Traceback" not in answer.read().decode()
