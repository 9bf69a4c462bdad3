"""Intervals of shares: what chance alone could change.

Wilson's, at 95 %, on an effective sample size where the sampled population is finite and known:
n* = n (N − 1) / (N − n), so that p (1 − p) / n* is the variance of a proportion drawn without replacement from N
(W. G. Cochran, Sampling Techniques, 3rd ed., 1977, § 2.6 and 3.2). A whole population has no sampling error: its
interval is its share. The interval speaks of chance alone: the sample of the survey was not drawn at random.
"""

from collections.abc import Sequence

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
