"""The spine chart: what is drawn is what the rows say, at any width, on both papers."""

import json

import pytest
import vl_convert

from ptce_data import palette
from ptce_data.charts import spine_chart
from ptce_data.comparison import Group, pole_of_sample, report_wording
from ptce_data.comparison.api import compare
from tests.factories import user_pole

MINE = user_pole(
    {
        "pooling/lieux": (11, 12),
        "pooling/competences": (3, 12),
        "qpv/oui": (5, 12),
        "sectors/tourisme": (2, 12),
    },
    name="",
    structures=12,
    fte_total=20,
    fte_coordination=3,
    departement_code=None,
)


@pytest.fixture(scope="module")
def rows():
    return compare(MINE).rows


@pytest.fixture(scope="module")
def masked():
    return compare(pole_of_sample("demo-01"), Group("region", ("84",))).rows


def test_every_row_reads_without_its_marks(rows):
    for row, drawn in zip(rows, spine_chart.records(rows), strict=True):
        assert drawn["value_text"] == report_wording.value_words(row, row.own) != ""
        assert drawn["verdict_text"] in report_wording.VERDICTS.values()
        assert drawn["reading"] == report_wording.row_sentence(row)
        assert (drawn["heading"] or drawn["label"]).replace("\n", " ")


def test_marks_are_the_values_of_the_row(rows):
    drawn = {row.key: record for row, record in zip(rows, spine_chart.records(rows), strict=True)}
    row, record = next((row, drawn[row.key]) for row in rows if row.key == "pooling/lieux")
    assert record["mine"] == row.own.value and (record["mine_low"], record["mine_high"]) == (
        row.own.low,
        row.own.high,
    )
    assert (record["half_low"], record["half_high"]) == row.spread.middle
    assert (record["whole_low"], record["whole_high"]) == row.spread.whole
    assert record["published"] == 0.58 and record["published_low"] is None
    assert drawn["qpv/oui"]["published_low"] is not None


def test_everything_is_on_the_scale(rows, masked):
    for record in [*spine_chart.records(rows), *spine_chart.records(masked)]:
        for name, value in record.items():
            if (
                isinstance(value, float)
                and name not in ("heading_y", "words", "marks", "verdict_y")
                and "below" not in name
            ):
                assert 0 <= value <= 1, (name, value)


def test_a_masked_value_is_a_bar_never_a_diamond(masked):
    found = [(row, one) for row, one in zip(masked, spine_chart.records(masked), strict=True) if row.own.masked]
    assert found
    for row, record in found:
        assert record["mine"] is None
        expected = (None, None) if row.own.possible == (0, 1) else row.own.possible
        assert (record["possible_low"], record["possible_high"]) == expected


def test_rows_follow_one_another_and_fit_the_height(rows):
    records, height = spine_chart.records(rows), spine_chart.spec(rows)["height"]
    tops = [record["marks"] for record in records]
    assert tops == sorted(tops) and all(after - before >= 60 for before, after in zip(tops, tops[1:], strict=False))
    assert tops[-1] + spine_chart.PUBLISHED_BELOW < height


def test_one_spec_for_every_table_of_that_height_and_colours_of_the_house(rows):
    spec = spine_chart.spec(rows)
    assert spec is spine_chart.spec(rows) and "data" not in spec
    text = json.dumps(spec)
    assert "currentColor" in text and palette.INK["light"] in json.dumps(spine_chart.spec(rows, export=True))
    used = {part[:7] for part in text.split('"#')[1:]}
    assert {f"#{colour[:6]}" for colour in used} <= {spine_chart.MINE, palette.ACCENT, palette.REFERENCE}


@pytest.mark.parametrize("width", [320, 720])
def test_vega_draws_it(rows, masked, width):
    for some in (rows, masked):
        spec = spine_chart.spec(some, export=True) | {"data": {"values": spine_chart.records(some)}, "width": width}
        svg = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
        for word in ("compatible", "au-dessus", "mon pôle, intervalle"):
            assert word in svg
        assert "NaN" not in svg and "undefined" not in svg


def test_the_frame_has_the_same_columns_whatever_the_rows(rows, masked):
    assert list(spine_chart.frame(rows).columns) == list(spine_chart.frame(masked).columns)
    assert len(spine_chart.frame(rows)) == len(rows)
