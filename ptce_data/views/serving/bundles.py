"""Streamlit's JavaScript, compressed once it has been asked for.

Streamlit serves its bundles as they are (several megabytes: sensible on one's own machine, slow on a train). The
first visitor gets them so; a moment later, when the page is up, they are compressed in the background and every
later visitor gets a quarter of the bytes.
"""

import asyncio
import gzip

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ptce_data.views.serving.assets import FOREVER

#: Long enough for the page that asked to be painted first.
DELAY_SECONDS = 8.0
_TYPES = {".js": "text/javascript", ".css": "text/css"}


class LightBundles:
    def __init__(self, app: ASGIApp, delay: float = DELAY_SECONDS):
        self.app = app
        self.delay = delay
        self.ready: dict[str, bytes] = {}
        self.planned: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if not _concerned(scope, path):
            await self.app(scope, receive, send)
        elif path in self.ready:
            await _compressed(path, self.ready[path])(scope, receive, send)
        else:
            await self._pass(path, scope, receive, send)

    async def _pass(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the answer through, and keep its body to compress it later."""
        body = bytearray()
        complete = False

        async def keeping(message: Message) -> None:
            nonlocal complete
            if message["type"] == "http.response.start":
                complete = message["status"] == 200 and "content-encoding" not in Headers(scope=message)
            elif complete:
                body.extend(message.get("body", b""))
            await send(message)

        await self.app(scope, receive, keeping)
        if complete and body and path not in self.planned:
            self.planned.add(path)
            loop = asyncio.get_running_loop()
            loop.call_later(self.delay, lambda: loop.run_in_executor(None, self._compress, path, bytes(body)))

    def _compress(self, path: str, body: bytes) -> None:
        self.ready[path] = gzip.compress(body, compresslevel=6, mtime=0)


def _concerned(scope: Scope, path: str) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or "/static/" not in path:
        return False
    headers = Headers(scope=scope)
    return (
        path[path.rfind(".") :] in _TYPES
        and "gzip" in headers.get("accept-encoding", "")
        and "range" not in headers
        and "if-none-match" not in headers
    )


def _compressed(path: str, body: bytes) -> Response:
    headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "Cache-Control": FOREVER}
    return Response(body, media_type=_TYPES[path[path.rfind(".") :]], headers=headers)
