"""The tests test: each one can fail, none is skipped, no file is empty."""

import ast
from pathlib import Path

import pytest

FILES = sorted(Path(__file__).parents[1].rglob("test_*.py"))


def checks(node):
    """Whether a function holds an assert, a `raises`, or a helper named expect… or assert…"""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Assert):
            return True
        if isinstance(inner, ast.Call):
            name = ast.unparse(inner.func).rsplit(".", 1)[-1]
            if name in ("raises", "fail") or name.startswith(("expect", "assert", "check")):
                return True
    return False


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_test_can_fail(path):
    tree = ast.parse(path.read_text())
    tests = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test")]
    assert tests, "no test in this file"
    assert not [test.name for test in tests if not checks(test)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_test_is_skipped(path):
    tree = ast.parse(path.read_text())
    names = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not names & {"pytest.skip", "pytest.xfail", "pytest.importorskip", "mark.skip", "mark.skipif"}
    assert not [name for name in names if name.endswith((".mark.skip", ".mark.skipif", ".mark.xfail"))]
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Assert)]
    assert not [node.lineno for node in constants if isinstance(node.test, ast.Constant)]


def test_names_are_unique():
    assert len({path.name for path in FILES}) == len(FILES) > 5
