"""What is brought is never written to disk, never logged, never printed."""

import logging
import os
import sys
from contextlib import contextmanager

from ptce_data import intake
from tests.intake.hostile import GREEDY, HOSTILE
from tests.intake.making import GOOD_CSV, ods, xlsx

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_watched: list[str] | None = None


def _watch(event, arguments):
    """Every opening of a file by this process passes here, tempfile's and libraries' included."""
    if _watched is None:
        return
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
        _watched.append(str(arguments[0]))
    elif event.startswith(("tempfile.", "os.mkdir", "os.rename")):
        _watched.append(event)


sys.addaudithook(_watch)


@contextmanager
def watching():
    """Files opened for writing meanwhile. Inside the test itself: pytest opens its own around it."""
    global _watched
    intake.template_xlsx()  # imports happen now: compiled modules are written by Python itself
    _watched = []
    try:
        yield _watched
    finally:
        _watched = None


def everything():
    for name, content in (("a.csv", GOOD_CSV.encode()), ("a.xlsx", xlsx()), ("a.ods", ods())):
        upload = intake.read_upload(name, content)
        intake.reopen(intake.save(upload.pole))
        intake.mark_faults(name, content, upload.faults)
    faulty = intake.read_upload("a.csv", b"Nom;QPV\nLa Ruche;peut-etre\n")
    intake.mark_faults("a.csv", b"Nom;QPV\nLa Ruche;peut-etre\n", faulty.faults)
    for hostile in HOSTILE:
        if hostile.key not in (*GREEDY, "formula-last-cell", "bomb-aside", "ten-million-tags"):
            intake.read_upload(hostile.name, hostile.make())
    intake.template_xlsx.cache_clear()
    intake.template_xlsx()
    intake.template_csv()


def test_nothing_is_written_logged_or_printed(caplog, capfd, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.DEBUG)
    with watching() as written:
        everything()
    assert written == []
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []


def test_the_watch_sees_a_file(tmp_path):
    with watching() as written:
        (tmp_path / "seen").write_text("x")
    assert written == [str(tmp_path / "seen")]
