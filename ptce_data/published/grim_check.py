"""Rows of the figures table → one Checked per percentage."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ptce_data.indicators import INDICATOR
from ptce_data.published.grim_model import Candidate, Checked, Neighbour, Reason, Verdict, Way
from ptce_data.statistics import Rounding, attainable, possible_bases

#: How a source may have cut its decimals, in the order in which it is told.
WAYS = (Rounding.HALF_UP, Rounding.FLOOR)

#: figure_id of the percentages of an amount (money, working time), which no count of units can confirm.
AMOUNTS = frozenset(
    {
        "direccte-2015-part-autofinancee-activite-ai",
        "labo-2017-affaires-genere-appartenance-ptce",
        "labo-2017-animation-etp-ptce-consacres-animation-coordination",
        "labo-2017-animation-part-animation-maximum",
        "labo-2017-animation-part-animation-minimum",
    }
)

#: figure_id of the numbers of units that the survey counted: what its unstated bases may be.
KNOWN_BASES = (
    "labo-2017-methode-ptce-consolides",
    "labo-2017-methode-ptce-echantillon",
    "labo-2017-methode-structures-consolidees",
    "labo-2017-methode-structures-echantillon",
)


def check(rows: Sequence[dict]) -> tuple[Checked, ...]:
    """Every percentage among the rows of the figures table, in their order."""
    known = [row for row in rows if row["figure_id"] in KNOWN_BASES and row["value"] is not None]
    known.sort(key=lambda row: KNOWN_BASES.index(row["figure_id"]))
    printed = (row for row in rows if row["unit"] == "%")
    return tuple(_check(row, [base for base in known if base["survey"] == row["survey"]]) for row in printed)


def _check(row: dict, known: Iterable[dict]) -> Checked:
    percent = _plain(row["value"])
    decimals = max(0, -percent.as_tuple().exponent) if percent is not None else 0
    base = int(row["base_n"]) if row["base_n"] else None
    untestable = _untestable(row, percent)
    ways = () if untestable else tuple(_way(percent, decimals, base, rounding) for rounding in WAYS)
    reason = untestable or (None if base else Reason.NO_BASE)
    indicator = INDICATOR.get(row["indicator"])
    return Checked(
        row["figure_id"],
        row["survey"],
        row["date"] or "",
        row["topic"],
        row["item"],
        indicator.title if indicator else "",
        percent,
        decimals,
        row["value_text"] or "",
        row["base_as_stated"] or "",
        base,
        row["base_certainty"] or "unstated",
        row["indicator"] or "",
        row["item_code"] or "",
        row["source_url"],
        _verdict(reason, ways),
        reason,
        ways,
        tuple(_candidate(percent, decimals, one) for one in known) if ways else (),
        _neighbours(percent, decimals, base, ways) if ways and base else (),
    )


def _plain(value: float | None) -> Decimal | None:
    """57 for 57.0, 66.7 for 66.7: as printed, without the zeros that a file adds."""
    if value is None:
        return None
    number = Decimal(str(value))
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _untestable(row: dict, percent: Decimal | None) -> Reason | None:
    if row["figure_id"] in AMOUNTS:
        return Reason.AMOUNT
    if percent is None or row["value_text"]:
        return Reason.WORDS
    return Reason.CHANGE if percent > 100 else None


def _way(percent: Decimal, decimals: int, base: int | None, rounding: Rounding) -> Way:
    numerators = attainable(percent, base, decimals, rounding) if base else None
    return Way(rounding, numerators, possible_bases((percent,), decimals, rounding))


def _verdict(reason: Reason | None, ways: tuple[Way, ...]) -> Verdict:
    if reason:
        return Verdict.UNDECIDABLE
    return Verdict.POSSIBLE if any(way.numerators for way in ways) else Verdict.IMPOSSIBLE


def _candidate(percent: Decimal, decimals: int, known: dict) -> Candidate:
    base = int(known["value"])
    rounded, truncated = (attainable(percent, base, decimals, rounding) for rounding in WAYS)
    return Candidate(known["figure_id"], base, known["unit"] or "", known["item"], rounded, truncated)


def _neighbours(percent: Decimal, decimals: int, base: int, ways: tuple[Way, ...]) -> tuple[Neighbour, ...]:
    """The numerators that give the percentage, and one on each side; where none does, the two on each side of it."""
    giving = [count for way in ways for count in way.numerators]
    below = int(percent * base / 100)
    first, last = (min(giving) - 1, max(giving) + 1) if giving else (below, below + 1)
    return tuple(_neighbour(count, base, decimals) for count in range(max(0, first), min(base, last) + 1))


def _neighbour(count: int, base: int, decimals: int) -> Neighbour:
    scale, finer = 100 * 10**decimals, 100 * 10 ** (decimals + 2)
    return Neighbour(
        count,
        Decimal((2 * finer * count + base) // (2 * base)).scaleb(-decimals - 2),
        Decimal((2 * scale * count + base) // (2 * base)).scaleb(-decimals),
        Decimal(scale * count // base).scaleb(-decimals),
    )
