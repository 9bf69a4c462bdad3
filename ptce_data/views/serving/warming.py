"""After the first page has been painted: import what later pages need, and put it out of the collector's way.

Streamlit ends every run with a full garbage collection, which alone is half of an empty page's answer time when
pandas and altair are loaded. What is loaded once and for all is frozen: the collector does not look at it again.
"""

import gc
import importlib
import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

LOG = logging.getLogger("ptce_data")

#: What some page or download imports where it is used, too slow to be met by a reader's first click.
LATER = (
    "ptce_data.statistics",
    "ptce_data.charts",
    "ptce_data.maps",
    "ptce_data.exports",
)

_lock = threading.Lock()
_seen: set[str] = set()
_serving = threading.Event()


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[None]:
    """Warming up is for a server: a script or a test that runs a page does without."""
    _serving.set()
    yield
    _serving.clear()


def painted(page: str) -> None:
    """Told at the end of each run; acts on a page's first run in this process, and warms up on the very first."""
    if page in _seen or not _serving.is_set():
        return
    with _lock:
        first = not _seen
        _seen.add(page)
    threading.Thread(target=_warm if first else freeze, name="warming", daemon=True).start()


def freeze() -> None:
    with _lock:
        gc.collect()
        gc.freeze()


def _warm() -> None:
    freeze()
    for name in LATER:
        try:
            module = importlib.import_module(name)
            getattr(module, "warm", lambda: None)()
        except Exception:  # a page that needs it will say so to its reader
            LOG.exception("Could not import %s ahead of its use", name)
    freeze()
