"""Where a file of a data folder is: in the release in use, in the folder, or in the data that comes with the project.

A folder into which waves were imported holds `releases/`, one folder per release, and `releases/current.json`, which
names the one in use for each wave. It needs nothing else: what it lacks is read from the bundled data. A release's own
folder is a data folder too: whoever must see one state of the data, whatever is imported meanwhile, asks for `pinned`.
"""

import json
from functools import lru_cache
from pathlib import Path

from ptce_data.datasets.catalogue import BUNDLED, SAMPLE_FILES, data_folder
from ptce_data.datasets.faults import DataError, Fault

RELEASES = "releases"
POINTER = "current.json"
_REMEDY = "choisir la livraison à montrer : « python -m ptce_data releases DOSSIER », puis « restore »"


def located(name: str, folder: str | Path | None = None) -> Path:
    """The path of a file of a data folder, by its name there (`structures.parquet`, `outlines/regions.geojson`).

    It may not exist: the reader says so. Raises DataError where `releases/current.json` can't be read.
    """
    folder = pinned(folder)
    if _is_release(folder):
        homes = (folder,) if name in SAMPLE_FILES else (folder.parent.parent, BUNDLED)
    elif pointer(folder).is_file():
        homes = (folder, BUNDLED)
    else:
        homes = (folder,)
    return next((home / name for home in homes if (home / name).is_file()), homes[0] / name)


def pinned(folder: str | Path | None = None) -> Path:
    """The folder of the latest wave's release in use, or the folder itself where there is none. Raises DataError."""
    folder = Path(folder if folder is not None else data_folder())
    names = in_use(folder)
    return folder / RELEASES / names[max(names)] if names else folder


def earlier(folder: str | Path | None = None) -> Path | None:
    """The folder of the release in use for the wave before the one shown, None where there is none.

    folder: a data folder, or a release's own. Raises DataError.
    """
    shown = pinned(folder)
    if not _is_release(shown):
        return None
    names = in_use(shown.parent.parent)
    before = [wave for wave in names if wave < shown.name.partition("-")[0]]
    return shown.parent / names[max(before)] if before else None


def in_use(folder: Path) -> dict[str, str]:
    """Wave → name of its release in use; empty where nothing was imported. Raises DataError."""
    file = pointer(folder)
    try:
        state = file.stat()
    except OSError:
        return {}
    # Every switch makes a new file: its inode tells two of the same instant and size apart.
    return dict(_read(file, state.st_ino, state.st_mtime_ns, state.st_size))


def pointer(folder: Path) -> Path:
    return folder / RELEASES / POINTER


def _is_release(folder: Path) -> bool:
    return folder.parent.name == RELEASES and pointer(folder.parent.parent).is_file()


@lru_cache(maxsize=16)
def _read(file: Path, inode: int, mtime: int, size: int) -> tuple[tuple[str, str], ...]:
    try:
        waves = json.loads(file.read_text(encoding="utf-8"))["waves"]
        names = tuple((str(wave), str(name)) for wave, name in waves.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        fault = Fault(f"{RELEASES}/{file.name}", None, None, "fichier illisible", _REMEDY)
        raise DataError((fault,)) from error
    for wave, name in names:
        # A name is one folder beside the pointer, never a way out of it.
        if Path(name).name != name or not name.startswith(f"{wave}-"):
            rule = f"{name[:80]!r} n’est pas le nom d’une livraison de la vague {wave[:20]}"
            raise DataError((Fault(f"{RELEASES}/{file.name}", None, None, rule, _REMEDY),))
    return names
