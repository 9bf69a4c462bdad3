"""Whatever stops an import, at whatever moment, one whole release or the other is in use."""

import io
import os
import random
import signal
import subprocess
import sys
import threading
import time

import pyarrow.parquet as pq
import pytest

from ptce_data.datasets import paths, reading
from ptce_data.datasets.faults import DataError
from ptce_data.releases import import_survey, manifest, restore, stored_releases
from ptce_data.releases.locking import locked
from tests.releases import surveys

RUN = "import sys; from ptce_data.__main__ import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def old_and_new(tmp_path):
    """A folder whose wave of 2027 has 8 structures, and a survey of 9."""
    into = tmp_path / "data"
    import_survey(surveys.folder(tmp_path / "old", surveys.survey(8)), "2027", into)
    return into, surveys.folder(tmp_path / "new", surveys.survey(9))


def sizes(into) -> set[int]:
    """Structures and respondents of what is shown, its files being those imported."""
    home = paths.pinned(into)
    assert manifest.is_intact(home)
    return {len(reading.read("structures", into)), reading.read("responses", into)["respondent_id"].nunique()}


class Stopped(BaseException):
    """The machine stops here: nothing of the process runs afterwards but what unwinds."""


#: What an import does to the disk, one by one.
OPERATIONS = (
    *((os, name) for name in ("replace", "fsync", "open", "fchmod", "fdopen", "mkdir", "chmod")),
    (io, "open"),
    (pq, "write_table"),
)


@pytest.mark.slow
def test_stopped_at_each_file_operation_the_old_or_the_new_is_whole(old_and_new, monkeypatch):
    into, new = old_and_new
    outcomes = []
    for step in range(200):
        count = 0

        def stopping(real, step=step):
            def run(*arguments, **named):
                nonlocal count
                count += 1
                if count == step + 1:
                    raise Stopped
                return real(*arguments, **named)

            return run

        with monkeypatch.context() as patched:
            for module, name in OPERATIONS:
                patched.setattr(module, name, stopping(getattr(module, name)))
            try:
                import_survey(new, "2027", into)
                ended = True
            except Stopped:
                ended = False
        outcomes.append(next(iter(sizes(into))))
        assert len(sizes(into)) == 1
        if ended:
            break
    assert ended and step > 10
    assert outcomes[0] == 8 and outcomes[-1] == 9
    assert outcomes == sorted(outcomes)  # once in use, the new one stays


def test_releases_of_one_second_are_listed_the_latest_first(old_and_new):
    into, new = old_and_new
    names = [paths.in_use(into)["2027"]]
    for _ in range(3):
        import_survey(new, "2027", into)
        names.append(paths.in_use(into)["2027"])
    assert [one.name for one in stored_releases(into)] == list(reversed(dict.fromkeys(names)))


def test_an_operation_that_fails_leaves_the_old_release_and_no_litter(old_and_new, monkeypatch):
    into, new = old_and_new
    before = sorted(path.name for path in (into / "releases").iterdir())

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        import_survey(new, "2027", into)
    assert sorted(path.name for path in (into / "releases").iterdir()) == before
    assert sizes(into) == {8}


@pytest.mark.process
def test_killed_at_any_moment_the_old_or_the_new_is_whole(old_and_new):
    into, new = old_and_new
    command = [sys.executable, "-c", RUN, "import", str(new), "--wave", "2027", "--into", str(into)]
    began = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    whole = time.monotonic() - began
    first = restore(into, stored_releases(into)[-1].name)
    draw = random.Random(7)
    outcomes = []
    for _ in range(30):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * draw.uniform(0.6, 1.1))
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = sizes(into)
        assert found in ({8}, {9})
        outcomes.append(found)
        restore(into, first["2027"])  # also what the next import finds: whatever was left behind
        assert sizes(into) == {8}
    import_survey(new, "2027", into)
    assert sizes(into) == {9}
    assert not [path for path in (into / "releases").iterdir() if path.name.startswith((".staging", ".current"))]


def test_a_reader_sees_one_release_while_another_is_switched(old_and_new):
    into, new = old_and_new
    names = {8: paths.in_use(into)["2027"]}
    import_survey(new, "2027", into)
    names[9] = paths.in_use(into)["2027"]
    seen, stop = set(), threading.Event()

    def read():
        while not stop.is_set():
            home = paths.pinned(into)
            pair = tuple(len(reading.read(key, home)) for key in ("structures", "responses"))
            seen.add(pair)

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(60):
        restore(into, names[8 + turn % 2])
    stop.set()
    reader.join()
    assert seen <= {(8, 8), (9, 9)} and seen


def test_two_imports_at_once_the_second_is_told(old_and_new):
    into, new = old_and_new
    with locked(into), pytest.raises(DataError) as refused:
        import_survey(new, "2027", into)
    assert "un autre import est en cours" in str(refused.value)
    assert "attendre" in str(refused.value)
    import_survey(new, "2027", into)
    assert sizes(into) == {9}


def test_releases_are_never_written_again(old_and_new):
    into, _ = old_and_new
    home = paths.pinned(into)
    assert {oct(file.stat().st_mode & 0o777) for file in home.iterdir()} == {"0o444"}
