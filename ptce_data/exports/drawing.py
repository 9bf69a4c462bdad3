"""Vega-Lite spec → picture, in one worker process: the server's threads go on while a picture is drawn."""

import atexit
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from ptce_data.exports import drawing_worker

LOG = logging.getLogger(__name__)

FONTS = Path(__file__).with_name("fonts")
COMMAND = (sys.executable, "-P", drawing_worker.__file__, str(FONTS))

NOT_DRAWN = (
    "Cette image n’a pas pu être dessinée. Demandez-la de nouveau dans un instant\u202f; "
    "les mêmes chiffres sont dans le fichier CSV."
)


class DrawingError(Exception):
    """A picture could not be drawn. Its message is for the reader; the cause is in the log."""

    def __init__(self, cause: str):
        super().__init__(NOT_DRAWN)
        self.cause = cause


def not_drawn(format: str) -> bytes:
    """A picture made beforehand, as `"png"` or `"svg"`, that says what DrawingError says."""
    return Path(__file__).with_name(f"not_drawn.{format}").read_bytes()


class Worker:
    """One process that draws one picture at a time, started when it is needed and replaced when it has ended.

    limit: seconds that a drawing may take, and that a request may wait for those before it.
    """

    def __init__(self, command: Sequence[str] = COMMAND, limit: float = drawing_worker.LIMIT_SECONDS):
        self.command = command
        self.limit = limit
        self.process: subprocess.Popen | None = None
        self._lock = threading.Lock()

    def draw(self, spec: dict, format: str) -> bytes:
        """The picture of a spec as `"png"` or `"svg"`. Raises DrawingError."""
        request = json.dumps({"spec": spec, "format": format}).encode()
        if not self._lock.acquire(timeout=self.limit):
            raise _logged("other pictures took all the time")
        try:
            answer = self._answer(request)
        finally:
            self._lock.release()
        if answer[:1] != drawing_worker.OK:
            raise _logged(answer[1:].decode(errors="replace"))
        return answer[1:]

    def close(self) -> None:
        """End the process, if there is one. The next drawing starts another."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            for stream in (self.process.stdin, self.process.stdout):
                with suppress(OSError):  # what was not sent cannot be sent any more
                    stream.close()
            self.process = None

    def _answer(self, request: bytes) -> bytes:
        """The answer of the running process; of a new one if that one ended, as it does when nothing is asked."""
        for _ in range(2):
            with suppress(EOFError, OSError):
                return self._exchange(request)
        raise _logged("the process ended twice while it drew")

    def _exchange(self, request: bytes) -> bytes:
        if self.process is None or self.process.poll() is not None:
            self.close()
            self.process = _start(self.command)
        expired = threading.Event()
        timer = threading.Timer(self.limit, _expire, (self.process, expired))
        timer.daemon = True
        timer.start()
        try:
            drawing_worker.write_message(self.process.stdin, request)
            return drawing_worker.read_message(self.process.stdout)
        except BaseException:
            self.close()  # an answer that nobody has read must not become the answer to the next request
            if expired.is_set():
                raise _logged(f"not drawn in {self.limit} seconds") from None
            raise
        finally:
            timer.cancel()


def _start(command: Sequence[str]) -> subprocess.Popen:
    """A session of its own: Ctrl-C in the server's terminal ends the server, and with it the process's stdin."""
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)


def _expire(process: subprocess.Popen, expired: threading.Event) -> None:
    expired.set()
    process.kill()


def _logged(cause: str) -> DrawingError:
    LOG.error("A picture was not drawn: %s", cause)
    return DrawingError(cause)


_WORKER = Worker()
atexit.register(_WORKER.close)


def draw(spec: dict, format: str) -> bytes:
    """The picture of a Vega-Lite spec that holds its data, as `"png"` or `"svg"`. Raises DrawingError."""
    return _WORKER.draw(spec, format)
