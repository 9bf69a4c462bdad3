"""The files of the project: nothing of the machine they were written on, French apostrophes, no forbidden habit."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = {".py", ".md", ".toml", ".txt", ".css", ".js", ".json", ".csv", ".html", ".yml", ".cfg", ""}
FILES = sorted(
    path
    for path in ROOT.rglob("*")
    if path.is_file()
    and path.suffix in TEXT
    and path.relative_to(ROOT).parts[0] not in (".git", ".venv", ".venv-newest", "build")
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


def test_no_straight_apostrophe_in_french_words():
    """The spaces before ; ? ! % are checked where they are read: in the browser, on every page."""
    faults = [
        f"{path.relative_to(ROOT)}:{line}: {text[:80]!r}"
        for path in SOURCES
        for line, text in strings(path)
        if _STRAIGHT_APOSTROPHE.search(text)
    ]
    assert len(SOURCES) > 50 and not faults, "\n".join(faults)


def test_no_module_sets_a_locale():
    """It would be the whole process's: another session's numbers would change."""
    faults = [str(path.relative_to(ROOT)) for path in SOURCES if "setlocale" in path.read_text()]
    assert len(SOURCES) > 50 and not faults, "\n".join(faults)
