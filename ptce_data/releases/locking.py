"""One import at a time into a folder: the operating system drops the lock of a process that dies."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ptce_data.datasets.faults import DataError, Fault
from ptce_data.datasets.paths import RELEASES

LOCK = ".lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Lock the folder's `releases/`, made if it isn't there, while it changes.

    Raises DataError where another process holds the lock.
    """
    # Imported here: systems without fcntl can read releases, not import them.
    import fcntl

    releases = folder / RELEASES
    releases.mkdir(parents=True, exist_ok=True)
    with (releases / LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            rule = "un autre import est en cours dans ce dossier"
            raise DataError(
                (Fault(f"{RELEASES}/{LOCK}", None, None, rule, "attendre sa fin, puis relancer"),)
            ) from None
        yield
