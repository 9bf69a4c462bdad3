"""The scratch copy that each walk of "Adding" (docs/architecture.md) changes."""

from pathlib import Path

import pytest

from tests.adding.scratch import Scratch, copied


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return copied(tmp_path)
