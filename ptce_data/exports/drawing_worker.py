"""The process that draws: `python drawing_worker.py FONTS` reads requests on stdin and writes pictures on stdout.

It is a process of its own because vl-convert holds the interpreter's lock for a whole drawing: in the server it would
stop every reader. It ends when its stdin ends, so it does not outlive the server; when a drawing hangs; and when
nothing has been asked for a while, to give its 130 MB back.

A message is its length (4 bytes, big-endian) and its content. A request is JSON: `{"spec": …, "format": "png"}`. An
answer starts with one byte, `OK` or `FAILED`, followed by the picture, or by the reason in UTF-8.
"""

import contextlib
import json
import os
import signal
import struct
import sys
from typing import BinaryIO

OK, FAILED = b"\x01", b"\x00"

#: A drawing takes less than a second. The server waits for LIMIT_SECONDS before it ends this process.
LIMIT_SECONDS = 30
IDLE_SECONDS = 600

_LENGTH = struct.Struct(">I")


def write_message(stream: BinaryIO, content: bytes) -> None:
    """Raises OSError when nobody reads."""
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def read_message(stream: BinaryIO) -> bytes:
    """The next message. Raises EOFError at the end of the stream, even inside a message."""
    (length,) = _LENGTH.unpack(_read(stream, _LENGTH.size))
    return _read(stream, length)


def _read(stream: BinaryIO, length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content


def main(fonts: str) -> None:
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not write among the pictures
    end_after(LIMIT_SECONDS)
    import vl_convert

    vl_convert.register_font_directory(fonts)
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            end_after(IDLE_SECONDS)
            request = json.loads(read_message(requests))
            # Longer than the server's own limit: this one is for a server that has been killed meanwhile.
            end_after(2 * LIMIT_SECONDS)
            write_message(answers, answer(vl_convert, request))


def answer(converter, request: dict) -> bytes:
    try:
        return OK + picture(converter, **request)
    except Exception as fault:  # whatever is wrong with one drawing, the next one is drawn
        return FAILED + str(fault).encode()


def picture(converter, spec: dict, format: str) -> bytes:
    """The picture of a Vega-Lite spec, as PNG at twice the size of the screen, or as SVG. No address is fetched."""
    if format == "png":
        return converter.vegalite_to_png(spec, scale=2, allowed_base_urls=[])
    return converter.vegalite_to_svg(spec, allowed_base_urls=[]).encode()


def end_after(seconds: int) -> None:
    """End this process by a signal of the system, which works while a drawing holds the interpreter's lock."""
    if hasattr(signal, "alarm"):  # not on Windows, where only the server's limit stands
        signal.alarm(seconds)


if __name__ == "__main__":
    main(sys.argv[1])
