"""A Selection → everything a page shows, in one question to the engine."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from ptce_data import disclosure, engines, statistics
from ptce_data.datasets import paths, reading
from ptce_data.datasets.release import Release, release
from ptce_data.indicators import asking, two_waves
from ptce_data.indicators.declaration import Indicator, Kind
from ptce_data.indicators.disclosed_figures import Facets, disclosed, facets, page_of_sample
from ptce_data.indicators.measuring import Measuring
from ptce_data.indicators.published_values import figures
from ptce_data.indicators.registry import INDICATOR, INDICATORS
from ptce_data.results import Measure, Result, Status
from ptce_data.selection import Selection, selection_words


@dataclass(frozen=True)
class Answer:
    """What a page shows of a Selection.

    poles_total, pole_ids: real poles kept, these by name; sample_total, sample_poles: structures of the sample
    kept, and the poles they belong to. Every option of every filter is in the facets, 0 included.
    A page asks only about the side that its figures speak of, so that a broken file of the other side leaves it
    whole: of that other side, totals are None and the rest is empty. release: of the sample, None where the page
    doesn't speak of it. sample_few: fewer structures are kept than the disclosure rule shows, one at least;
    sample_total is then the most they can be, and sample_poles is None.
    """

    results: tuple[Result, ...]
    poles_facets: Facets
    sample_facets: Facets
    poles_total: int | None
    sample_total: int | None
    sample_poles: int | None
    pole_ids: tuple[str, ...]
    release: Release | None = None
    sample_few: bool = False


def answer(selection: Selection, page: str | None = None, folder: str | Path | None = None) -> Answer:
    """The Answer for a page ("carte", "portrait", "effets"), or with every Result when page is None.

    Raises DataError where a file can't be used.
    """
    folder = _folder(folder)
    wanted = tuple(one for one in INDICATORS if page is None or one.page == page)
    sides = tuple(side for side in asking.SIDES if page is None or any(one.population == side for one in wanted))
    measuring = _measuring(selection, wanted, folder, sides)
    public, sample = asking.REAL_POLES in sides, asking.SAMPLE in sides
    kept = measuring.reply.names[f"{asking.REAL_POLES}/{asking.KEPT}"] if public else ()
    seen = page_of_sample(measuring, selection, wanted) if sample else None
    results = _results(measuring, wanted) if seen is None else _with_intervals(seen.results)
    return Answer(
        _with_earlier(results, selection, wanted, folder),
        facets(measuring, asking.REAL_POLES) if public else {},
        seen.facets if seen else {},
        measuring.total(asking.REAL_POLES) if public else None,
        seen.total if seen else None,
        seen.poles if seen else None,
        tuple(pole for pole, _ in sorted(kept, key=lambda pair: (_alphabetic(pair[1]), pair[0]))),
        measuring.release,
        seen.few if seen else False,
    )


def compute(
    selection: Selection, keys: Iterable[str] | None = None, folder: str | Path | None = None
) -> tuple[Result, ...]:
    """The Results of the indicators named by `keys`, in that order, or of all of them.

    Raises KeyError for a key that is no indicator, DataError where a file can't be used.
    """
    wanted = INDICATORS if keys is None else tuple(INDICATOR[key] for key in keys)
    if not wanted:
        return ()
    folder = _folder(folder)
    if all(one.population != asking.SAMPLE for one in wanted):
        return _with_earlier(_results(_measuring(selection, wanted, folder), wanted), selection, wanted, folder)
    # Masked as on a page, where the options of filters stand beside the figures.
    seen = page_of_sample(_measuring(selection, wanted, folder, (asking.SAMPLE,)), _filters(selection), wanted)
    return _with_earlier(_with_intervals(seen.results), selection, wanted, folder)


def _filters(selection) -> Selection:
    """The filters in use: none where what stands for a Selection is a group of poles, which is a whole of its own."""
    return selection if isinstance(selection, Selection) else Selection()


def _folder(folder: str | Path | None) -> Path:
    """One state of the data for the whole answer, whatever is imported meanwhile."""
    return paths.pinned(folder)


def _with_earlier(
    results: tuple[Result, ...], selection: Selection, wanted: tuple[Indicator, ...], folder: Path
) -> tuple[Result, ...]:
    """Results of the survey with the same figure in the wave before, where one was imported."""
    before = paths.earlier(folder)
    asked = tuple(one for one in wanted if one.population == asking.SAMPLE)
    if before is None or not asked:
        return results
    # It has its own policy, and is masked as a whole page of its own.
    seen = page_of_sample(_measuring(selection, asked, before, (asking.SAMPLE,)), _filters(selection), asked)
    return two_waves.together(results, _with_intervals(seen.results), folder, before)


def _measuring(
    selection: Selection, wanted: tuple[Indicator, ...], folder: Path, sides: tuple[str, ...] = ()
) -> Measuring:
    surveyed = asking.SAMPLE in sides or any(one.population == asking.SAMPLE for one in wanted)
    declared = release(folder) if surveyed else None
    keyed = surveyed and disclosure.policy_of(folder).keyed
    reply = engines.ask(asking.populations(selection, wanted, sides, keyed), folder)
    used = {one.key: _used(one, folder) for one in wanted if one.kind is Kind.BREAKDOWN}
    words = {dataset: selection_words(selection.on(dataset)) for dataset in asking.SIDES}
    return Measuring(reply, figures(folder), used, words, declared)


def _used(indicator: Indicator, folder: Path) -> frozenset[str]:
    """The codes that some unit has in the whole dataset, asked once per version of the file."""
    path = reading.path(indicator.population, folder)
    state = path.stat()
    return _codes_in(indicator.population, path.parent, state.st_mtime_ns, state.st_size)[indicator.key]


@lru_cache(maxsize=16)
def _codes_in(population: str, folder: Path, mtime: int, size: int) -> dict[str, frozenset[str]]:
    wanted = tuple(one for one in INDICATORS if one.kind is Kind.BREAKDOWN and one.population == population)
    counts = engines.ask(asking.populations(Selection(), wanted, around=()), folder).counts
    return {one.key: frozenset(counts[one.key]) for one in wanted}


def _results(measuring: Measuring, wanted: tuple[Indicator, ...]) -> tuple[Result, ...]:
    return _with_intervals([disclosed(measuring, one) for one in wanted])


def _with_intervals(results: list[Result]) -> tuple[Result, ...]:
    """Results with the interval of every share shown of a sample: the whole page in one vectorised call."""
    places = [
        (rank, item)
        for rank, result in enumerate(results)
        # Every real pole is counted: a share of them has no interval.
        if result.measure is Measure.SHARE and result.provenance != "public"
        for item in result.items
        if item.status is Status.SHOWN
    ]
    bounds = statistics.intervals(
        [item.count for _, item in places],
        [results[rank].base.n for rank, _ in places],
        [results[rank].base.frame for rank, _ in places],
    )
    found = {(rank, item.code): pair for (rank, item), pair in zip(places, bounds, strict=True) if pair}
    return tuple(
        replace(
            result,
            items=tuple(
                replace(item, low=found[rank, item.code][0], high=found[rank, item.code][1])
                if (rank, item.code) in found
                else item
                for item in result.items
            ),
        )
        for rank, result in enumerate(results)
    )


@lru_cache(maxsize=4_096)
def _alphabetic(name: str) -> str:
    """The name without case or accents: « Éco » comes between « Ebe » and « Eda »."""
    return "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
