"""Many sessions at once in one process: none meets the run of another, and nothing that Streamlit writes is shared."""

import asyncio
import functools
import gc
import importlib
import pkgutil
from contextlib import AsyncExitStack

import pydeck
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest
from websockets.asyncio.client import ClientConnection, connect

import ptce_data
from ptce_data.views.app.errors import UNEXPECTED
from ptce_data.views.app.site_map import HOME, PAGES
from tests.browser.server import Server, running

SESSIONS, RUNS = 20, 25
MAX_SECONDS = 120


def test_twenty_sessions_open_every_page_at_once_and_none_fails():
    """The runs of one session start while those of the others are under way."""
    with running() as server:
        failed = asyncio.run(asyncio.wait_for(_crowd(server), MAX_SECONDS))
    assert not failed, f"{len(failed)} of {SESSIONS * RUNS} runs failed: {failed[:5]}"


async def _crowd(server: Server) -> list[str]:
    address = server.url.replace("http", "ws", 1) + "/_stcore/stream"
    async with AsyncExitStack() as stack:
        sockets = [
            await stack.enter_async_context(
                connect(address, subprotocols=["streamlit"], max_size=None, origin=server.url)
            )
            for _ in range(SESSIONS)
        ]
        failures = await asyncio.gather(*(_walk(socket, start) for start, socket in enumerate(sockets)))
    return [failure for failed in failures for failure in failed]


async def _walk(socket: ClientConnection, start: int) -> list[str]:
    """Open pages one after the other, each session from a page of its own; give the pages whose run failed."""
    walked = [PAGES[(start + step) % len(PAGES)].key for step in range(RUNS)]
    return [key for key in walked if not await _opens(socket, key)]


async def _opens(socket: ClientConnection, key: str) -> bool:
    question = BackMsg()
    question.rerun_script.page_name = "" if key == HOME else key
    await socket.send(question.SerializeToString())
    drawn = 0
    async for data in socket:
        message = ForwardMsg.FromString(data)
        drawn += message.WhichOneof("type") == "delta"
        if UNEXPECTED[:40].encode() in data or "exception" in str(message.delta.new_element.WhichOneof("type")):
            return False
        if message.WhichOneof("type") == "script_finished":
            return message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY and drawn > 3
    return False


@pytest.fixture
def visited(root) -> None:
    """Every page has been drawn in this process."""
    for page in PAGES:
        app = AppTest.from_file(str(root / "ptce_data/views/app/main.py"), default_timeout=60)
        app.switch_page(str(page.file)).run()
        assert not app.exception, page.key


def test_no_cache_holds_what_streamlit_writes_into(visited):
    """A page, a Deck or a container in a cache or in a module is shared by all sessions."""
    shared = [f"{holder}: {type(held).__name__}" for holder, kept in _kept() for held in _reachable(kept)]
    assert not shared, "\n".join(shared)


def _kept():
    """(name, object) of every cache of the library that holds something."""
    names = [module.name for module in pkgutil.walk_packages(ptce_data.__path__, "ptce_data.")]
    found = 0
    for name in names:
        if name.endswith(("__main__", ".main")):
            continue
        for attribute, value in vars(importlib.import_module(name)).items():
            if isinstance(value, functools._lru_cache_wrapper) and value.__module__ == name:
                found += value.cache_info().currsize
                yield f"{name}.{attribute}", value
    assert found > 20, "the pages have filled no cache: this test looks at nothing"


def _reachable(cache, limit: int = 200_000):
    """Objects of Streamlit or pydeck that a cache leads to."""
    seen, waiting = set(), [referent for referent in gc.get_referents(cache) if not callable(referent)]
    while waiting and len(seen) < limit:
        held = waiting.pop()
        if id(held) in seen or isinstance(held, str | bytes | int | float | type) or callable(held):
            continue
        seen.add(id(held))
        if isinstance(held, pydeck.Deck) or type(held).__module__.split(".")[0] == "streamlit":
            yield held
        waiting.extend(gc.get_referents(held))


def test_a_chart_leaves_its_cached_specification_as_it_was(root, monkeypatch):
    """Specifications are shared by all figures of one shape: Streamlit draws them without a change."""
    import copy

    import streamlit as st

    given, drawn = [], st.vega_lite_chart

    def watched(data, spec, **options):
        given.append((spec, copy.deepcopy(spec)))
        return drawn(data, spec, **options)

    monkeypatch.setattr(st, "vega_lite_chart", watched)
    app = AppTest.from_file(str(root / "ptce_data/views/app/main.py"), default_timeout=60)
    app.switch_page(str(root / "pages/effets.py")).run()
    assert len(given) > 3 and all(spec == before for spec, before in given)
