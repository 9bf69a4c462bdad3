"""An attacker who knows the whole method but the keys: what pages show → bounds on any count of respondents.

The unknowns are how many structures have each profile (place, sectors, status, neighbourhood). Every number a
page shows bounds a sum of unknowns; a solver (HiGHS, by scipy) then finds the least and the greatest value of any
other sum. A count is recovered with certainty where both are the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path
from random import Random

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from ptce_data.datasets.release import Policy, Release
from ptce_data.disclosure import TABLE, THRESHOLD
from ptce_data.engines import KEY_MODULUS
from ptce_data.indicators import Answer
from ptce_data.selection import Selection, filters_of
from tests.factories import structure, write_dataset

PLACES = (("69", "84"), ("01", "84"), ("75", "11"))
SECTORS = (("culture",), ("emploi",), ("culture", "emploi"))
STATUSES = (None, "association", "scic")
QPV = ("oui", "non")

#: Options that the synthetic sample uses, by field.
CODES = {
    "regions": ("84", "11"),
    "departements": ("69", "01", "75"),
    "sectors": ("culture", "emploi"),
    "legal_statuses": ("association", "scic"),
    "qpv": ("oui", "non"),
}

#: (place, sectors, status, qpv) of every kind of structure.
PROFILES = tuple(product(PLACES, SECTORS, STATUSES, QPV))


def sample(seed: int, size: int) -> list[dict]:
    """A small sample, uneven so that many groups are of one or two; keys fixed by the seed."""
    random = Random(seed)
    rows = []
    for number in range(size):
        (departement, region), sectors, status, qpv = (
            random.choices(values, weights=[2 ** (len(values) - rank) for rank in range(len(values))])[0]
            for values in (PLACES, SECTORS, STATUSES[::-1], QPV[::-1])
        )
        rows.append(
            structure(
                number,
                f"d{random.randrange(6)}",
                departement,
                region,
                sectors=list(sectors),
                legal_status=status,
                in_qpv=qpv,
                record_key=random.randrange(KEY_MODULUS),
            )
        )
    return rows


def folder(path: Path, rows: list[dict], policy: Policy) -> Path:
    """A data folder of an imported wave under a policy."""
    random = Random(len(rows))
    poles = [
        {
            "pole_id": pole,
            "name": pole,
            "departement_code": "69",
            "region_code": "84",
            "record_key": random.randrange(KEY_MODULUS),
        }
        for pole in sorted({row["pole_id"] for row in rows})
    ]
    return write_dataset(path, rows, Release("2027", policy), sample_poles=poles)


def single_views() -> list[Selection]:
    """No filter, then every filter by itself."""
    return [Selection(), *(Selection(**{name: (code,)}) for name, codes in CODES.items() for code in codes)]


def views() -> list[Selection]:
    """Those, and every pair of options of two filters, or of one."""
    pairs = []
    options = [(name, code) for name, codes in CODES.items() for code in codes]
    for (name, code), (other, second) in combinations(options, 2):
        values = {name: (code, second)} if name == other else {name: (code,), other: (second,)}
        pairs.append(Selection(**values))
    return list(dict.fromkeys(single_views() + pairs))


@dataclass(frozen=True)
class Shown:
    """One number of a page: the profiles it counts, and what is shown (None: masked; few: 1 or 2, masked)."""

    name: str
    profiles: tuple[int, ...]
    value: int | None
    few: bool = False


def _row(profile) -> dict:
    (departement, region), sectors, status, qpv = profile
    return structure(0, "", departement, region, sectors=list(sectors), legal_status=status, in_qpv=qpv)


_ROWS = [_row(profile) for profile in PROFILES]


def _has(row: dict, column: str, code: str) -> bool:
    value = row[column]
    codes = value if isinstance(value, list) else (value,)
    return code in codes if code != "nr" else not any(codes)


def _passes(row: dict, selection: Selection, ignoring: str = "") -> bool:
    return all(
        criterion.key == ignoring
        or any(
            all(any(_has(row, condition.column, code) for code in condition.codes) for condition in conditions)
            for conditions in criterion.alternatives
        )
        for criterion in selection.criteria()
    )


def counted(selection: Selection, filter_=None, code: str = "") -> tuple[int, ...]:
    """The profiles that a page counts: those kept, or those of an option under the other filters."""
    ignoring = filter_.criterion if filter_ else ""
    return tuple(
        rank
        for rank, row in enumerate(_ROWS)
        if _passes(row, selection, ignoring) and (filter_ is None or _has(row, filter_.column, code))
    )


def shown(selection: Selection, answer: Answer) -> Iterator[Shown]:
    """Every number of structures on a page: headline, options of filters, bases and items of breakdowns."""
    yield Shown("total", counted(selection), None if answer.sample_few else answer.sample_total, answer.sample_few)
    for filter_ in filters_of("structures"):
        if filter_.field not in CODES:  # no structure of the synthetic sample answers it
            continue
        for code, value in answer.sample_facets[filter_.field].items():
            profiles = counted(selection, filter_, code)
            if profiles or value != 0:
                yield Shown(f"{filter_.field}={code}", profiles, value)
    columns = {"sectors": "sectors", "legal-status": "legal_status", "qpv": "in_qpv", "regions": "region_code"}
    kept = counted(selection)
    for result in answer.results:
        if result.key not in columns:
            continue
        column = columns[result.key]
        known = tuple(rank for rank in kept if not _has(_ROWS[rank], column, "nr"))
        yield Shown(f"base of {result.key}", known, None if result.base.few else result.base.n, result.base.few)
        for item in () if result.base.few else result.items:
            # Under a base of too few, everything is masked and nothing is said.
            if item.masked or item.count is not None:
                profiles = tuple(rank for rank in kept if _has(_ROWS[rank], column, item.code))
                yield Shown(f"{result.key}/{item.code}", profiles, item.count)


def truth(rows: list[dict]) -> np.ndarray:
    """How many structures have each profile."""
    total = np.zeros(len(PROFILES), dtype=int)
    for row in rows:
        place = (row["departement_code"], row["region_code"])
        profile = (place, tuple(row["sectors"]), row["legal_status"], row["in_qpv"])
        total[PROFILES.index(profile)] += 1
    return total


@dataclass
class Attacker:
    """What is known so far, as bounds on sums of profiles; `noisy` where numbers are shifted."""

    noisy: bool
    lows: dict[tuple[int, ...], float] = field(default_factory=dict)
    highs: dict[tuple[int, ...], float] = field(default_factory=dict)

    def learn(self, one: Shown) -> None:
        low, high = self.possible(one)
        self.lows[one.profiles] = max(low, self.lows.get(one.profiles, 0))
        self.highs[one.profiles] = min(high, self.highs.get(one.profiles, np.inf))

    def possible(self, one: Shown) -> tuple[float, float]:
        """The true counts that what is shown leaves possible."""
        small = range(1, THRESHOLD)
        if not self.noisy:
            if one.value is not None:
                return one.value, one.value
            return (1, THRESHOLD - 1) if one.few else (0, np.inf)
        seen = small if one.value is None else [one.value]
        if one.value is not None and "/" in one.name:
            # An item is never shown over its base: it may have been shifted higher.
            return max(0, one.value - TABLE.bound), np.inf
        counts = [
            count for value in seen for count in range(value + TABLE.bound + 1) if value - count in TABLE.law(count)
        ]
        return min(counts), max(counts)

    def other(self, target: tuple[int, ...], true: int) -> int | None:
        """A count of a sum of profiles that fits all that is known and isn't the true one; None where there is none."""
        return next((end for end in (self._end(target, -1), self._end(target, 1)) if end != true), None)

    def _end(self, target: tuple[int, ...], sign: int) -> int:
        """The greatest count of a sum of profiles (sign -1), or the least (1)."""
        sums = list(self.lows)
        matrix = np.zeros((len(sums), len(PROFILES)))
        for rank, profiles in enumerate(sums):
            matrix[rank, list(profiles)] = 1
        known = LinearConstraint(matrix, [self.lows[s] for s in sums], [self.highs[s] for s in sums])
        wanted = np.zeros(len(PROFILES))
        wanted[list(target)] = sign
        found = milp(wanted, constraints=known, integrality=np.ones(len(PROFILES)), bounds=Bounds(0, 500))
        # The truth fits: a solver that finds nothing would make every test pass.
        assert found.status == 0, f"what was shown fits no sample: {found.message}"
        return round(abs(found.fun))
