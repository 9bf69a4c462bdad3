"""Fixtures of the data: a folder built from the committed facts, once for all the tests that only read it."""

import shutil
from pathlib import Path

import pytest

from ptce_data.datasets.building import build


@pytest.fixture(scope="session")
def fresh_data(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder built just now, and its dictionary beside it. Read only."""
    folder = tmp_path_factory.mktemp("fresh")
    for part in ("facts", "outlines"):
        shutil.copytree(root / "data" / part, folder / part)
    build(folder, docs=folder)
    return folder
