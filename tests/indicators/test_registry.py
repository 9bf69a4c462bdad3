"""The registry is whole: every question, every published value, every code has its place."""

import subprocess
import sys

import pytest

import ptce_data
from ptce_data.datasets.catalogue import DATASET
from ptce_data.datasets.reading import read
from ptce_data.indicators import INDICATOR, INDICATORS, Kind, answer, compute
from ptce_data.results import Status
from ptce_data.schema.questions import QUESTIONS
from ptce_data.selection import Selection


def test_keys_are_unique_and_pages_known():
    assert len(INDICATOR) == len(INDICATORS)
    assert {indicator.page for indicator in INDICATORS} == {"carte", "portrait", "effets"}
    assert {indicator.kind for indicator in INDICATORS} == set(Kind)


def test_every_question_is_an_indicator():
    assert {question.key for question in QUESTIONS} <= set(INDICATOR)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.key)
def test_declaration_stands(indicator):
    assert indicator.title.endswith("\u202f?")
    assert indicator.dataset in DATASET
    if indicator.kind is Kind.BREAKDOWN:
        column = DATASET[indicator.population].table.column(indicator.column)
        assert indicator.multiple == (column.type == "text[]")


def test_every_published_value_has_an_item_that_shows_it():
    figures = read("figures").dropna(subset=["indicator", "value"])
    figures = figures[figures["unit"] == "%"]
    assert len(figures) > 25
    shown = {(r.key, item.code): item.published for r in compute(Selection()) for item in r.items}
    for row in figures.itertuples():
        assert shown[row.indicator, row.item_code] == row.value


def test_the_whole_sample_prints_what_was_published():
    """Shares of the demonstration sample, rounded as the source prints them; masked ones can't be compared."""
    compared = 0
    for result in compute(Selection()):
        for item in result.items:
            if item.published is not None and item.status is Status.SHOWN and result.key != "hr-impact":
                assert round(100 * item.share) == item.published, (result.key, item.code)
                compared += 1
    assert compared >= 25


def test_pages_share_out_the_whole():
    whole = answer(Selection())
    pages = [answer(Selection(), page).results for page in ("carte", "portrait", "effets")]
    assert tuple(result for page in pages for result in page) == whole.results
    assert whole.poles_total == len(whole.pole_ids) == 111
    assert (whole.sample_total, whole.sample_poles) == (187, 24)


def test_poles_come_by_name_whatever_the_accents():
    names = read("poles").set_index("pole_id")["name"]
    first = [names[pole].casefold() for pole in answer(Selection(), "carte").pole_ids]
    plain = [name.translate(str.maketrans("éèêàâîïôç", "eeeaaiioc")) for name in first]
    assert plain == sorted(plain)


def test_compute_keeps_the_order_asked_and_refuses_unknown_keys():
    assert [result.key for result in compute(Selection(), ("values", "sectors"))] == ["values", "sectors"]
    assert compute(Selection(), ()) == ()
    with pytest.raises(KeyError):
        compute(Selection(), ("nope",))


@pytest.mark.process
def test_the_facade_gives_the_same_and_costs_nothing_to_import():
    assert ptce_data.compute(ptce_data.Selection.from_query("region=84")) == compute(Selection(regions=("84",)))
    assert len(ptce_data.load("structures")) == 187
    assert ptce_data.INDICATORS is INDICATORS
    assert set(ptce_data.__all__) <= set(dir(ptce_data))
    with pytest.raises(AttributeError, match="nope"):
        _ = ptce_data.nope
    code = "import sys, ptce_data; assert not {'pandas', 'numpy', 'pyarrow'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
