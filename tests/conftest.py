"""Fixtures for every test: the project's folder, and a data folder that a test may break."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is slow: what a clock says is for `make bench`, never for a test.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture
def copied_data(tmp_path: Path) -> Path:
    """A copy of the bundled data folder, the test's own to damage. Give it to the app as PTCE_DATA."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys last: the quick tests speak first, and Playwright, once started, leaves no room for another loop."""
    items.sort(key=lambda item: (ROOT / "tests/browser") in item.path.parents)
