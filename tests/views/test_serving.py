"""What the server adds around Streamlit, asked through the real app's middleware over a small inner app."""

import asyncio
import gc
import re
import tracemalloc
from hashlib import sha256
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles as StarletteFiles
from streamlit import file_util

from ptce_data.maps import geometry
from ptce_data.views.serving import MIDDLEWARE, ROUTES, document
from ptce_data.views.serving.not_found import MESSAGE
from ptce_data.views.serving.static_files import StaticFiles
from tests.views.asgi import ask, get

INDEX = """<!DOCTYPE html><html lang="en"><head><title>Streamlit</title><script>window.a = 1</script></head>
<body><noscript><p>You need to enable JavaScript.</p></noscript></body></html>"""
GZIP = {"Accept-Encoding": "gzip"}
SCRIPT = "const a = 1;\n" * 500

#: Addresses under each prefix of the server that name nothing.
UNKNOWN = (
    "/static",
    "/static/",
    "/static/js/a.js/",
    "/static/js/invented.js",
    "/static/js/../index.html",
    "/static/media/invented.woff2",
    "/geo",
    "/geo/",
    "/geo/borders.000000000000.geojson",
    "/geo/invented.000000000000.geojson",
    "/geo/borders/more/of/it",
    "/style.css",
    "/style.000000000000.css",
    "/favicon.ico",
    "/favicon.png/more",
)


async def index(request):
    return HTMLResponse(INDEX, headers={"ETag": '"old"'})


ANY_PAGE = Route("/{path:path}", index)


@pytest.fixture
def folder(tmp_path) -> Path:
    """The static folder of a Streamlit with one script, one style and one font."""
    for name, text in {"js/a.js": SCRIPT, "css/a.css": "p {}\n" * 500, "media/a.woff2": "wOF2" * 500}.items():
        file = tmp_path / "static" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path


@pytest.fixture
def streamlit(folder) -> Starlette:
    """A small Streamlit: its files, and its index page for every other address."""
    return Starlette(routes=[Mount("/static", StarletteFiles(directory=folder / "static")), ANY_PAGE])


@pytest.fixture
def app(streamlit, folder, monkeypatch) -> Starlette:
    """Our routes and middleware around it."""
    monkeypatch.setattr(file_util, "get_static_dir", lambda: str(folder))
    return Starlette(routes=[*ROUTES, Mount("/", streamlit)], middleware=list(MIDDLEWARE))


@pytest.mark.parametrize("encoding", ["identity", "gzip, deflate, br"])
def test_the_document_is_french_whatever_the_browser_accepts(app, encoding):
    zipped = GZipMiddleware(app, minimum_size=1)  # as Streamlit does for its pages
    answer = get(zipped, "/effets?region=84", {"Accept-Encoding": encoding})
    assert '<html lang="fr"' in answer.text
    assert "<title>L’observatoire des PTCE</title>" in answer.text
    assert "You need" not in answer.text
    assert int(answer.headers["content-length"]) == len(answer.raw)


def test_the_document_of_a_component_of_ours_is_left_as_it_is_under_the_same_policy(root):
    documents = [file.read_text() for file in (root / "ptce_data/views").rglob("*.html")]
    assert documents
    for ours in documents:
        served, policy = document.document(ours.encode(), '<link rel="modulepreload" href="./static/js/a.js">')
        assert served.decode() == ours
        assert "script-src 'self' 'wasm-unsafe-eval'" in policy


def test_a_document_of_ours_keeps_its_own_policy_and_its_etag():
    async def ours(request):
        assert request.headers["if-none-match"] == '"mine"', "our route sees the headers of the browser"
        headers = {"Content-Security-Policy": "default-src 'none'", "ETag": '"mine"'}
        return HTMLResponse('<!doctype html><html lang="fr"><head></head></html>', headers=headers)

    routes = [Route("/ours/{name}", ours)]
    app = document.FrenchDocument(Starlette(routes=[*routes, ANY_PAGE]), routes)
    answer = get(app, "/ours/a", {"If-None-Match": '"mine"'})
    assert answer.text == '<!doctype html><html lang="fr"><head></head></html>'
    assert (answer.headers["content-security-policy"], answer.headers["etag"]) == ("default-src 'none'", '"mine"')
    assert "<title>L’observatoire des PTCE</title>" in get(app, "/other").text


def test_a_compressed_index_is_asked_for_plainly():
    inner = Starlette(routes=[ANY_PAGE], middleware=[Middleware(GZipMiddleware, minimum_size=1)])
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


@pytest.mark.parametrize("path", UNKNOWN)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_unknown_address_under_our_prefixes_is_a_404_in_french_that_nobody_keeps(app, path, method):
    answer = get(app, path, GZIP, method)
    assert (answer.status, answer.headers["cache-control"]) == (404, "no-store")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert method == "HEAD" or answer.text == MESSAGE


@pytest.mark.parametrize(("path", "kind"), [("/static/js/a.js", "text/javascript"), ("/static/css/a.css", "text/css")])
def test_a_script_or_style_is_compressed_once_it_has_been_asked_for(streamlit, folder, path, kind):
    app = StaticFiles(streamlit, folder, delay=0)

    async def twice():
        first = await ask(app, path, GZIP)
        while not app.compressed:
            await asyncio.sleep(0.001)  # compressed in the background
        return first, await ask(app, path, GZIP), await ask(app, path)

    first, second, plain = asyncio.run(asyncio.wait_for(twice(), timeout=10))
    assert "content-encoding" not in first.headers
    assert second.headers["content-encoding"] == "gzip"
    assert second.headers["vary"] == "Accept-Encoding"
    assert second.headers["content-type"].split(";")[0] == kind
    assert "immutable" in second.headers["cache-control"]
    assert second.text == first.text == plain.text == (folder / path[1:]).read_text()
    assert len(second.raw) < len(first.raw) / 4
    assert "content-encoding" not in plain.headers, "a browser without gzip gets the file as it is"


def test_streamlit_keeps_its_static_files_where_we_look_for_them(streamlit):
    """Its inside that we know: `file_util.get_static_dir`, and `static/` below it. Elsewhere, every script is a 404."""
    html = (Path(file_util.get_static_dir()) / "index.html").read_text()
    named = {f"/{address}" for address in re.findall(r'(?:src|href)="\./(static/[^"]+)"', html)}
    assert named and named <= set(StaticFiles(streamlit).files)


def test_a_font_is_not_compressed_again(streamlit, folder):
    app = StaticFiles(streamlit, folder, delay=0)
    assert get(app, "/static/media/a.woff2", GZIP).status == 200
    assert not app.planned


@pytest.mark.slow
def test_invented_addresses_leave_nothing_in_memory(app):
    async def ask_for(names):
        for name in names:
            for pattern in ("/static/js/{}.js", "/static/{}.css", "/geo/{}.geojson", "/geo/{}", "/style.{}.css", "/{}"):
                await ask(app, pattern.format(name), GZIP)

    asyncio.run(ask_for(f"a{number}" for number in range(20)))  # what is loaded once
    tracemalloc.start()
    try:
        asyncio.run(ask_for(f"b{number}" for number in range(20)))
        gc.collect()
        before, _ = tracemalloc.get_traced_memory()
        asyncio.run(ask_for(f"{number}".zfill(500) for number in range(400)))
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 100_000, "400 names of 500 characters under each prefix"


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
