"""Warm-up of a server: what the home page needs at start, what other pages import after the first page is painted."""

import importlib
import logging
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from ptce_data.views import live
from ptce_data.views.serving import tcp_options

LOG = logging.getLogger("ptce_data")

#: What some page or download imports where it is used, too slow for a reader's first click to wait for.
LATER = ("ptce_data.statistics", "ptce_data.charts", "ptce_data.exports")

#: The first reader's browser still asks for scripts and outlines: imports would delay these answers.
PAUSE_SECONDS = 3.0

_lock = threading.Lock()
_serving = threading.Event()
_painted = threading.Event()
_prepared = threading.Event()


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[None]:
    """Warming up is for a server: a script or a test that runs a page does without."""
    _serving.set()
    tcp_options.send_without_delay()
    live.declare()
    _background(_first_page)
    yield
    _serving.clear()


def prepared() -> bool:
    """Whether the home page's answer and shapes are computed."""
    return _prepared.is_set()


def painted() -> None:
    """Called at the end of each run; the first one in a server starts the warm-up of the later pages."""
    if not _serving.is_set():
        return
    with _lock:
        first = not _painted.is_set()
        _painted.set()
    if first:
        _background(_later_pages, PAUSE_SECONDS)


def _background(work: Callable[[], None], after: float = 0.0) -> None:
    timer = threading.Timer(after, work)
    timer.daemon = True
    timer.start()


def _first_page() -> None:
    """Compute the home page's answer while the first browser is still fetching Streamlit's scripts."""
    try:
        from ptce_data.maps import geometry
        from ptce_data.selection import Selection
        from ptce_data.views.app import page, site_map

        page.prepare(Selection(), site_map.HOME)
        geometry.geometries()
        _prepared.set()
    except Exception:  # the page itself will tell its reader
        LOG.exception("The home page could not be prepared")


def _later_pages() -> None:
    for name in LATER:
        try:
            module = importlib.import_module(name)
            getattr(module, "warm", lambda: None)()
        except Exception:  # a page that needs it will say so to its reader
            LOG.exception("Could not import %s ahead of its use", name)
