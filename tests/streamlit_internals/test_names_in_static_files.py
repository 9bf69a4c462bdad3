"""The names that our style, scripts and code take from Streamlit's insides exist in the Streamlit that is installed.

A name that is gone breaks nothing loudly: a rule of the style no longer applies, and the page looks wrong.
"""

import ast
import importlib
import re
from pathlib import Path

import pytest
import streamlit

VIEWS = Path(__file__).parents[2] / "ptce_data" / "views"
_TEST_ID = re.compile(r"data-testid[*^$~|]?=\\?[\"']?([A-Za-z]+)")
_CLASS = re.compile(r"(?<![\w-])\.(st[A-Z][A-Za-z]+)")


def shipped() -> str:
    """All the scripts that Streamlit serves to the browser, as one text."""
    files = sorted((Path(streamlit.__file__).parent / "static").rglob("*.js"))
    assert files, "this Streamlit keeps its scripts elsewhere"
    return "".join(path.read_text() for path in files)


@pytest.mark.parametrize("pattern", [_TEST_ID, _CLASS], ids=["data-testid", "class"])
def test_every_name_is_in_the_scripts_of_streamlit(pattern):
    text = shipped()
    files = [path for path in VIEWS.rglob("*") if path.suffix in (".css", ".js", ".py", ".html")]
    named = {(path.name, name) for path in files for name in pattern.findall(path.read_text())}
    missing = sorted(f"{file}: {name}" for file, name in named if name not in text)
    assert named and not missing, "Streamlit no longer has:\n" + "\n".join(missing)


def test_every_module_and_name_imported_from_its_insides_exists():
    missing, seen = [], 0
    for path in sorted(VIEWS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                modules = [node.module]
            for module in (module for module in modules if module.split(".")[0] == "streamlit"):
                seen += 1
                names = [alias.name for alias in node.names] if isinstance(node, ast.ImportFrom) else []
                missing += [f"{path.name}: {fault}" for fault in absent(module, names)]
    assert seen and not missing, "Streamlit no longer has:\n" + "\n".join(missing)


def absent(module: str, names: list[str]) -> list[str]:
    """The dotted names that can't be imported from a module."""
    try:
        found = importlib.import_module(module)
    except ImportError:
        return [module]
    return [f"{module}.{name}" for name in names if not hasattr(found, name) and absent(f"{module}.{name}", [])]


def test_a_name_that_does_not_exist_is_noticed():
    assert absent("streamlit", ["markdown", "no_such_name"]) == ["streamlit.no_such_name"]
    assert absent("streamlit.no_such_module", []) == ["streamlit.no_such_module"]
    assert "stNoSuchName" not in shipped()
