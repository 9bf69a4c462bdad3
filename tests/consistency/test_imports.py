"""One direction of imports: every module has its room, no import turns back, Streamlit stays in its rooms."""

import ast
import subprocess
import sys
import tomllib

import pytest

STREAMLIT_ROOMS = ("app.py", "pages/", "ptce_data/views/")


def imported(path):
    """The names of the modules that a file imports, at its head or inside a function."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.fixture(scope="module")
def sources(root):
    found = [root / "app.py", *(root / "pages").rglob("*.py"), *(root / "ptce_data").rglob("*.py")]
    assert len(found) > 20
    return found


@pytest.mark.process
def test_no_import_turns_back(root):
    command = [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"]
    linted = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert "0 broken" in linted.stdout and "0 kept" not in linted.stdout


def test_every_module_has_its_room(root):
    contracts = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (contract,) = (contract for contract in contracts if contract["type"] == "layers")
    rooms = {room.strip() for layer in contract["layers"] for room in layer.split("|")}
    modules = {path.stem for path in (root / "ptce_data").iterdir() if path.suffix == ".py" or any(path.glob("*.py"))}
    assert modules - {"__init__"} == rooms, "every module or package of ptce_data is in one layer of pyproject.toml"


def test_streamlit_stays_in_its_rooms(root, sources):
    users = {
        path.relative_to(root).as_posix()
        for path in sources
        if any(name.split(".")[0] == "streamlit" for name in imported(path))
    }
    assert users, "nobody imports Streamlit: this test reads the wrong files"
    assert not {path for path in users if not path.startswith(STREAMLIT_ROOMS)}


@pytest.mark.process
@pytest.mark.parametrize("package", ["scipy", "vl_convert"])
def test_slow_packages_wait_until_they_are_used(root, package):
    """They cost up to a second each: opening the home page must not pay for an interval or an export."""
    code = f"import sys, ptce_data, ptce_data.indicators; sys.exit({package!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=root).returncode == 0
