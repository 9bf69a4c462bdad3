"""Walk of docs/architecture.md, "Adding": a page is two files; menu, link, head, filters and modules follow."""

import pytest

pytestmark = [pytest.mark.process, pytest.mark.slow]

DECLARED = """    SitePage(
        "regions",
        "Régions",
        ":material/public:",
        "Combien de pôles par région\\u202f?",
        "Les pôles réels, région par région.",
        Side.POLES,
        asks="carte",
        view_keys=("tri",),
        first_draws="chart",
    ),
"""

PAGE = '''"""Régions: the real poles, région by région."""

import streamlit as st

from ptce_data.views.app import page, state
from ptce_data.views.components import empty_state
from ptce_data.views.components.figure_sections import cards


def total(context):
    st.markdown(f"{context.answer.poles_total} pôles, tri {state.view('tri')}")


def wrong(context):
    raise ZeroDivisionError


def where(context):
    st.header("Où sont-ils", anchor=False)
    cards(tuple(result for result in context.answer.results if result.key == "poles-by-region"))


SECTIONS = (empty_state.section, wrong, total, where)

page.show("regions", SECTIONS)
'''

WALK = """
import logging
from pathlib import Path
from ptce_data.indicators import answer
from ptce_data.selection import Selection
from ptce_data.views.app import view_links
from ptce_data.views.serving import preloads
from tests.pages.opening import html, opened

logging.disable()
root = Path.cwd()
selection = Selection(regions=("84",))
assert view_links.query(selection, "regions", {"tri": "nom", "id": "x"}) == "region=84&tri=nom"
assert "ArrowVegaLiteChart" in preloads.preloads("/regions")
assert "Régions" in html(opened(root, "effets"))

app = opened(root, "regions", region="84", tri="nom")
assert not app.exception and [title.value for title in app.title] == ["Combien de pôles par région\\u202f?"]
assert f"{answer(selection, 'carte').poles_total} pôles, tri nom" in [part.value for part in app.markdown]
assert len(app.error) == 1, "a section that fails leaves the others"
assert [part.value for part in app.header] == ["Où sont-ils"] and len(app.get("vega_lite_chart")) == 1
print("followed")
"""


def test_a_page_is_two_files(scratch):
    scratch.insert("ptce_data/views/app/site_map.py", ")\n\nPAGE = {", DECLARED)
    scratch.write("pages/regions.py", PAGE)
    scratch.check_listed("A page")
    assert scratch.run_code(WALK).endswith("followed\n")
    scratch.run_tests(
        "tests/consistency/test_declarations.py", "tests/views/test_link.py", "tests/views/test_preloads.py"
    )
