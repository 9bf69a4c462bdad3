"""The files of the project: nothing of the machine they were written on, French apostrophes, no forbidden habit."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = {".py", ".md", ".toml", ".txt", ".css", ".js", ".json", ".csv", ".html", ".yml", ".cfg", ""}
FILES = sorted(
    path
    for path in ROOT.rglob("*")
    if path.is_file()
    and path.suffix in TEXT
    and path.relative_to(ROOT).parts[0] not in (".git", ".venv", "build")
    and not any("cache" in part or part == ".hypothesis" for part in path.relative_to(ROOT).parts[:-1])
)
SOURCES = [path for path in FILES if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in ("ptce_data", "pages")]

#: Folders of one machine, and hosts that packages are fetched from: anyone's may differ.
_MACHINE = re.compile(
    r"(?<![\w.:/])/(?:work|home|root|opt|Users)/|\bpypi\.(?:org|io)|pythonhosted\.|\bregistry\.npm|--(?:extra-)?index-url",
)
_STRAIGHT_APOSTROPHE = re.compile(r"\b(?:[cdjlmnst]|qu|aujourd)'[a-zà-öø-ÿ]", re.IGNORECASE)


def strings(path):
    """(line, text) of the string constants of a source file that aren't docstrings."""
    tree = ast.parse(path.read_text())
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def test_no_file_names_a_machine():
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in FILES
        for match in _MACHINE.finditer(path.read_text(errors="replace"))
    ]
    assert len(FILES) > 50 and not found, "\n".join(found)


def test_file_names_are_plain():
    assert not [str(path) for path in FILES if not path.relative_to(ROOT).as_posix().isascii()]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_straight_apostrophe_in_french_words(path):
    """The spaces before ; ? ! % are checked where they are read: in the browser, on every page."""
    found = [f"{path.name}:{line}: {text[:80]!r}" for line, text in strings(path) if _STRAIGHT_APOSTROPHE.search(text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_has_one_purpose_and_no_locale(path):
    text = path.read_text()
    assert "setlocale" not in text
    assert len(text.splitlines()) <= 330, "split it: a file has one purpose"
