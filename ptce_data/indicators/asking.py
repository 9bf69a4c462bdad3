"""What a page asks of the engine: its indicators and the options of every filter, as one question."""

from ptce_data.engines import Amounts, Ask, Condition, Count, GroupSizes, Linked, Names, Population
from ptce_data.indicators.declaration import Indicator, Kind
from ptce_data.schema.questions import QUESTION
from ptce_data.schema.sides import Side
from ptce_data.selection import Selection, filters_of

#: The dataset of each side.
REAL_POLES, SAMPLE = SIDES = Side.POLES.dataset, Side.SAMPLE.dataset

#: Keys of what is asked for every page.
TOTAL, POLES, KEPT = "total", "poles", "kept"

_COORDINATION = {
    "dataset": "sample_poles",
    "foreign": "pole_id",
    "own": "pole_id",
    "part": "fte_coordination",
    "whole": "fte_total",
}
AMOUNTS, RESPONSES, RESPONDENTS = "amounts", "responses", "respondents"


def facet_key(population: str, field: str) -> str:
    return f"{population}/facet/{field}"


def question_keys(unit: str) -> tuple[str, str]:
    """The keys of the answers and of the respondents of the questions put to a unit."""
    return f"{RESPONSES}/{unit}", f"{RESPONDENTS}/{unit}"


def populations(
    selection: Selection, indicators: tuple[Indicator, ...], around: tuple[str, ...] = SIDES, keyed: bool = False
) -> tuple[Population, ...]:
    """around: datasets whose filter options and kept units are asked too: what a page shows around its figures.

    keyed: with the keys of the sample's cells. Public facts have none.
    """
    found = []
    for dataset in SIDES:
        own = tuple(indicator for indicator in indicators if indicator.population == dataset)
        if own or dataset in around:
            asks = _asks(dataset, own, dataset in around)
            found.append(Population(dataset, selection.on(dataset).criteria(), asks, keyed and dataset == SAMPLE))
    return tuple(found)


def _asks(dataset: str, indicators: tuple[Indicator, ...], page: bool) -> tuple[Ask, ...]:
    asks = [Count(f"{dataset}/{TOTAL}")]
    if dataset == SAMPLE:
        asks.append(GroupSizes(f"{dataset}/{POLES}", "pole_id", ("sample_poles", "pole_id")))
    if page:
        asks += [
            Count(facet_key(dataset, filter_.field), filter_.column, filter_.criterion)
            for filter_ in filters_of(dataset)
        ]
        if dataset == REAL_POLES:
            asks.append(Names(f"{dataset}/{KEPT}", "pole_id", "name"))
    asks += [Count(one.key, one.column) for one in indicators if one.kind is Kind.BREAKDOWN]
    units = {QUESTION[one.key].unit for one in indicators if one.kind is Kind.QUESTION and QUESTION[one.key].asked}
    for unit in sorted(units):
        asks += _responses(unit)
    edges = next((one.bins for one in indicators if one.kind is Kind.RATIO_BINS), ())
    if edges or any(one.kind is Kind.RATIO for one in indicators):
        # Even without bins, the poles at zero are counted apart: they may share the minimum.
        uppers = tuple(one.upper for one in edges if one.upper is not None) or (0,)
        asks.append(Amounts(AMOUNTS, edges=uppers, **_COORDINATION))
    return tuple(asks)


def _responses(unit: str) -> tuple[Linked, Linked]:
    """Answers by question and item; then who answered each question, and their poles."""
    answers, respondents = question_keys(unit)
    source, own = {"structure": ("structures", "structure_id"), "pole": ("sample_poles", "pole_id")}[unit]
    asked = Condition("unit", (unit,))
    said = Condition("answer", ("oui", "non"))
    link = {"dataset": "responses", "foreign": "respondent_id", "own": own, "keys": (source, own)}
    return (
        Linked(answers, by=("question", "item", "answer"), where=(asked,), **link),
        Linked(respondents, by=("question",), where=(asked, said), distinct=("respondent_id", "pole_id"), **link),
    )
