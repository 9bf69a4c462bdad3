"""Fixtures of the data: a folder built from the committed facts, once for all the tests that only read it."""

import shutil
from pathlib import Path

import pytest

from ptce_data.build.data_folder import build
from ptce_data.datasets.reading import read


@pytest.fixture(scope="session")
def fresh_data(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder built just now, and its dictionary beside it. Read only."""
    folder = tmp_path_factory.mktemp("fresh")
    for part in ("facts", "outlines"):
        shutil.copytree(root / "data" / part, folder / part)
    build(folder, docs=folder)
    return folder


@pytest.fixture(scope="session")
def _small_template(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    for part in ("facts", "outlines"):
        shutil.copytree(root / "data" / part, folder / part)
    named = set(read("poles", root / "data")["commune_code"].dropna())
    named |= {code for codes in read("neighbourhoods", root / "data")["commune_codes"] for code in codes}
    path = folder / "facts" / "communes.csv"
    header, *lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if line.split(",")[0] in named | {"01001"}]
    path.write_text("".join([header, *kept]), encoding="utf-8", newline="\n")
    build(folder)
    return folder


@pytest.fixture
def small_data(_small_template: Path, tmp_path: Path) -> Path:
    """A sound data folder with some hundreds of communes only, the test's own to damage: quick to build and check."""
    return Path(shutil.copytree(_small_template, tmp_path / "small"))
