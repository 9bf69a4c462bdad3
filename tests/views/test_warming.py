"""Warming up is for a server: nothing happens in a script; later pages are prepared once, after the first run."""

import asyncio
import threading

import pytest

from ptce_data.views.serving import warming


@pytest.fixture
def done(monkeypatch):
    """What was asked to happen in the background, as (work, delay), and nothing of it done."""
    asked = []
    monkeypatch.setattr(warming, "_background", lambda work, after=0.0: asked.append((work, after)))
    monkeypatch.setattr(warming, "_painted", threading.Event())
    return asked


def test_a_script_or_a_test_warms_nothing(done):
    warming.painted()
    assert done == []


def test_a_server_prepares_the_home_page_then_the_others_once(done):
    async def serve():
        async with warming.lifespan(None):
            for _ in range(4):
                warming.painted()

    asyncio.run(serve())
    assert done == [(warming._first_page, 0.0), (warming._later_pages, warming.PAUSE_SECONDS)]


def test_every_module_to_import_later_exists():
    import importlib.util

    assert [name for name in warming.LATER if importlib.util.find_spec(name) is None] == []
