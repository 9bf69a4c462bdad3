"""The process that draws: the same pictures as in-process, whatever happens to it, and never another reader's."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import vl_convert

from ptce_data import exports
from ptce_data.exports import Format, Kind, drawing, drawing_worker, pictures
from ptce_data.exports.drawing import NOT_DRAWN, DrawingError, Worker
from ptce_data.views.components.downloads import content
from tests.figures_by_hand import LEGAL, MIXED

pytestmark = pytest.mark.process

SPEC = pictures.picture(LEGAL)
LONG_ENOUGH = 30


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def titled(name: str) -> dict:
    return pictures.picture(replace(LEGAL, title=name))


@pytest.mark.parametrize("result", [LEGAL, MIXED], ids=["legal", "mixed"])
def test_pictures_are_those_that_are_drawn_in_process(result):
    vl_convert.register_font_directory(str(drawing.FONTS))
    spec = pictures.picture(result)
    assert exports.png(result) == vl_convert.vegalite_to_png(spec, scale=2, allowed_base_urls=[])
    assert exports.svg(result) == vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]).encode()


def test_the_process_that_asks_does_not_draw(root):
    """vl-convert holds the interpreter's lock: in the server it would stop every reader."""
    code = (
        "import sys; from ptce_data import exports; from tests.figures_by_hand import LEGAL; exports.png(LEGAL); "
        "sys.exit('vl_convert' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=root, timeout=LONG_ENOUGH).returncode == 0


def test_one_process_draws_every_picture(worker):
    worker.draw(SPEC, "svg")
    first = worker.process.pid
    worker.draw(SPEC, "png")
    assert worker.process.pid == first


def test_a_killed_process_is_replaced_and_the_reader_notices_nothing(worker):
    expected = worker.draw(SPEC, "svg")
    killed = worker.process
    killed.kill()  # not waited for: the next request may meet it dying
    assert worker.draw(SPEC, "svg") == expected
    assert worker.process.pid != killed.pid


def test_a_hanging_drawing_is_ended_and_the_next_one_is_drawn(worker, caplog):
    expected = worker.draw(SPEC, "svg")
    hanging = worker.process
    os.kill(hanging.pid, signal.SIGSTOP)
    worker.limit = 0.3
    with pytest.raises(DrawingError) as told:
        worker.draw(SPEC, "svg")
    assert str(told.value) == NOT_DRAWN
    assert "0.3 seconds" in caplog.text
    assert hanging.returncode == -signal.SIGKILL
    worker.limit = LONG_ENOUGH
    assert worker.draw(SPEC, "svg") == expected


def test_a_reader_does_not_wait_for_ever_behind_others(worker):
    worker.limit = 0.1
    with worker._lock, pytest.raises(DrawingError):
        worker.draw(SPEC, "svg")


def test_a_process_that_always_ends_is_not_started_for_ever(worker):
    worker.command = (sys.executable, "-c", "")
    with pytest.raises(DrawingError) as told:
        worker.draw(SPEC, "svg")
    assert "twice" in told.value.cause


def test_a_drawing_that_fails_leaves_the_process_to_the_next_one(worker):
    worker.draw(SPEC, "svg")
    process = worker.process
    with pytest.raises(DrawingError) as told:
        worker.draw({"mark": "no such mark", "data": {"values": []}}, "svg")
    assert str(told.value) == NOT_DRAWN and told.value.cause
    assert worker.draw(SPEC, "svg").startswith(b"<svg")
    assert worker.process is process


def test_readers_who_ask_together_get_each_their_own_picture(worker):
    names = [f"Figure numéro {number}" for number in range(100, 112)]
    with ThreadPoolExecutor(6) as readers:
        drawn = list(readers.map(lambda name: worker.draw(titled(name), "svg").decode(), names))
    assert [set(re.findall(r"Figure numéro \d+", picture)) for picture in drawn] == [{name} for name in names]


def test_an_answer_that_was_not_read_is_not_given_to_the_next_reader(worker, monkeypatch):
    def interrupted(stream):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(drawing_worker, "read_message", interrupted)
        worker.draw(titled("La figure de quelqu’un"), "svg")
    assert "quelqu’un" not in worker.draw(SPEC, "svg").decode()


def test_the_process_ends_with_the_one_that_started_it(root):
    """Even killed. Both hold the same stderr, which ends when the last of them has."""
    code = (
        "from ptce_data import exports; from tests.figures_by_hand import LEGAL; exports.svg(LEGAL); "
        "print('drawn', flush=True); input()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", code], cwd=root, **pipes) as server:
        assert server.stdout.readline() == b"drawn\n"
        server.kill()
        _, errors = server.communicate(timeout=LONG_ENOUGH)
    assert errors == b""


def test_an_abandoned_process_ends_by_itself(root):
    """When the server is killed while a drawing hangs, nobody reads or writes any more."""
    code = "from ptce_data.exports.drawing_worker import end_after; import time; end_after(1); time.sleep(60)"
    ended = subprocess.run([sys.executable, "-c", code], cwd=root, timeout=LONG_ENOUGH)
    assert ended.returncode == -signal.SIGALRM


@pytest.mark.parametrize("extension", ["png", "svg"])
def test_a_reader_whose_picture_cannot_be_drawn_is_told_in_french_what_to_do(extension):
    def make(subject):
        raise DrawingError("whatever")

    format = Format("image", "Image", "Image", extension, "image", {Kind.FIGURE: make})
    assert content(format, Kind.FIGURE, LEGAL) == exports.not_drawn(extension)


def test_the_picture_that_says_so_says_the_words_of_the_error():
    svg = exports.not_drawn("svg").decode()
    assert " ".join(re.findall(r"<text[^>]*>(.*?)</text>", svg)) == NOT_DRAWN
    vl_convert.register_font_directory(str(drawing.FONTS))
    drawn = vl_convert.svg_to_png(svg, scale=2)
    assert exports.not_drawn("png") == drawn, "draw not_drawn.png again: vl_convert.svg_to_png(svg, scale=2)"
