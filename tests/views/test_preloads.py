"""The map's library is announced on the pages that draw a map, with all that it imports."""

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from streamlit import file_util

from ptce_data.maps import geometry
from ptce_data.views.app.site_map import PAGE
from ptce_data.views.serving import preloads, warming
from ptce_data.views.serving.document import document

FOLDER = Path(file_util.get_static_dir()) / "static/js"


def modules(path: str) -> list[str]:
    return re.findall(r'href="\./static/js/([^"]+)"', preloads.preloads(path))


@pytest.mark.parametrize("path", [*preloads.MODULES, "/donnees"])
def test_modules_and_their_imports_are_announced_once_each(path):
    names = modules(path)
    assert len(names) > 2 and len(set(names)) == len(names)
    assert all((FOLDER / name).is_file() for name in names)
    for pattern in preloads.MODULES.get(path, ()) + preloads.EVERYWHERE:
        assert any(fnmatch(name, pattern) for name in names), f"this Streamlit has no {pattern}"


def test_the_library_of_the_map_is_run_where_there_is_a_map_and_nowhere_else():
    for path in ("/", "/pole", "/effets", "/donnees"):
        run = re.findall(r'<script type="module" async src="\./static/js/([^"]+)"></script>', preloads.preloads(path))
        assert len(run) == (path in ("/", "/pole")) and all(name.startswith("DeckGlJsonChart.") for name in run)


def test_paths_are_those_of_pages():
    assert {path.removeprefix("/") for path in preloads.MODULES} <= {"", *PAGE}


def test_a_streamlit_without_these_modules_is_served_all_the_same(tmp_path):
    assert preloads._links(tmp_path, preloads.EVERYWHERE) == ""


def test_shapes_are_announced_once_they_are_ready(monkeypatch):
    assert 'as="fetch"' not in preloads.preloads("/")
    monkeypatch.setattr(warming, "prepared", lambda: True)
    announced = re.findall(r'as="fetch" crossorigin="anonymous" href="\./([^"]+)"', preloads.preloads("/"))
    assert len(announced) == len(geometry.DRAWN) + len(geometry.THEMES)
    assert set(announced) == {geometry.url(name) for name in geometry.geometries()}
    assert 'as="fetch"' not in preloads.preloads("/effets")


def test_broken_data_leaves_the_document(monkeypatch, copied_data):
    (copied_data / "poles.parquet").unlink()
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    monkeypatch.setattr(warming, "prepared", lambda: True)
    assert "modulepreload" in preloads.preloads("/")


def test_the_document_announces_before_its_body():
    html, _ = document(b"<html lang='en'><head></head><body></body></html>", '<link rel="modulepreload" href="x">')
    assert b'<link rel="modulepreload" href="x"></head>' in html
