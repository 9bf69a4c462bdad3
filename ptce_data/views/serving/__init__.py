"""What the server adds around Streamlit: a French document, strict headers, geometry, light bundles."""

from starlette.middleware import Middleware
from starlette.routing import Route

from ptce_data.views.serving.assets import ICON_PATH, STYLE_PATH, icon, style
from ptce_data.views.serving.bundles import LightBundles
from ptce_data.views.serving.document import FrenchDocument
from ptce_data.views.serving.geometry_route import geometry
from ptce_data.views.serving.headers import SafeHeaders
from ptce_data.views.serving.warming import lifespan

__all__ = ["MIDDLEWARE", "ROUTES", "lifespan"]

ROUTES = (
    Route("/geo/{file}", geometry),
    Route(STYLE_PATH, style),
    Route(ICON_PATH, icon),
)

MIDDLEWARE = (
    Middleware(SafeHeaders),
    Middleware(LightBundles),
    Middleware(FrenchDocument),
)
