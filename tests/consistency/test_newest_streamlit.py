"""The step that tries the newest Streamlit says what it found, and fails nothing."""

import shutil
import sys
from pathlib import Path

import pytest
from packaging.version import Version

from tests import newest_streamlit

NEWER = Version("999.0")


@pytest.fixture
def prepared(monkeypatch):
    """A newer version, already installed: only its tests remain."""
    monkeypatch.setattr(newest_streamlit, "newest_version", lambda: NEWER)
    monkeypatch.setattr(newest_streamlit, "environment", lambda root, version: (Path(sys.executable), None))


def project(root: Path, folder: Path, body: str) -> Path:
    """A folder with our settings and one test of the insides."""
    (folder / newest_streamlit.TESTS).mkdir(parents=True)
    for name in ("pyproject.toml", "requirements.txt"):
        shutil.copy(root / name, folder)
    (folder / newest_streamlit.TESTS / "test_inside.py").write_text(f"def test_inside():\n    {body}\n")
    return folder


@pytest.mark.parametrize("version", ["1.0", "locked"])
def test_nothing_newer_is_one_line(root, monkeypatch, version):
    locked = next(line for line in (root / "requirements.txt").read_text().splitlines() if line[:11] == "streamlit==")
    version = locked.split()[0][11:] if version == "locked" else version
    monkeypatch.setattr(newest_streamlit, "newest_version", lambda: Version(version))
    monkeypatch.setattr(newest_streamlit, "environment", lambda *_: pytest.fail("nothing is to be installed"))
    assert newest_streamlit.report(root).endswith("est la version la plus récente.")


def test_without_a_network_it_says_so_and_goes_on(monkeypatch, capsys):
    monkeypatch.setattr(newest_streamlit, "_run", lambda *_, **__: None)
    assert newest_streamlit.main() == 0
    assert "pas de réseau" in capsys.readouterr().out


def test_a_version_that_does_not_install_is_a_warning(root, monkeypatch):
    monkeypatch.setattr(newest_streamlit, "newest_version", lambda: NEWER)
    monkeypatch.setattr(newest_streamlit, "environment", lambda root, version: (Path("python"), "introuvable"))
    said = newest_streamlit.report(root)
    assert said.startswith("AVERTISSEMENT") and "introuvable" in said


@pytest.mark.process
def test_an_inside_that_is_gone_is_a_warning_that_names_the_test(root, tmp_path, prepared):
    said = newest_streamlit.report(project(root, tmp_path, "assert False, 'stGone'"))
    assert said.startswith("AVERTISSEMENT") and "999.0" in said
    assert "test_inside" in said and "stGone" in said
    assert " failed in " not in said and " failed, " not in said, "only the real tests end with pytest's closing line"


@pytest.mark.process
def test_insides_that_are_all_there_are_one_line(root, tmp_path, prepared):
    said = newest_streamlit.report(project(root, tmp_path, "assert True is not False"))
    assert "999.0" in said and "y passent" in said and "\n" not in said
