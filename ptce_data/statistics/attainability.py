"""Which whole numbers give a printed percentage: the GRIM test (N. Brown and J. Heathers, 2017)."""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from math import ceil, floor


def attainable(percent: float | Decimal | str, base: int, decimals: int = 0) -> tuple[int, ...]:
    """The numerators k that `percent`, printed with `decimals`, may stand for on this base.

    Both roundings in use are allowed: half up and half to even. `attainable(82, 24)` is empty: 19 of 24 is
    79.2 %, 20 of 24 is 83.3 %. Raises ValueError for a base under 1.
    """
    if base < 1:
        raise ValueError(f"Expected a base of 1 or more, got {base}.")
    printed = Decimal(str(percent))
    step = Decimal(1).scaleb(-decimals)
    lowest, highest = (printed - step) * base / 100, (printed + step) * base / 100
    candidates = range(max(0, floor(lowest)), min(base, ceil(highest)) + 1)
    return tuple(k for k in candidates if printed in _roundings(k, base, step))


def _roundings(count: int, base: int, step: Decimal) -> set[Decimal]:
    # One operation on integers: a share divided first would lose its exact halves.
    value = Decimal(100 * count) / Decimal(base)
    return {value.quantize(step, rounding) for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)}


def smallest_base(percents: Iterable[float], decimals: int = 0, limit: int = 10_000) -> int | None:
    """The smallest base on which every percentage is attainable, None up to `limit`.

    `smallest_base((91, 82, 67))` is 33.
    """
    printed = tuple(percents)
    bases = range(1, limit + 1)
    return next((base for base in bases if all(attainable(p, base, decimals) for p in printed)), None)
