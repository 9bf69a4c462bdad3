"""The list "Adding" of docs/architecture.md: each entry is tried here on a scratch copy, and names files that exist."""

import re
from pathlib import Path

from tests.adding.scratch import listed

#: It needs a registry of packages; that locks satisfy `pyproject.toml` is held by tests/consistency.
NOT_TRIED = {"A dependency"}


def test_every_entry_is_tried(root):
    walks = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    tried = set(re.findall(r"check_listed\(\"([^\"]+)\"\)", walks))
    assert tried and set(listed(root)) - NOT_TRIED <= tried


def test_the_files_that_entries_name_exist(root):
    for entry, words in listed(root).items():
        for name in re.findall(r"`([\w./-]+\.(?:py|toml))`", words):
            assert (root / name).is_file(), f"{entry}: {name}"
