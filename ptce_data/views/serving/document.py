"""The HTML document: Streamlit's own index, in French, with our style sheet and a strict content policy.

Streamlit hard-codes `<html lang="en">`, its name as title and an English `noscript`; none of it can be configured.
"""

import re
from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from html import escape

from starlette.datastructures import MutableHeaders
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ptce_data.views.app.site_map import LEAD, NAME
from ptce_data.views.serving.assets import STYLE_PATH
from ptce_data.views.serving.preloads import preloads

NOSCRIPT = (
    "<noscript><p>Ce site a besoin de JavaScript. Les mêmes chiffres se lisent sans navigateur\u00a0: "
    "<code>python -m ptce_data figures</code>.</p></noscript>"
)

#: Streamlit asks two addresses whether its server is there before it connects to it. Told where that is, and which
#: other sites may command the page (none: the name is reserved for nobody), it connects at once and asks meanwhile. A
#: host that has its own way to tell it is left to do so. Back and forward are heard here, before Streamlit's own
#: listener is there, and answered by `live.js`.
_STRAIGHT = (
    '<script>window.__streamlit??={BACKEND_BASE_URL:new URL(".",location.href).href,'
    'HOST_CONFIG:{allowedOrigins:["https://nobody.invalid"],useExternalAuthToken:false}};'
    'addEventListener("popstate",event=>window.ptcePopped?.(event),true)</script>'
)

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def french(html: str) -> str:
    """Streamlit's document in French: language, title, description, style sheet, `noscript`."""
    html = re.sub(r'<html lang="[a-z-]*"', '<html lang="fr"', html, count=1)
    html = re.sub(r"<title>.*?</title>", f"<title>{escape(NAME)}</title>", html, count=1, flags=re.DOTALL)
    html = re.sub(r"<noscript>.*?</noscript>", NOSCRIPT, html, count=1, flags=re.DOTALL)
    html = re.sub(r'<link rel="service-desc"[^>]*>', "", html)  # the agent API is off
    head = f'<meta name="description" content="{escape(LEAD)}"><link rel="stylesheet" href=".{STYLE_PATH}">'
    return html.replace("</head>", f"{_STRAIGHT}{head}</head>", 1)


def policy(html: str) -> str:
    """The content security policy of this very document: its inline scripts by hash, everything else from here."""
    hashes = [f"'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'" for body in _INLINE_SCRIPT.findall(html)]
    return "; ".join(
        (
            "default-src 'self'",
            # 'wasm-unsafe-eval': the map's library compiles a WebAssembly module of its own; scripts stay forbidden.
            " ".join(("script-src 'self' 'wasm-unsafe-eval'", *hashes)),
            "style-src 'self' 'unsafe-inline'",  # Streamlit writes its styles into the page
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


@lru_cache(maxsize=8)
def document(body: bytes, announced: str = "") -> tuple[bytes, str]:
    """The bytes to serve instead of `body`, with the links announced in its head, and their policy.

    A document already in French is one of our components, which Streamlit serves: it stays as it is.
    """
    html = body.decode()
    if '<html lang="fr"' not in html:
        html = french(html).replace("</head>", f"{announced}</head>", 1)
    return html.encode(), policy(html)


class FrenchDocument:
    """Rewrites every HTML answer of Streamlit; other answers, and those of our `routes`, stream through untouched."""

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute] = ()):
        self.app = app
        self.routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or self._is_ours(scope):
            await self.app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def rewriting(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and _is_html(message):
                start = message  # held back: its length is about to change
            elif start is None:
                await send(message)
            elif message["type"] == "http.response.body":
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    await _send_document(start, body, send, scope)

        await self.app(_asking_plainly(scope), receive, rewriting)

    def _is_ours(self, scope: Scope) -> bool:
        return any(route.matches(scope)[0] != Match.NONE for route in self.routes)


def _is_html(message: Message) -> bool:
    headers = MutableHeaders(scope=message)
    html = headers.get("content-type", "").startswith("text/html")
    return html and message["status"] == 200 and "content-encoding" not in headers


def _asking_plainly(scope: Scope) -> Scope:
    """For pages, ask Streamlit for the whole document, as text: its ETag knows nothing of what we change in it."""
    if "." in scope["path"].rsplit("/", 1)[-1]:
        return scope
    skipped = {b"if-none-match", b"if-modified-since", b"range", b"accept-encoding"}
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in skipped]}


async def _send_document(start: Message, body: bytes, send: Send, scope: Scope) -> None:
    headers = MutableHeaders(scope=start)
    for name in ("etag", "last-modified", "accept-ranges", "content-length"):
        if name in headers:
            del headers[name]
    if body:  # Streamlit answers a HEAD without any
        body, headers["Content-Security-Policy"] = document(body, preloads(scope["path"]))
        headers["Content-Length"] = str(len(body))
    await send(start)
    await send({"type": "http.response.body", "body": body if scope["method"] == "GET" else b""})
