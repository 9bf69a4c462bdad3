"""Declared once, shown once: an indicator that no page shows is work that nobody sees."""

import re

import pytest

from ptce_data.indicators import INDICATOR, INDICATORS
from tests.pages.opening import opened


@pytest.fixture(scope="module")
def read_pages(root):
    """Page key → every text that the page writes, spaces made plain; what stands behind a question is opened."""

    def read(key):
        app = opened(root, key, before={"ptce-fold-breakdown": True})
        assert not app.exception
        written = [element.value for kind in ("markdown", "header", "subheader") for element in getattr(app, kind)]
        written += [element.proto.body for element in app.get("html")]
        return re.sub(r"\s", " ", " ".join(written))

    return {key: read(key) for key in {indicator.page for indicator in INDICATORS}}


@pytest.mark.parametrize("indicator", INDICATORS, ids=INDICATOR)
def test_a_page_shows_it(read_pages, indicator):
    assert re.sub(r"\s", " ", indicator.title) in read_pages[indicator.page]


def test_keys_and_titles_are_unique():
    assert len(INDICATOR) == len(INDICATORS) > 10
    assert len({(indicator.page, indicator.title) for indicator in INDICATORS}) == len(INDICATORS)
