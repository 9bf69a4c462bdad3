"""The README says what is true: its commands exist, its Python runs, its links lead somewhere."""

import re

import pytest


@pytest.fixture(scope="module")
def readme(root):
    return (root / "README.md").read_text()


def targets(root):
    return set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text(), re.MULTILINE))


def test_every_make_command_exists(root, readme):
    named = set(re.findall(r"\bmake ([a-z-]+)", readme))
    assert {"run", "test", "build", "check"} <= named <= targets(root)


def test_every_target_is_phony_and_explained(root):
    makefile = (root / "Makefile").read_text()
    phony = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE).group(1).split())
    explained = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert targets(root) == phony == explained


def test_its_python_runs_and_prints_what_a_reader_expects(readme, capsys):
    (snippet,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    assert len([line for line in snippet.splitlines() if line]) == 5
    exec(compile(snippet, "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert re.match(r"\d+ \[\('Compétences', ", printed), printed


def test_its_links_lead_to_files(root, readme):
    links = [link for link in re.findall(r"\]\(([^)]+)\)", readme) if "://" not in link]
    assert len(links) >= 4
    assert not [link for link in links if not (root / link).is_file()]


def test_its_map_of_the_code_is_right(root, readme):
    named = re.findall(r"ptce_data/[a-z_.]+", readme)
    assert len(named) > 5
    assert not [path for path in named if not (root / path).exists()]


def test_continuous_integration_runs_make_test_and_nothing_less(root):
    lines = (root / ".ci/run").read_text().splitlines()
    assert "set -euo pipefail" in lines and lines[-1] == "make test"
