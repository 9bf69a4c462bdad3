"""Disclosure alone decides what a policy does, and alone adds up the keys of respondents."""

import ast

import pytest

#: Where the name `Policy` may stand beside disclosure: the declaration of a release, and captions.
DECLARATIONS = (
    "ptce_data/datasets/release.py",
    "ptce_data/releases/importing.py",
    "ptce_data/commands/import_wave.py",
    "ptce_data/commands/measure_noise.py",  # makes open and protected copies of the data, to measure their difference
    "ptce_data/views/components/sample_banner.py",
)
#: Where KEY_MODULUS may stand beside disclosure: the engines, which give the key of each cell, and the draw of keys.
KEYS = ("ptce_data/engines/", "ptce_data/releases/record_keys.py", "ptce_data/commands/measure_noise.py")

ALLOWED = {"Policy": DECLARATIONS, "KEY_MODULUS": KEYS}


def names(tree: ast.AST) -> set[str]:
    """Every name that a module reads, imports or reaches as an attribute."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.alias):
            found.add(node.name.rpartition(".")[2])
    return found


def decisions(tree: ast.AST) -> list[int]:
    """Lines that compare a `.policy`, or the `.rule` of a `policy`, by an operator or a match."""
    compared = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            compared += [(side, node.lineno) for side in (node.left, *node.comparators)]
        elif isinstance(node, ast.Match):
            compared.append((node.subject, node.lineno))
    return [line for side, line in compared if _is_policy(side)]


def _is_policy(side: ast.AST) -> bool:
    if not isinstance(side, ast.Attribute):
        return False
    return side.attr == "policy" or (side.attr == "rule" and "policy" in ast.unparse(side.value).lower())


@pytest.fixture(scope="module")
def outside(root):
    """File → its tree, for every source of the project but disclosure's."""
    paths = [root / "app.py", *(root / "pages").rglob("*.py"), *(root / "ptce_data").rglob("*.py")]
    files = {str(path.relative_to(root)): path for path in paths}
    kept = {name: path for name, path in files.items() if not name.startswith("ptce_data/disclosure/")}
    assert len(kept) > 100 and len(kept) < len(files)
    return {name: ast.parse(path.read_text()) for name, path in kept.items()}


@pytest.mark.parametrize("name", ALLOWED)
def test_the_name_stands_in_disclosure_or_where_it_is_declared(outside, name):
    found = {file for file, tree in outside.items() if name in names(tree)}
    assert {file for file in found if not file.startswith(ALLOWED[name])} == set()
    assert all(any(file.startswith(place) for file in found) for place in ALLOWED[name]), (
        "a place that needs it no more"
    )


def test_no_policy_is_compared_outside_disclosure(outside):
    assert {file: lines for file, tree in outside.items() if (lines := decisions(tree))} == {}


@pytest.mark.parametrize(
    "source",
    [
        "from ptce_data.datasets.release import Policy as P",
        "import ptce_data.datasets.release as r\nr.Policy.OPEN",
        "ptce_data.datasets.release.Policy",
    ],
)
def test_a_name_is_found_however_it_is_reached(source):
    assert "Policy" in names(ast.parse(source))


@pytest.mark.parametrize(
    "source",
    ["wave.policy == 'open'", "'open' is not a.b.policy", "policy.rule in x", "match w.policy:\n  case 'open': pass"],
)
def test_a_decision_is_found_however_it_is_written(source):
    assert decisions(ast.parse(source))
