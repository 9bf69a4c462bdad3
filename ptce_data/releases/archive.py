"""The releases of a data folder: which there are, which are in use, and how to put one back in use."""

from dataclasses import dataclass
from pathlib import Path

from ptce_data.datasets import paths
from ptce_data.datasets.faults import DataError, Fault
from ptce_data.datasets.paths import RELEASES
from ptce_data.datasets.release import Release, release
from ptce_data.releases import manifest
from ptce_data.releases.locking import locked
from ptce_data.releases.switching import sweep, switch

#: What `restore` takes for the sample that comes with the project.
DEMONSTRATION = "demonstration"


@dataclass(frozen=True)
class StoredRelease:
    """A release of a folder. used: whether figures show it; whole: whether its files are those imported.

    release: None where its declaration can't be read. rows: of each table.
    """

    name: str
    release: Release | None
    rows: dict[str, int]
    used: bool
    whole: bool


def stored_releases(folder: str | Path) -> tuple[StoredRelease, ...]:
    """Every release of a folder, the latest first."""
    folder = Path(folder)
    try:
        used = set(paths.in_use(folder).values())
    except DataError:
        used = set()  # the list is needed to choose what to restore
    stored_folders = sorted(_folders(folder), key=lambda stored: stored.name, reverse=True)
    return tuple(_stored_release(stored, stored.name in used) for stored in stored_folders)


def restore(folder: str | Path, name: str) -> dict[str, str]:
    """Put a release back in use: its wave becomes the one shown, and later waves are set aside, their files unchanged.

    name: a release's, or "demonstration" to show no wave at all. Returns wave → release now in use. Raises DataError.
    """
    folder = Path(folder)
    stored_folders = {stored.name: stored for stored in _folders(folder)}
    if name != DEMONSTRATION and name not in stored_folders:
        known = ", ".join(sorted(stored_folders, reverse=True)) or "aucune"
        raise _error(name, "livraison inconnue", f"prendre l’une de : {known}, ou {DEMONSTRATION}")
    if not stored_folders:
        raise _error(str(folder), "aucune livraison dans ce dossier", "importer : « python -m ptce_data import »")
    with locked(folder):
        sweep(folder)
        waves = {} if name == DEMONSTRATION else _up_to(folder, stored_folders[name])
        switch(folder, waves)
    return waves


def _up_to(folder: Path, stored: Path) -> dict[str, str]:
    if not manifest.is_intact(stored):
        raise _error(stored.name, "fichiers manquants ou modifiés depuis l’import", "importer à nouveau l’enquête")
    wave = release(stored).wave
    try:
        used = paths.in_use(folder)
    except DataError:
        used = {}  # a pointer that can't be read is what restoring repairs
    return {year: name for year, name in used.items() if year < wave} | {wave: stored.name}


def _stored_release(stored: Path, used: bool) -> StoredRelease:
    rows = manifest.read_manifest(stored).get("rows")
    try:
        declared = release(stored)
    except DataError:
        declared = None
    return StoredRelease(
        stored.name, declared, rows if isinstance(rows, dict) else {}, used, manifest.is_intact(stored)
    )


def _folders(folder: Path) -> list[Path]:
    releases = folder / RELEASES
    if not releases.is_dir():
        return []
    return [stored for stored in releases.iterdir() if stored.is_dir() and not stored.name.startswith(".")]


def _error(file: str, rule: str, remedy: str) -> DataError:
    return DataError((Fault(file, None, None, rule, remedy),))
