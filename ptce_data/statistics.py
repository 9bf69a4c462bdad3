"""Intervals and attainability: what a percentage on a base can and can't say.

Interval: Wilson's, at 95 %, on an effective sample size where the sampled population is finite and known:
n* = n (N − 1) / (N − n), so that p (1 − p) / n* is the variance of a proportion drawn without replacement from N
(W. G. Cochran, Sampling Techniques, 3rd ed., 1977, § 2.6 and 3.2). A whole population has no sampling error: its
interval is its share. The interval speaks of chance alone: the sample of the survey was not drawn at random.

Attainability is the GRIM test (N. Brown and J. Heathers, 2017): which whole numbers give a printed percentage.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from math import ceil, floor

CONFIDENCE = 0.95


def warm() -> None:
    """Import what the intervals need (over a second): call it from a background thread."""
    from statsmodels.stats.proportion import proportion_confint  # noqa: F401


def intervals(
    counts: Sequence[int], bases: Sequence[int], frames: Sequence[int | None]
) -> list[tuple[float, float] | None]:
    """(low, high) of each share count / base, from 0 to 1; None on an empty base.

    frames: size of the population each base was drawn from, None where it isn't known.
    Raises ValueError where count ≤ base ≤ frame doesn't hold.
    """
    for count, base, frame in zip(counts, bases, frames, strict=True):
        if not 0 <= count <= base or (frame is not None and base > frame):
            raise ValueError(f"Expected 0 <= count <= base <= frame, got {count}, {base}, {frame}.")
    found: list[tuple[float, float] | None] = [None] * len(counts)
    sampled = []
    for rank, (count, base, frame) in enumerate(zip(counts, bases, frames, strict=True)):
        if base and base == frame:
            found[rank] = (count / base, count / base)
        elif base:
            sampled.append(rank)
    if sampled:
        for rank, bounds in zip(sampled, _wilson(counts, bases, frames, sampled), strict=True):
            found[rank] = bounds
    return found


def _wilson(counts, bases, frames, ranks: list[int]) -> list[tuple[float, float]]:
    import numpy as np
    from statsmodels.stats.proportion import proportion_confint

    effective = np.array([effective_size(bases[rank], frames[rank]) for rank in ranks])
    shares = np.array([counts[rank] / bases[rank] for rank in ranks])
    low, high = proportion_confint(shares * effective, effective, alpha=1 - CONFIDENCE, method="wilson")
    # Nobody and everybody are exact bounds, which floating point misses by a hair.
    low = np.where(shares == 0, 0.0, np.clip(low, 0, 1))
    high = np.where(shares == 1, 1.0, np.clip(high, 0, 1))
    return list(zip(low.tolist(), high.tolist(), strict=True))


def effective_size(base: int, frame: int | None) -> float:
    """The sample size that, drawn from an endless population, would be as precise; base < frame."""
    return float(base) if frame is None else base * (frame - 1) / (frame - base)


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
