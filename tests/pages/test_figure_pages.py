"""Portrait and Effets: default, filtered, empty, broken data; every declared figure is on its page."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from ptce_data.datasets.catalogue import DATASET
from ptce_data.indicators import INDICATORS
from tests.pages.opening import html, opened

FIGURES = {page: [one for one in INDICATORS if one.page == page] for page in ("portrait", "effets")}


def charts(app: AppTest) -> list[dict]:
    return [json.loads(part.proto.spec) for part in app.get("vega_lite_chart")]


@pytest.mark.parametrize("page", FIGURES)
def test_every_figure_is_there_with_its_base_and_its_nature(root, page):
    app = opened(root, page)
    assert not app.exception and not app.error
    words = html(app)
    for indicator in FIGURES[page]:
        assert f">{indicator.title}</h3>" in words
    assert "Échantillon de démonstration" in words
    assert words.count("Base\u00a0: ") >= len(FIGURES[page])
    assert "ptce-provenance ptce-demonstration" in words


def test_portrait_draws_the_survey_from_160_poles_to_187_structures(root):
    words = html(opened(root, "portrait"))
    sentence = (
        "Des 160\u00a0pôles repérés en France, 50 ont été interrogés et 24 gardés\u202f; "
        "des 740\u00a0structures membres des pôles interrogés, 187 appartiennent aux pôles gardés."
    )
    assert sentence in words


def test_a_filter_changes_bases_and_says_itself(root):
    words = html(opened(root, "effets", region="84"))
    assert "Base\u00a0: 187 structures" not in words
    assert "Région\u00a0: Auvergne-Rhône-Alpes" in words


@pytest.mark.parametrize("page", FIGURES)
def test_nothing_selected_offers_to_loosen_a_filter_and_draws_no_sample(root, page):
    app = opened(root, page, region="94")
    assert not app.exception
    assert 'class="ptce-provenance ptce-demonstration' not in html(app)
    assert "Aucune structure ne répond à tous ces filtres" in [part.value for part in (*app.header, *app.subheader)]


def test_intervals_are_hidden_then_shown_by_one_switch(root):
    app = opened(root, "effets")
    assert not any("low" in json.dumps(spec) for spec in charts(app))
    app.toggle(key="ptce-intervals").set_value(True).run()
    assert any("low" in json.dumps(spec) for spec in charts(app))


@pytest.mark.parametrize("page", FIGURES)
def test_a_broken_file_is_named_and_the_page_stands(root, page, copied_data, monkeypatch):
    broken = DATASET["structures"].file
    (copied_data / broken).write_bytes(b"not a parquet file")
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root, page)
    assert not app.exception
    assert any(str(broken) in part.value for part in app.error)
    assert [title.value for title in app.title]
