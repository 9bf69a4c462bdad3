"""TCP_NODELAY on the sockets that listen: without it, each HTTP answer of `streamlit run` waits for some 40 ms.

An answer leaves in two segments, headers and body, and the second one waits until the client has acknowledged the
first. asyncio sets the option by itself on sockets whose protocol is IPPROTO_TCP; Streamlit makes its own with
protocol 0. Accepted connections inherit the option from the socket that listens.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

#: One entry for each open file of this process (Linux, macOS). Elsewhere nothing is set, and answers are only later.
_OPEN_FILES = "/dev/fd"


def send_without_delay() -> int:
    """Set the option on every listening TCP socket of this process, and give their number."""
    count = 0
    for number in _open_files():
        with suppress(OSError), _borrowed(number) as listener:  # OSError: not a socket, or closed meanwhile
            if _listens(listener):
                listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                count += 1
    return count


def _open_files() -> list[int]:
    with suppress(OSError):
        return [int(file.name) for file in Path(_OPEN_FILES).iterdir()]
    return []


@contextmanager
def _borrowed(number: int) -> Iterator[socket.socket]:
    """The socket of an open file, which stays open afterwards. Raises OSError for another kind of file."""
    borrowed = socket.socket(fileno=number)
    try:
        yield borrowed
    finally:
        borrowed.detach()


def _listens(candidate: socket.socket) -> bool:
    return (
        candidate.type == socket.SOCK_STREAM
        and candidate.family in (socket.AF_INET, socket.AF_INET6)
        and bool(candidate.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
    )
