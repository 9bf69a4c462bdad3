"""The map's library is announced on the pages that draw a map, with all that it imports."""

import re
from pathlib import Path

import pytest
from streamlit import file_util

from ptce_data.views.serving import preloads
from ptce_data.views.serving.document import document
from ptce_data.views.site_map import PAGE


@pytest.mark.parametrize("path", preloads.PATHS)
def test_the_map_and_its_imports_are_announced_once_each(path):
    names = re.findall(r'href="\./static/js/([^"]+)"', preloads.preloads(path))
    assert names[0].startswith("DeckGlJsonChart.") and len(names) > 10
    assert len(set(names)) == len(names)
    folder = Path(file_util.get_static_dir()) / "static/js"
    assert all((folder / name).is_file() for name in names)


def test_pages_that_draw_a_map_are_pages_and_others_announce_nothing():
    assert {path.removeprefix("/") for path in preloads.PATHS} <= {"", *PAGE}
    assert preloads.preloads("/effets") == ""


def test_a_streamlit_without_that_module_is_served_all_the_same(tmp_path):
    assert preloads._links(tmp_path) == ""


def test_the_document_announces_before_its_body():
    html, _ = document(b"<html lang='en'><head></head><body></body></html>", '<link rel="modulepreload" href="x">')
    assert b'<link rel="modulepreload" href="x"></head>' in html
