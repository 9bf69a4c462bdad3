"""What was measured → what may be shown: each Result by itself, then a whole page at once (`disclosure`)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ptce_data import disclosure
from ptce_data.disclosure import DisclosurePolicy
from ptce_data.disclosure.complementary_suppression import PageCells
from ptce_data.disclosure.primary_suppression import masked
from ptce_data.indicators import asking
from ptce_data.indicators.declaration import Indicator, Kind
from ptce_data.indicators.measuring import Measuring
from ptce_data.results import Result, Status
from ptce_data.selection import FILTERS, Selection, filters_of

#: field of the Selection → code → units kept under the other filters; None where the number is masked.
Facets = Mapping[str, Mapping[str, int | None]]

_FIELDS = {filter_.column: filter_.field for filter_ in FILTERS}


@dataclass(frozen=True)
class Page:
    """What a page may show of the sample. few: total is the most that the structures kept can be; poles is None."""

    results: list[Result]
    facets: Facets
    total: int
    poles: int | None
    few: bool


def disclosed(measuring: Measuring, indicator: Indicator) -> Result:
    """One Result, by itself."""
    measured = measuring.measure(indicator)
    return disclosure.mask(
        measured.result,
        partition=measured.partition,
        yes_no=measured.yes_no,
        resting_on=measured.resting_on,
        dominance=measured.dominance,
        policy=measuring.policy.rule,
    )


def facets(measuring: Measuring, population: str) -> Facets:
    """What each option of each filter keeps, by itself."""
    public = population == asking.REAL_POLES
    policy = (DisclosurePolicy(None) if public else measuring.policy).rule
    provenance = "public" if public else measuring.release.provenance
    return {
        field: disclosure.mask_options(counts, provenance, policy)
        for field, counts in _counted(measuring, population).items()
    }


def page_of_sample(measuring: Measuring, selection: Selection, wanted: tuple[Indicator, ...]) -> Page:
    """Every Result wanted, with the filters and the headline of the page around them."""
    results = [disclosed(measuring, one) for one in wanted]
    found, total, poles = facets(measuring, asking.SAMPLE), measuring.total(asking.SAMPLE), measuring.poles()
    few = measuring.policy.withholds(total)
    if measuring.policy.completes_pages:
        page = PageCells(selection.on(asking.SAMPLE), _counted(measuring, asking.SAMPLE), total)
        cells = [_cells(page, one) for one in wanted]
        for result, known in zip(results, cells, strict=True):
            page.hidden |= {known[item.code] for item in result.items if item.masked and item.code in known}
        hidden = page.complete()
        results = [
            masked(result, {code for code, cell in known.items() if cell in hidden and _is_shown(result, code)})
            for result, known in zip(results, cells, strict=True)
        ]
        found = {
            field: {code: None if (field, code) in hidden else count for code, count in counts.items()}
            for field, counts in page.facets.items()
        }
    if few or measuring.policy.withholds(poles):
        results, poles = [_without_poles(result) for result in results], None
    return Page(results, found, disclosure.THRESHOLD - 1 if few else total, poles, few)


def _counted(measuring: Measuring, population: str) -> dict[str, dict[str, int]]:
    return {
        filter_.field: {
            code: measuring.counted(asking.facet_key(population, filter_.field), code) for code in filter_.options
        }
        for filter_ in filters_of(population)
    }


def _cells(page: PageCells, indicator: Indicator) -> dict[str, tuple[str, str]]:
    """Code of an item → the cell of the page that it repeats."""
    field = _FIELDS.get(indicator.column)
    if indicator.kind is not Kind.BREAKDOWN or indicator.population != asking.SAMPLE or field is None:
        return {}
    found = {code: page.cell(field, code) for code in page.facets[field]}
    return {code: cell for code, cell in found.items() if cell is not None}


def _is_shown(result: Result, code: str) -> bool:
    return any(item.code == code and item.status is Status.SHOWN for item in result.items)


def _without_poles(result: Result) -> Result:
    """A small number of poles is not shown beside the number of their structures."""
    return result if result.base.unit == "pole" else replace(result, base=replace(result.base, poles=None))
