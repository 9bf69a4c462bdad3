"""Many readers at once: sessions that speak the server's own protocol, each filtering the map again and again.

They are WebSocket clients, not browsers: a machine that runs 25 browsers would measure those.
"""

import asyncio
import itertools
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from ptce_data.schema.codes import SECTORS
from ptce_data.schema.cog import REGIONS
from tests.browser.server import Server

#: Links that the sessions go through, each from a place of its own: more of them than one session asks for.
LINKS = [f"region={region}&secteur={sector}" for sector in SECTORS.keys for region in REGIONS.keys]

MAX_SECONDS = 120


@dataclass(frozen=True)
class Crowd:
    """What the sessions saw: milliseconds from question to answer, reruns per second, kilobytes of server a session."""

    p50: float
    p95: float
    per_second: float
    kilobytes: float


def crowd(server: Server, sessions: int = 25, changes: int = 12) -> Crowd:
    """`sessions` readers each change their filters `changes` times, without a pause."""
    return asyncio.run(asyncio.wait_for(_crowd(server, sessions, changes), MAX_SECONDS))


async def _crowd(server: Server, sessions: int, changes: int) -> Crowd:
    address = server.url.replace("http", "ws", 1) + "/_stcore/stream"

    def open_one():
        return connect(address, subprotocols=["streamlit"], max_size=None, origin=server.url)

    async with AsyncExitStack() as stack:
        # The first crowd loads what is nobody's own (packages, answers kept for all); the second one is measured.
        await _walks([await stack.enter_async_context(open_one()) for _ in range(sessions)], changes)
        before = resident_kilobytes(server.pid)
        sockets = [await stack.enter_async_context(open_one()) for _ in range(sessions)]
        await asyncio.gather(*(_ask(socket, "") for socket in sockets))
        started = time.perf_counter()
        walks = await _walks(sockets, changes)
        elapsed = time.perf_counter() - started
        grown = resident_kilobytes(server.pid) - before
    waits = list(itertools.chain.from_iterable(walks))
    return Crowd(median(waits), quantiles(waits, n=20)[-1], len(waits) / elapsed, grown / sessions)


async def _walks(sockets: list[ClientConnection], changes: int) -> list[list[float]]:
    return await asyncio.gather(*(_walk(socket, i, changes) for i, socket in enumerate(sockets)))


async def _walk(socket: ClientConnection, index: int, changes: int) -> list[float]:
    start = index * changes % len(LINKS)
    links = itertools.islice(itertools.cycle(LINKS), start, start + changes)
    return [await _ask(socket, link) for link in links]


async def _ask(socket: ClientConnection, query: str) -> float:
    """Run the home page with a link; give the milliseconds until the server says that the script has ended."""
    question = BackMsg()
    question.rerun_script.query_string = query
    asked = time.perf_counter()
    await socket.send(question.SerializeToString())
    async for data in socket:
        message = ForwardMsg.FromString(data)
        if message.WhichOneof("type") == "script_finished":
            assert message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
            return (time.perf_counter() - asked) * 1000
    raise ConnectionError(f"the server closed the connection at {query!r}")


def resident_kilobytes(pid: int) -> int:
    """The memory that a process holds, as Linux counts it."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0])
