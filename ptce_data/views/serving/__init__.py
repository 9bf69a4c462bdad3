"""What the server adds around Streamlit: a French document, strict headers, geometry, compressed scripts."""

from starlette.middleware import Middleware
from starlette.routing import Route

from ptce_data.views.serving.assets import ICON_PATH, STYLE_PATH, icon, style
from ptce_data.views.serving.document import FrenchDocument
from ptce_data.views.serving.geometry_route import geometry
from ptce_data.views.serving.headers import SafeHeaders
from ptce_data.views.serving.not_found import not_found
from ptce_data.views.serving.static_files import StaticFiles
from ptce_data.views.serving.warming import lifespan

__all__ = ["MIDDLEWARE", "ROUTES", "lifespan"]

#: Our addresses. Each prefix ends with a 404: without it, Streamlit answers an unknown address with its page.
ROUTES = (
    Route("/geo/{file}", geometry),
    Route("/geo", not_found),
    Route("/geo/{rest:path}", not_found),
    Route(STYLE_PATH, style),
    Route("/style.{rest:path}", not_found),
    Route(ICON_PATH, icon),
    Route("/favicon.{rest:path}", not_found),
)

MIDDLEWARE = (
    Middleware(SafeHeaders),
    Middleware(StaticFiles),
    Middleware(FrenchDocument, routes=ROUTES),
)
