"""The tests test: each one can fail, none is skipped, no file is empty."""

import ast
import re
from pathlib import Path

FILES = sorted(Path(__file__).parents[1].rglob("test_*.py"))

_SKIPPED = re.compile(r"(?:^pytest\.(?:skip|xfail|importorskip)|\bmark\.(?:skip|skipif|xfail))$")
_PROCESS = re.compile(r"^subprocess\.|\.Popen$|\.(?:kill|send_signal|terminate)$")


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


def functions_of(path):
    """The test functions of a file."""
    tree = ast.parse(path.read_text())
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test")]


def words_of(node):
    """The dotted names that a piece of code reads: `subprocess.run`, `worker.process.kill`…"""
    return {ast.unparse(inner) for inner in ast.walk(node) if isinstance(inner, ast.Attribute | ast.Name)}


def test_every_test_can_fail():
    empty = [f"{path.name}: no test in this file" for path in FILES if not functions_of(path)]
    unable = [
        f"{path.name}: {test.name} checks nothing" for path in FILES for test in functions_of(path) if not checks(test)
    ]
    assert len(FILES) > 5 and not empty + unable, "\n".join(empty + unable)


def test_no_test_is_skipped():
    faults = []
    for path in FILES:
        tree = ast.parse(path.read_text())
        faults += [f"{path.name}: {word}" for word in words_of(tree) if _SKIPPED.search(word)]
        asserts = [node for node in ast.walk(tree) if isinstance(node, ast.Assert)]
        constants = [node.lineno for node in asserts if isinstance(node.test, ast.Constant)]
        faults += [f"{path.name}:{line}: a constant is asserted" for line in constants]
    assert len(FILES) > 5 and not faults, "\n".join(faults)


def test_tests_that_start_or_kill_a_process_say_so():
    """`make test-fast` leaves out those marked `process`, and those of the browser's folder."""
    faults = []
    for path in FILES:
        of_all = any(word.endswith("mark.process") for node in ast.parse(path.read_text()).body for word in marks(node))
        for test in functions_of(path) if "browser" not in path.parts and not of_all else ():
            marked = any(word.endswith("mark.process") for mark in test.decorator_list for word in words_of(mark))
            if not marked and any(_PROCESS.search(word) for word in words_of(test)):
                faults.append(f"{path.name}: {test.name} needs @pytest.mark.process")
    assert len(FILES) > 5 and not faults, "\n".join(faults)


def marks(node):
    """The names that a module gives to all its tests as marks."""
    named = isinstance(node, ast.Assign) and "pytestmark" in {ast.unparse(target) for target in node.targets}
    return words_of(node.value) if named else set()


def test_names_are_unique():
    assert len({path.name for path in FILES}) == len(FILES) > 5
