"""The lock files satisfy pyproject.toml: `make lock` was run after the last change."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_PIN = re.compile(r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)", re.MULTILINE)


def pins(path):
    found = {canonicalize_name(name): version for name, version in _PIN.findall(path.read_text())}
    assert len(found) > 20
    return found


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text())["project"]


def test_every_direct_dependency_is_locked_within_its_range(root, project):
    run, dev = pins(root / "requirements.txt"), pins(root / "requirements-dev.txt")
    direct = [(text, run) for text in project["dependencies"]]
    direct += [(text, dev) for text in project["dependencies"] + project["optional-dependencies"]["dev"]]
    outside = [
        f"{text} is locked at {locked.get(canonicalize_name(Requirement(text).name))}"
        for text, locked in direct
        if not Requirement(text).specifier.contains(locked.get(canonicalize_name(Requirement(text).name), "0"))
    ]
    assert not outside, "run `make lock`: " + ", ".join(outside)


def test_tests_run_on_what_users_get(root):
    assert pins(root / "requirements.txt").items() <= pins(root / "requirements-dev.txt").items()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_its_hashes_and_no_index_is_named(root, name):
    text = (root / name).read_text()
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text)
    assert len(blocks) == len(_PIN.findall(text))
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text
