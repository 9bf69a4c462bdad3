"""Route `/geo/<name>.<hash>.geojson`: outlines, QPV, poles and their icons, which a browser fetches once."""

import gzip
from functools import lru_cache
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from ptce_data.views.serving.assets import FOREVER
from ptce_data.views.serving.not_found import not_found


async def geometry(request: Request) -> Response:
    """The geometry whose content has this hash; 404 for another hash, so that no browser keeps wrong content."""
    name = request.path_params["file"].split(".", 1)[0]
    found = await run_in_threadpool(_compressed, name)
    extension, media_type = _kind(name)
    if found is None or f"{name}.{found[0]}.{extension}" != request.path_params["file"]:
        return not_found(request)
    digest, small, plain = found
    headers = {"Cache-Control": FOREVER, "ETag": f'"{digest}"', "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(plain, media_type=media_type, headers=headers)
    return Response(small, media_type=media_type, headers=headers | {"Content-Encoding": "gzip"})


def _kind(name: str) -> tuple[str, str]:
    from ptce_data.maps.geometry import kind

    return kind(name)


def _compressed(name: str) -> tuple[str, bytes, bytes] | None:
    from ptce_data.maps.geometry import geometries

    content = geometries().get(name)
    return None if content is None else _pack(content)


@lru_cache(maxsize=16)
def _pack(content: bytes) -> tuple[str, bytes, bytes]:
    return sha256(content).hexdigest()[:12], gzip.compress(content, mtime=0), content
