"""The poles of the sample, one by one: one question to the engine, kept as arrays. What is here is not disclosed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ptce_data import engine
from ptce_data.datasets import locating, reading
from ptce_data.datasets.release import Release, release
from ptce_data.engine import NOT_RECORDED, Condition, Crossing, Linked, Population, Records
from ptce_data.indicators import INDICATORS, Indicator, Kind
from ptce_data.schema.questions import QUESTION

if TYPE_CHECKING:
    import numpy as np

#: Files that a Sample is made of.
FILES = ("sample_poles", "structures", "responses")

_TEXTS = ("pole_id", "name", "departement_code", "region_code", "legal_status", "recognition")
_YES, _ANSWERED, _POLES = "yes", "answered", "poles"


def is_comparable(indicator: Indicator) -> bool:
    """Whether the items of an indicator are shares of structures, whatever the region."""
    if indicator.kind is Kind.QUESTION:
        return QUESTION[indicator.key].asked and QUESTION[indicator.key].unit == "structure"
    return (
        indicator.kind is Kind.BREAKDOWN and indicator.population == "structures" and indicator.column != "region_code"
    )


#: The indicators that a pole is compared on, in the order of pages.
COMPARABLE: tuple[Indicator, ...] = tuple(one for one in INDICATORS if is_comparable(one))


@dataclass(frozen=True, eq=False)
class Sample:
    """The poles that have a structure at least, by identifier; every sequence and array is in that order.

    texts: column of `sample_poles` → codes, "nr" where unknown. structures: members in the sample. fte_total,
    fte_coordination: NaN where unknown. answered: indicator → structures that answered; yes: (indicator, item) →
    structures that say it, absent where nobody in the sample does.
    """

    texts: Mapping[str, tuple[str, ...]]
    structures: "np.ndarray"
    fte_total: "np.ndarray"
    fte_coordination: "np.ndarray"
    answered: Mapping[str, "np.ndarray"]
    yes: Mapping[tuple[str, str], "np.ndarray"]
    rank: Mapping[str, int]
    release: Release

    def __len__(self) -> int:
        return len(self.structures)

    @property
    def ids(self) -> tuple[str, ...]:
        return self.texts["pole_id"]

    def said(self, indicator: str, item: str) -> "np.ndarray":
        """Structures of each pole that say this item: zeros where nobody does."""
        return self.yes.get((indicator, item), self.structures * 0)


def sample(folder: Path | None = None) -> Sample:
    """The poles of the sample of a data folder, asked once per version of its files. Raises DataError."""
    folder = locating.pinned(folder)
    paths = [reading.path(key, folder) for key in FILES]
    states = tuple((path.stat().st_mtime_ns, path.stat().st_size) for path in paths)
    return _sample(paths[0].parent, states, release(folder))


@lru_cache(maxsize=4)
def _sample(folder: Path, states: tuple, declared: Release) -> Sample:
    import numpy as np

    reply = engine.ask(_question(), folder)
    known = {row.by[0] for row in reply.linked["qpv"]}
    records = sorted(row for row in reply.records[_POLES] if row[0][0] in known)
    texts = dict(zip(_TEXTS, zip(*(row[0] for row in records), strict=True), strict=True)) if records else {}
    texts = {column: texts.get(column, ()) for column in _TEXTS}
    rank = {pole: place for place, pole in enumerate(texts["pole_id"])}
    numbers = np.array([[np.nan if n is None else n for n in row[1]] for row in records], dtype=float).reshape(-1, 2)
    yes, answered = {}, {}
    for indicator in COMPARABLE:
        if indicator.kind is Kind.BREAKDOWN:
            rows = [(row.by[0], row.by[1], row.rows) for row in reply.linked[indicator.key]]
            unknown = _summed(rank, ((pole, n) for pole, code, n in rows if code == NOT_RECORDED))
            answered[indicator.key] = _members(rank, reply) - unknown
        else:
            rows = [(row.by[0], row.by[2], row.rows) for row in reply.linked[_YES] if row.by[1] == indicator.key]
            found = ((row.by[0], row.distinct[0]) for row in reply.linked[_ANSWERED] if row.by[1] == indicator.key)
            answered[indicator.key] = _summed(rank, found)
        for item in {code for _, code, _ in rows if code != NOT_RECORDED}:
            yes[indicator.key, item] = _summed(rank, ((pole, n) for pole, code, n in rows if code == item))
    return Sample(texts, _members(rank, reply), numbers[:, 0], numbers[:, 1], answered, yes, rank, declared)


def _question() -> tuple[Population, ...]:
    link = {"dataset": "responses", "foreign": "respondent_id", "own": "structure_id"}
    asked, said = Condition("unit", ("structure",)), Condition("answer", ("oui", "non"))
    crossings = [Crossing(one.key, "pole_id", one.column) for one in COMPARABLE if one.kind is Kind.BREAKDOWN]
    yes = Linked(_YES, by=("pole_id", "question", "item"), where=(asked, Condition("answer", ("oui",))), **link)
    answered = Linked(_ANSWERED, by=("pole_id", "question"), where=(asked, said), distinct=("respondent_id",), **link)
    poles = Records(_POLES, _TEXTS, ("fte_total", "fte_coordination"))
    return (Population("structures", (), (*crossings, yes, answered)), Population("sample_poles", (), (poles,)))


def _members(rank: Mapping[str, int], reply: engine.Reply) -> "np.ndarray":
    """Structures of each pole: every structure has one code of a plain column, "nr" among them."""
    return _summed(rank, ((row.by[0], row.rows) for row in reply.linked["qpv"]))


def _summed(rank: Mapping[str, int], found: Iterable[tuple[str, int]]) -> "np.ndarray":
    import numpy as np

    total = np.zeros(len(rank), dtype=np.int64)
    for pole, number in found:
        if pole in rank:
            total[rank[pole]] += number
    return total
