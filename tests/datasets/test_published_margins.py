"""Every published figure of the survey, counted again on the demonstration sample."""

from decimal import ROUND_HALF_EVEN, Decimal

import pandas as pd
import pytest

from ptce_data.datasets.catalogue import BUNDLED
from ptce_data.datasets.reading import read
from ptce_data.schema.questions import DOCUMENTED_ITEMS, QUESTION

STRUCTURES = read("structures", BUNDLED)
RESPONSES = read("responses", BUNDLED)
POLES = read("sample_poles", BUNDLED)
FIGURES = read("figures", BUNDLED)
DOCUMENTING = FIGURES[FIGURES["indicator"].notna()]


def _count(indicator: str, item: str) -> int:
    if indicator in QUESTION:
        rows = RESPONSES[(RESPONSES["question"] == indicator) & (RESPONSES["item"] == item)]
        assert len(rows) == len(STRUCTURES), "every structure is in the base"
        return int((rows["answer"] == "oui").sum())
    if indicator == "sectors":
        return int(STRUCTURES["sectors"].map(lambda sectors: item in sectors).sum())
    column = {"legal-status": "legal_status", "iae": "iae", "qpv": "in_qpv"}[indicator]
    return int((STRUCTURES[column] == item).sum())


def _printed(part: float, whole: float) -> Decimal:
    """A percentage as the survey prints it: no decimal."""
    share = 100 * Decimal(str(part)) / Decimal(str(whole))
    return share.quantize(Decimal(1), ROUND_HALF_EVEN)


def _shares() -> pd.Series:
    return POLES["fte_coordination"] / POLES["fte_total"]


@pytest.mark.parametrize("figure", DOCUMENTING.to_dict("records"), ids=lambda figure: figure["figure_id"])
def test_margin_prints_as_published(figure: dict):
    indicator, item, value = figure["indicator"], figure["item_code"], Decimal(str(figure["value"]))
    if indicator == "coordination":
        found = {
            "overall": _printed(round(POLES["fte_coordination"].sum(), 6), round(POLES["fte_total"].sum(), 6)),
            "minimum": _printed(_shares().min(), 1),
            "maximum": _printed(_shares().max(), 1),
        }[item]
        assert found == value
    elif figure["unit"] != "%":
        assert _count(indicator, item) == value
    elif figure["value_text"] == "deux tiers":
        assert abs(_count(indicator, item) - Decimal(2 * 187) / 3) < Decimal("0.5")
    else:
        assert _printed(_count(indicator, item), 187) == value


def test_every_asked_item_has_its_figure():
    documented = set(zip(DOCUMENTING["indicator"], DOCUMENTING["item_code"], strict=True))
    asked = {(key, item.code) for key, question in QUESTION.items() if question.asked for item in question.items}
    assert asked <= documented
    assert {"legal-status", "sectors", "iae", "qpv", "coordination"} <= {indicator for indicator, _ in documented}


def test_one_reference_figure_for_an_item():
    assert not DOCUMENTING.duplicated(["indicator", "item_code"]).any()
    assert all(row.item_code in DOCUMENTED_ITEMS[row.indicator] for row in DOCUMENTING.itertuples())


def test_the_135_figures_are_there_each_with_its_source():
    assert len(FIGURES) == 135
    assert FIGURES["source_url"].str.startswith("http").all()
    unread = FIGURES[FIGURES["value"].isna() & FIGURES["value_text"].isna()]
    assert unread["item"].str.contains("sans chiffre").all()


def test_undetailed_statuses_make_the_published_rest():
    detailed = DOCUMENTING[DOCUMENTING["indicator"] == "legal-status"]["item_code"]
    rest = STRUCTURES[~STRUCTURES["legal_status"].isin(detailed)]
    assert _printed(len(rest), 187) == 19
    assert rest["legal_status"].value_counts().min() >= 3
