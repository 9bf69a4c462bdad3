"""The poles of the sample, one by one: one question to the engine, kept as arrays.

Of a protected wave, every number here is already shifted: a pole's counts by their cell keys, its amounts by its
own. Of any other wave, numbers are exact and not disclosed yet.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ptce_data import disclosure, engines
from ptce_data.datasets import paths as locating
from ptce_data.datasets import reading
from ptce_data.datasets.release import Release
from ptce_data.disclosure import DisclosurePolicy
from ptce_data.disclosure.keyed_counts import counts_by_pole
from ptce_data.engines import KEY_COLUMN, NOT_RECORDED, Condition, Crossing, Linked, Population, Records, Reply
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
    return indicator.compared


#: The indicators that a pole is compared on, in the order of pages.
COMPARABLE: tuple[Indicator, ...] = tuple(indicator for indicator in INDICATORS if is_comparable(indicator))


@dataclass(frozen=True, eq=False)
class Sample:
    """The poles that have a structure at least, by identifier; every sequence and array is in that order.

    texts: column of `sample_poles` → codes, "nr" where unknown. structures: members in the sample, int64[n_poles].
    fte_total, fte_coordination: full-time equivalents, float64[n_poles], NaN where unknown. answered: indicator →
    structures that answered, int64[n_poles]; yes: (indicator, item) → structures that chose the item, int64[n_poles],
    absent where none in the sample did.
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


def load_sample(folder: Path | None = None) -> Sample:
    """The poles of the sample of a data folder, asked once per version of its files. Raises DataError."""
    folder = locating.pinned(folder)
    paths = [reading.path(key, folder) for key in FILES]
    states = tuple((path.stat().st_mtime_ns, path.stat().st_size) for path in paths)
    return _sample(paths[0].parent, states, disclosure.policy_of(folder))


@lru_cache(maxsize=4)
def _sample(folder: Path, states: tuple, policy: DisclosurePolicy) -> Sample:
    import numpy as np

    reply = engines.ask(_question(policy.keyed), folder)
    known = {row.by[0] for row in reply.linked["qpv"]}
    records = sorted(row for row in reply.records[_POLES] if row[0][0] in known)
    texts = dict(zip(_TEXTS, zip(*(row[0] for row in records), strict=True), strict=True)) if records else {}
    texts = {column: texts.get(column, ()) for column in _TEXTS}
    rank = {pole: place for place, pole in enumerate(texts["pole_id"])}
    members = counts_by_pole(rank, _rows(reply, "qpv"))
    structures = policy.counts(members)
    yes, answered = {}, {}
    for indicator in COMPARABLE:
        if indicator.kind is Kind.BREAKDOWN:
            rows = [(row.by[0], row.by[1], row.rows, row.cell_key) for row in reply.linked[indicator.key]]
            unanswered = counts_by_pole(rank, ((pole, n, key) for pole, code, n, key in rows if code == NOT_RECORDED))
            known = members - unanswered
        else:
            rows = [
                (row.by[0], row.by[2], row.rows, row.cell_key)
                for row in reply.linked[_YES]
                if row.by[1] == indicator.key
            ]
            answered_rows = (row for row in reply.linked[_ANSWERED] if row.by[1] == indicator.key)
            known = counts_by_pole(rank, ((row.by[0], row.distinct[0], row.cell_key) for row in answered_rows))
        # Shifted one by one, a part may outgrow its whole.
        answered[indicator.key] = np.minimum(policy.counts(known), structures)
        for item in {code for _, code, _, _ in rows if code != NOT_RECORDED}:
            said = counts_by_pole(rank, ((pole, n, key) for pole, code, n, key in rows if code == item))
            yes[indicator.key, item] = np.minimum(policy.counts(said), answered[indicator.key])
    return Sample(texts, structures, *_jobs(records, policy), answered, yes, rank, policy.release)


def _jobs(records: list, policy: DisclosurePolicy) -> tuple["np.ndarray", "np.ndarray"]:
    """Jobs, and jobs of coordination, of each pole: float64[n_poles], in full-time equivalents, NaN where unknown.

    records: (texts, (jobs, jobs of coordination, key)) of each pole.
    """
    import numpy as np

    numbers = np.array([[np.nan if n is None else n for n in row[1]] for row in records], dtype=float).reshape(-1, 3)
    whole, part, keys = numbers.T
    part, whole = policy.part_and_whole(part, whole, keys)
    return whole, part


def _rows(reply: Reply, key: str) -> Iterable[tuple[str, int, int]]:
    return ((row.by[0], row.rows, row.cell_key) for row in reply.linked[key])


def _question(keyed: bool) -> tuple[Population, ...]:
    link = {
        "dataset": "responses",
        "foreign": "respondent_id",
        "own": "structure_id",
        "keys": ("structures", "structure_id"),
    }
    asked, said = Condition("unit", ("structure",)), Condition("answer", ("oui", "non"))
    crossings = [
        Crossing(indicator.key, "pole_id", indicator.column)
        for indicator in COMPARABLE
        if indicator.kind is Kind.BREAKDOWN
    ]
    yes = Linked(_YES, by=("pole_id", "question", "item"), where=(asked, Condition("answer", ("oui",))), **link)
    answered = Linked(_ANSWERED, by=("pole_id", "question"), where=(asked, said), distinct=("respondent_id",), **link)
    poles = Records(_POLES, _TEXTS, ("fte_total", "fte_coordination", KEY_COLUMN))
    return (
        Population("structures", (), (*crossings, yes, answered), keyed),
        Population("sample_poles", (), (poles,)),
    )
