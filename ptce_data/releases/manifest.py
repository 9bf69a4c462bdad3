"""`release.json` of an imported release: what its owner declares, its files, the version of each question."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from ptce_data.datasets.catalogue import DATASET, SAMPLE
from ptce_data.datasets.release import FILE, Release
from ptce_data.schema.questions import QUESTIONS


def write_manifest(release: Release, folder: Path, rows: Mapping[str, int], reworded: Iterable[str] = ()) -> str:
    """Write `release.json` beside the Parquet files of `folder`; return the short hash that names the release.

    rows: of each table; reworded: questions that this wave words, or puts to others, otherwise than the codebook.
    """
    declared = asdict(release) | {
        "rows": dict(rows),
        "versions": {question.key: question.version for question in QUESTIONS}
        | {key: f"{release.wave}, vague" for key in reworded},
        "files": hashes(folder),
    }
    content = json.dumps(declared, ensure_ascii=False, indent=2) + "\n"
    (folder / FILE).write_text(content, encoding="utf-8", newline="\n")
    return hashlib.sha256(content.encode()).hexdigest()[:8]


def read_manifest(folder: Path) -> dict:
    """The content of `release.json`, {} where it can't be read."""
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def hashes(folder: Path) -> dict[str, str]:
    """File → SHA-256 of the tables of a release; a missing file isn't there."""
    files = (folder / DATASET[key].file for key in SAMPLE)
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.is_file()}


def is_intact(folder: Path) -> bool:
    """Whether the tables of a release are those that were imported, byte for byte."""
    files = hashes(folder)
    return len(files) == len(SAMPLE) and read_manifest(folder).get("files") == files


def versions(folder: Path) -> dict[str, str]:
    """Question → version of its wording and base in the release of a folder."""
    declared = read_manifest(folder).get("versions")
    return declared if isinstance(declared, dict) else {}
