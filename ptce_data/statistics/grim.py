"""Which whole numbers give a printed percentage: the GRIM test (N. Brown and J. Heathers, 2017).

Integers from end to end: a share divided first would lose its exact halves. With S = 100 × 10^decimals, k of n is
printed as P (a number of last decimals) when S·k/n falls into an interval around P that the rounding decides.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Rounding(StrEnum):
    """How a source may have cut its decimals."""

    HALF_UP = "half-up"  # 12.5 is printed 13
    NEAREST = "nearest"  # half up, or half to even (12.5 is printed 12 or 13): both are in use
    FLOOR = "floor"  # 12.9 is printed 12: truncated


@dataclass(frozen=True)
class Bases:
    """Bases on which percentages are possible: runs (first, last) in order, then every base from `always` on.

    `always` is None where no base is ever possible (over 100 %).
    """

    runs: tuple[tuple[int, int], ...]
    always: int | None

    def __contains__(self, base: int) -> bool:
        on = self.always is not None and base >= self.always
        return on or any(first <= base <= last for first, last in self.runs)

    @property
    def smallest(self) -> int | None:
        return self.runs[0][0] if self.runs else self.always


def attainable(
    percent: float | Decimal | str, base: int, decimals: int = 0, rounding: Rounding = Rounding.NEAREST
) -> tuple[int, ...]:
    """The numerators k that `percent`, printed with `decimals`, may stand for on this base.

    `attainable(82, 24)` is empty: 19 of 24 is 79.2 %, 20 of 24 is 83.3 %. Raises ValueError for a base under 1.
    """
    if base < 1:
        raise ValueError(f"Expected a base of 1 or more, got {base}.")
    printed = _last_decimals(percent, decimals)
    return () if printed is None else tuple(_numerators(printed, base, 100 * 10**decimals, rounding))


def smallest_base(
    percents: Iterable[float | Decimal | str],
    decimals: int = 0,
    limit: int = 10_000,
    rounding: Rounding = Rounding.NEAREST,
) -> int | None:
    """The smallest base on which every percentage is attainable, None up to `limit`.

    `smallest_base((91, 82, 67))` is 33.
    """
    printed = tuple(percents)
    return next((base for base in range(1, limit + 1) if _all(printed, base, decimals, rounding)), None)


def possible_bases(
    percents: Iterable[float | Decimal | str], decimals: int = 0, rounding: Rounding = Rounding.NEAREST
) -> Bases:
    """Every base on which all the percentages are attainable together.

    From 100 × 10^decimals on, shares are closer to one another than printed values are: every base is possible,
    unless none is.
    """
    printed = tuple(percents)
    limit = 100 * 10**decimals
    return _bases(limit, lambda base: _all(printed, base, decimals, rounding))


def common_bases(several: Iterable[Bases]) -> Bases:
    """Every base that belongs to all."""
    known = tuple(several)
    if any(one.always is None for one in known):
        return Bases((), None)
    return _bases(max(one.always for one in known), lambda base: all(base in one for one in known))


def _bases(limit: int, possible: Callable[[int], bool]) -> Bases:
    """limit: a base from which all are possible, unless none is."""
    if not possible(limit):
        return Bases((), None)
    runs: list[tuple[int, int]] = []
    for base in filter(possible, range(1, limit + 1)):
        if runs and runs[-1][1] == base - 1:
            runs[-1] = (runs[-1][0], base)
        else:
            runs.append((base, base))
    return Bases(tuple(runs[:-1]), runs[-1][0])


def _all(printed: tuple, base: int, decimals: int, rounding: Rounding) -> bool:
    return all(attainable(percent, base, decimals, rounding) for percent in printed)


def _last_decimals(percent: float | Decimal | str, decimals: int) -> int | None:
    """The percentage as a number of its last decimals; None where it has more of them, which no rounding prints."""
    scaled = Decimal(str(percent)).scaleb(decimals)
    return int(scaled) if scaled == int(scaled) else None


def _numerators(printed: int, base: int, scale: int, rounding: Rounding) -> range:
    """k with low ≤ 2·scale·k < high, or ≤ high where a half above is rounded down to an even number."""
    if rounding is Rounding.FLOOR:
        low, high = 2 * printed * base, 2 * (printed + 1) * base
    else:
        low, high = (2 * printed - 1) * base, (2 * printed + 1) * base
        if rounding is Rounding.NEAREST and printed % 2 == 0:
            high += 1
    step = 2 * scale
    return range(max(0, _ceiling(low, step)), min(base, _ceiling(high, step) - 1) + 1)


def _ceiling(numerator: int, denominator: int) -> int:
    return -(-numerator // denominator)
