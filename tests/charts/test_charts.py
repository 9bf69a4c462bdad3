"""Specs: one per shape, without data, French, valid for Vega-Lite; frames: rows that say the Result."""

import json

import pytest
import vl_convert

from ptce_data import charts, palette
from ptce_data.charts import layout
from ptce_data.indicators.survey_frame import survey_frame
from ptce_data.results import wording
from tests.figures_by_hand import COORDINATION, COUNTS, EVERY_STATE, LEGAL, MIXED, NOT_ASKED


def text_of(spec: dict) -> str:
    return json.dumps(spec, ensure_ascii=False)


@pytest.mark.parametrize("result", EVERY_STATE.values(), ids=EVERY_STATE)
def test_spec_and_frame_fit_together(result):
    spec, frame = charts.spec(result), charts.frame(result)
    encodings = [layer.get("encoding", {}) for layer in spec["layer"]]
    fields = {channel["field"] for encoding in encodings for channel in encoding.values() if "field" in channel}
    assert fields <= set(frame.columns)
    assert len(frame) == len(result.items)
    assert frame["bar"].max() < spec["height"]


@pytest.mark.parametrize("result", EVERY_STATE.values(), ids=EVERY_STATE)
def test_vega_lite_compiles_the_spec_without_moving_its_rows(result):
    spec = charts.spec(result, export=True) | {"width": 320, "data": {"values": charts.records(result)}}
    scales = {scale["name"]: scale for scale in vl_convert.vegalite_to_vega(spec)["scales"]}
    assert scales["y"]["domain"] == scales["y"]["range"] == [0, 1]
    assert not scales["y"].get("padding")


def test_the_same_shape_gives_the_same_spec_and_no_data():
    other = survey_frame()
    assert charts.spec(LEGAL) is charts.spec(LEGAL)
    assert charts.spec(LEGAL) is not charts.spec(other)
    assert "data" not in charts.spec(LEGAL) and "datasets" not in charts.spec(LEGAL)
    assert "Association" not in text_of(charts.spec(LEGAL))


def test_the_locale_is_french_and_inside_the_spec():
    number = charts.spec(LEGAL)["config"]["locale"]["number"]
    assert (number["decimal"], number["thousands"], number["percent"]) == (",", "\u202f", "\u202f%")


def test_intervals_are_drawn_where_asked_for_and_where_they_exist():
    assert "intervalle" in text_of(charts.spec(LEGAL))
    assert "intervalle" not in text_of(charts.spec(LEGAL, intervals=False))
    assert "intervalle" not in text_of(charts.spec(COUNTS))


def test_columns_name_the_nature_of_what_they_hold():
    assert "démonstration" in text_of(charts.spec(LEGAL)) and "publié" in text_of(charts.spec(LEGAL))
    assert "annuaire" in text_of(charts.spec(COUNTS)) and "publié" not in text_of(charts.spec(COUNTS))
    assert "démonstration" not in text_of(charts.spec(NOT_ASKED))


def test_words_take_the_colour_of_the_page_on_screen_and_ink_in_a_file():
    assert "currentColor" in text_of(charts.spec(LEGAL))
    assert palette.INK["light"] not in text_of(charts.spec(LEGAL))
    assert "currentColor" not in text_of(charts.spec(LEGAL, export=True))


def test_an_item_without_a_value_is_a_word_and_no_mark():
    rows = charts.frame(MIXED).set_index("label")
    for label, state in (
        ("SARL", "masqué (secret statistique)"),
        ("SCIC", "sans réponse"),
        ("SCOP", "question non posée"),
    ):
        assert rows.loc[label, "state"] == state
        assert rows.loc[label, ["value", "one", "published", "low"]].isna().all()
    zero = rows.loc["Autre statut"]
    assert (zero["state"], zero["value"], zero["value_text"]) == ("", 0, "0\u202f%")


def test_counts_are_brought_to_the_largest():
    assert charts.frame(COUNTS)["value"].tolist() == [1, 4 / 27, 0]


def test_the_frame_of_the_survey_is_nested_by_unit():
    rows = charts.frame(survey_frame())
    assert rows["value"].tolist() == [1, 50 / 160, 24 / 160, 1, 187 / 740]
    assert rows["outer"].fillna(-1).tolist() == [-1, 1, 50 / 160, -1, 1]
    assert [heading for heading in rows["heading"] if heading] == ["Les pôles", "Leurs structures membres"]


def test_a_long_label_takes_the_lines_it_needs_and_nothing_is_cut():
    label = "Une réponse dont le libellé est bien plus long que la largeur d’un téléphone ne le permet"
    short, tall = layout.places(("Court", "Court")), layout.places((label, "Court"))
    assert tall[0][0].label.replace("\n", " ") == label
    assert max(map(len, tall[0][0].label.split("\n"))) <= layout.CHARACTERS
    assert tall[1] - short[1] == layout.LINE


@pytest.mark.parametrize("result", EVERY_STATE.values(), ids=EVERY_STATE)
def test_rows_say_what_the_text_says(result):
    assert charts.frame(result)["reading"].tolist() == [wording.reading(result, item) for item in result.items]


@pytest.mark.parametrize("result", EVERY_STATE.values(), ids=EVERY_STATE)
def test_arrow_and_frame_hold_the_same_rows(result):
    frame = charts.frame(result)
    table = charts.arrow(result)
    assert table.column_names == list(frame.columns)
    assert table.to_pylist() == charts.records(result)
    assert charts.arrow(result) is table


def test_the_published_range_of_a_ratio_is_drawn_once():
    rows = charts.frame(COORDINATION)
    assert rows[["least", "greatest"]].fillna(-1).to_numpy().tolist() == [[0, 0.38], [-1, -1], [-1, -1]]
    assert "étendue publiée" in text_of(charts.spec(COORDINATION))
    assert "étendue publiée" not in text_of(charts.spec(LEGAL))
