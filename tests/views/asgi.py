"""Ask an ASGI app one question, without a server: just what the tests of the middleware need."""

import asyncio
import gzip
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    raw: bytes

    @property
    def body(self) -> bytes:
        return gzip.decompress(self.raw) if self.headers.get("content-encoding") == "gzip" else self.raw

    @property
    def text(self) -> str:
        return self.body.decode()


async def ask(app, path: str, headers: dict[str, str] | None = None, method: str = "GET") -> Answer:
    """The app's answer; names of headers in lower case."""
    path, _, query = path.partition("?")
    sent = []

    requests = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive():
        if not requests:  # the client stays connected until it has its answer
            await asyncio.Event().wait()
        return requests.pop()

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    await app(scope, receive, send)
    answered = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], answered, b"".join(message.get("body", b"") for message in sent[1:]))


def get(app, path: str, headers: dict[str, str] | None = None, method: str = "GET") -> Answer:
    """The same, for a test that asks once."""
    return asyncio.run(ask(app, path, headers, method))
