"""Writing a release, then putting it in use in one step: whenever the machine stops, the old or the new one is whole.

The release is written in a staging folder, forced to the disk, then renamed. It is not read until the pointer, a file
of one line written the same way, replaces the former pointer: that replacement is the switch.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ptce_data.datasets.paths import RELEASES, pointer

#: What an import that was stopped may leave behind.
_STAGING = ".staging-"
_POINTING = ".current-"


@contextmanager
def staging_folder(folder: Path) -> Iterator[Path]:
    """An empty folder beside the releases; removed in the end unless `store` gave it a name. Needs `locked`."""
    releases = folder / RELEASES
    sweep(folder)
    staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=releases))
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def store(staging: Path, name: str) -> Path:
    """Force the files of `staging` to the disk, never to be written again, and give the folder its name."""
    for file in sorted(staging.iterdir()):
        _force(file)
        file.chmod(0o444)
    staging.chmod(0o755)
    _force(staging)
    stored = staging.with_name(name)
    if not stored.is_dir():  # else the same bytes, imported within the second: the name holds their hash
        staging.replace(stored)
    _force(stored.parent)
    return stored


def switch(folder: Path, waves: Mapping[str, str]) -> None:
    """Put these releases in use, by wave, in one step."""
    target = pointer(folder)
    handle, name = tempfile.mkstemp(prefix=_POINTING, dir=target.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump({"waves": dict(sorted(waves.items()))}, file)
        file.flush()
        os.fchmod(file.fileno(), 0o644)
        os.fsync(file.fileno())
    Path(name).replace(target)
    _force(target.parent)


def sweep(folder: Path) -> None:
    """Remove what an import that was stopped left behind. Needs `locked`: an import in progress looks the same."""
    for leftover in (folder / RELEASES).glob(".*"):
        if leftover.name.startswith(_STAGING):
            shutil.rmtree(leftover, ignore_errors=True)
        elif leftover.name.startswith(_POINTING):
            leftover.unlink(missing_ok=True)


def _force(path: Path) -> None:
    """To the disk: a file's bytes, or a folder's names."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
