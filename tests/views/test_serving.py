"""What the server adds around Streamlit, asked through the real app's middleware over a small inner app."""

import asyncio
import gzip
import re
from hashlib import sha256

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from ptce_data.maps import geometry
from ptce_data.views.serving import MIDDLEWARE, ROUTES, document
from ptce_data.views.serving.bundles import LightBundles
from tests.views.asgi import ask, get

INDEX = """<!DOCTYPE html><html lang="en"><head><title>Streamlit</title><script>window.a = 1</script></head>
<body><noscript><p>You need to enable JavaScript.</p></noscript></body></html>"""
GZIP = {"Accept-Encoding": "gzip"}
SCRIPT = "const a = 1;\n" * 500


async def index(request):
    return HTMLResponse(INDEX, headers={"ETag": '"old"'})


async def script(request):
    return PlainTextResponse(SCRIPT, media_type="text/javascript")


@pytest.fixture
def app() -> Starlette:
    inner = [Route("/static/js/a.js", script), Route("/{path:path}", index)]
    return Starlette(routes=[*ROUTES, *inner], middleware=list(MIDDLEWARE))


@pytest.mark.parametrize("encoding", ["identity", "gzip, deflate, br"])
def test_the_document_is_french_whatever_the_browser_accepts(app, encoding):
    zipped = GZipMiddleware(app, minimum_size=1)  # as Streamlit does for its pages
    answer = get(zipped, "/effets?region=84", {"Accept-Encoding": encoding})
    assert '<html lang="fr"' in answer.text
    assert "<title>L’observatoire des PTCE</title>" in answer.text
    assert "You need" not in answer.text
    assert int(answer.headers["content-length"]) == len(answer.raw)


def test_a_document_of_ours_is_left_as_it_is_under_the_same_policy():
    ours = '<!doctype html><html lang="fr"><body><script src="keeper.js"></script></body></html>'
    assert document.french(ours) == ours
    assert "script-src 'self' 'wasm-unsafe-eval';" in document.policy(ours)


def test_a_compressed_index_is_asked_for_plainly():
    inner = Starlette(routes=[Route("/{path:path}", index)], middleware=[Middleware(GZipMiddleware, minimum_size=1)])
    answer = get(document.FrenchDocument(inner), "/effets", {"Accept-Encoding": "gzip"})
    assert '<html lang="fr"' in answer.text
    assert "content-security-policy" in answer.headers


def test_an_unchanged_index_of_streamlit_does_not_hide_our_changes(app):
    answer = get(app, "/", {"If-None-Match": '"old"'})
    assert answer.status == 200
    assert "etag" not in answer.headers


def test_the_policy_allows_the_inline_script_that_is_served_and_no_other(app):
    policy = get(app, "/").headers["content-security-policy"]
    assert "'sha256-" in policy
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert "http" not in policy
    assert document.policy(document.french(INDEX)) == policy
    assert document.policy(document.french(INDEX.replace("a = 1", "a = 2"))) != policy


def test_streamlit_is_told_where_it_is_and_no_other_site_may_command_it(app):
    html = get(app, "/effets").text
    (told,) = re.findall(r"<script>(window\.__streamlit.*?)</script>", html)
    assert 'new URL(".",location.href)' in told and re.findall(r"https?://[^\"]+", told) == ["https://nobody.invalid"]
    assert told.startswith("window.__streamlit??="), "what a host has told already stands"
    assert html.index(told) < html.index("</head>")


def test_every_answer_carries_the_usual_headers(app):
    for path in ("/", "/static/js/a.js", "/favicon.png"):
        headers = get(app, path).headers
        assert headers["x-content-type-options"] == "nosniff", path
        assert "referrer-policy" in headers, path
        assert "permissions-policy" in headers, path


def test_a_head_request_is_answered_without_a_body(app):
    answer = get(app, "/", method="HEAD")
    assert (answer.status, answer.raw) == (200, b"")


def test_the_style_sheet_of_the_document_is_served_for_good(app):
    address = get(app, "/").text.split('rel="stylesheet" href=".')[1].split('"')[0]
    answer = get(app, address)
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]


def test_a_bundle_is_compressed_once_asked_for():
    app = LightBundles(Starlette(routes=[Route("/static/js/a.js", script)]), delay=0)

    async def twice():
        first = await ask(app, "/static/js/a.js", GZIP)
        while not app.ready:
            await asyncio.sleep(0.001)  # compressed in the background
        return first, await ask(app, "/static/js/a.js", GZIP)

    first, second = asyncio.run(asyncio.wait_for(twice(), timeout=10))
    assert "content-encoding" not in first.headers
    assert second.headers["content-encoding"] == "gzip"
    assert second.headers["vary"] == "Accept-Encoding"
    assert second.text == SCRIPT == first.text
    assert len(second.raw) < len(SCRIPT) / 4


def test_a_browser_without_gzip_gets_the_bundle_as_it_is():
    app = LightBundles(Starlette(routes=[Route("/static/js/a.js", script)]), delay=0)
    app.ready["/static/js/a.js"] = gzip.compress(b"other")
    assert get(app, "/static/js/a.js").text == SCRIPT


def test_geometry_is_served_under_its_own_hash_only(app, monkeypatch):
    content = b'{"type": "FeatureCollection", "features": []}'
    monkeypatch.setattr(geometry, "geometries", lambda: {"regions": content})
    address = f"/geo/regions.{sha256(content).hexdigest()[:12]}.geojson"
    answer = get(app, address, GZIP)
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.body == get(app, address).raw == content
    assert get(app, address, {"If-None-Match": answer.headers["etag"]}).status == 304
    assert get(app, "/geo/regions.000000000000.geojson").status == 404
    assert get(app, "/geo/inconnue.000000000000.geojson").status == 404
