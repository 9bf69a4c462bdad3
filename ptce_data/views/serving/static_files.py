"""Streamlit's own static files: 404 for a file that does not exist, gzip for scripts and styles.

Streamlit serves its scripts uncompressed (several megabytes: fine on one's own machine, slow on a mobile network) and
answers an unknown file with its index page and status 200, which a browser would keep under the name of a script.
"""

import asyncio
import gzip
from pathlib import Path

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from ptce_data.views.serving.assets import FOREVER
from ptce_data.views.serving.not_found import not_found

PREFIX = "/static"

#: Long enough for the page that asked first to be painted: until then its scripts are sent uncompressed.
DELAY_SECONDS = 8.0

_TYPES = {".js": "text/javascript", ".css": "text/css"}


class StaticFiles:
    """Middleware for the addresses under `/static`, which are the files of `folder` when the server starts.

    A script or style that has been asked for is compressed in the background after `delay` seconds, once. What is
    kept in memory is bounded by the files of the folder, whatever addresses are asked.
    """

    def __init__(self, app: ASGIApp, folder: Path | None = None, delay: float = DELAY_SECONDS):
        folder = folder or Path(file_util.get_static_dir())
        self.app = app
        self.delay = delay
        self.files = {f"/{file.relative_to(folder).as_posix()}": file for file in _files(folder)}
        self.compressed: dict[str, bytes] = {}
        self.planned: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http" or not (path == PREFIX or path.startswith(f"{PREFIX}/")):
            await self.app(scope, receive, send)
        elif path not in self.files:
            await not_found(Request(scope))(scope, receive, send)
        elif not _can_be_compressed(scope, path):
            await self.app(scope, receive, send)
        elif path in self.compressed:
            await _gzip_response(path, self.compressed[path])(scope, receive, send)
        else:
            self._plan(path)
            await self.app(scope, receive, send)

    def _plan(self, path: str) -> None:
        if path not in self.planned:
            self.planned.add(path)
            loop = asyncio.get_running_loop()
            loop.call_later(self.delay, lambda: loop.run_in_executor(None, self._compress, path))

    def _compress(self, path: str) -> None:
        self.compressed[path] = gzip.compress(self.files[path].read_bytes(), compresslevel=6, mtime=0)


def _files(folder: Path) -> list[Path]:
    return [file for file in (folder / PREFIX.strip("/")).rglob("*") if file.is_file()]


def _can_be_compressed(scope: Scope, path: str) -> bool:
    """Whether this request accepts gzip and asks for the whole of a script or style, not for a part or a change."""
    headers = Headers(scope=scope)
    return (
        scope["method"] == "GET"
        and Path(path).suffix in _TYPES
        and "gzip" in headers.get("accept-encoding", "")
        and "range" not in headers
        and "if-none-match" not in headers
    )


def _gzip_response(path: str, body: bytes) -> Response:
    headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "Cache-Control": FOREVER}
    return Response(body, media_type=_TYPES[Path(path).suffix], headers=headers)
