"""The releases that a folder keeps: which there are, which are in use, and back to one of them."""

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
class Kept:
    """A release of a folder. used: whether figures show it; whole: whether its files are those imported.

    release: None where its declaration can't be read. rows: of each table.
    """

    name: str
    release: Release | None
    rows: dict[str, int]
    used: bool
    whole: bool


def kept(folder: str | Path) -> tuple[Kept, ...]:
    """Every release of a folder, the latest first."""
    folder = Path(folder)
    try:
        used = set(paths.in_use(folder).values())
    except DataError:
        used = set()  # listing is how one finds what to restore
    homes = sorted(_homes(folder), key=lambda home: home.name, reverse=True)
    return tuple(_kept(home, home.name in used) for home in homes)


def restore(folder: str | Path, name: str) -> dict[str, str]:
    """Put a release back in use: its wave becomes the one shown, and later waves are set aside, kept as they are.

    name: a release's, or "demonstration" to show no wave at all. Returns wave → release now in use. Raises DataError.
    """
    folder = Path(folder)
    homes = {home.name: home for home in _homes(folder)}
    if name != DEMONSTRATION and name not in homes:
        known = ", ".join(sorted(homes, reverse=True)) or "aucune"
        raise _error(name, "livraison inconnue", f"prendre l’une de : {known}, ou {DEMONSTRATION}")
    if not homes:
        raise _error(str(folder), "aucune livraison dans ce dossier", "importer : « python -m ptce_data import »")
    with locked(folder):
        sweep(folder)
        waves = {} if name == DEMONSTRATION else _up_to(folder, homes[name])
        switch(folder, waves)
    return waves


def _up_to(folder: Path, home: Path) -> dict[str, str]:
    if not manifest.whole(home):
        raise _error(home.name, "fichiers manquants ou modifiés depuis l’import", "importer à nouveau l’enquête")
    wave = release(home).wave
    try:
        used = paths.in_use(folder)
    except DataError:
        used = {}  # a pointer that can't be read is what restoring repairs
    return {one: name for one, name in used.items() if one < wave} | {wave: home.name}


def _kept(home: Path, used: bool) -> Kept:
    rows = manifest.declared(home).get("rows")
    try:
        found = release(home)
    except DataError:
        found = None
    return Kept(home.name, found, rows if isinstance(rows, dict) else {}, used, manifest.whole(home))


def _homes(folder: Path) -> list[Path]:
    home = folder / RELEASES
    if not home.is_dir():
        return []
    return [one for one in home.iterdir() if one.is_dir() and not one.name.startswith(".")]


def _error(file: str, rule: str, remedy: str) -> DataError:
    return DataError((Fault(file, None, None, rule, remedy),))
