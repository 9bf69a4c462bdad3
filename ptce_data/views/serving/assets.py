"""Our two static files: the style sheet, under a name that changes with its content, and the site's icon."""

from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

_FOLDER = Path(__file__).parents[1]

ICON_FILE = _FOLDER / "static" / "icone.png"
ICON_PATH = "/favicon.png"  # the address Streamlit's document asks for

_STYLE = (_FOLDER / "style.css").read_bytes()
STYLE_PATH = f"/style.{sha256(_STYLE).hexdigest()[:12]}.css"

FOREVER = "public, max-age=31536000, immutable"


async def style(request: Request) -> Response:
    return Response(_STYLE, media_type="text/css", headers={"Cache-Control": FOREVER})


async def icon(request: Request) -> Response:
    return Response(ICON_FILE.read_bytes(), media_type="image/png", headers={"Cache-Control": "public, max-age=86400"})
