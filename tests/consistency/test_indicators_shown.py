"""Declared once, shown once: an indicator that no page shows is work that nobody sees."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from ptce_data.indicators import INDICATOR, INDICATORS
from ptce_data.views.site_map import PAGE


@pytest.fixture(scope="module")
def read_pages(root):
    """Page key → every text that the page writes, spaces made plain."""

    def read(key):
        app = AppTest.from_file(str(root / "ptce_data/views/main.py"), default_timeout=60)
        app.switch_page(str(PAGE[key].file)).run()
        assert not app.exception
        written = [element.value for kind in ("markdown", "header", "subheader") for element in getattr(app, kind)]
        written += [element.proto.body for element in app.get("html")]
        # The home page offers its figures by their titles, one at a time.
        written += [option.content for group in app.get("button_group") for option in group.proto.options]
        return re.sub(r"\s", " ", " ".join(written))

    return {key: read(key) for key in {indicator.page for indicator in INDICATORS}}


@pytest.mark.parametrize("indicator", INDICATORS, ids=INDICATOR)
def test_a_page_shows_it(read_pages, indicator):
    assert re.sub(r"\s", " ", indicator.title) in read_pages[indicator.page]


def test_keys_and_titles_are_unique():
    assert len(INDICATOR) == len(INDICATORS) > 10
    assert len({(indicator.page, indicator.title) for indicator in INDICATORS}) == len(INDICATORS)
