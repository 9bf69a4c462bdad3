"""Intervals of shares: what chance alone could change.

Wilson's, at 95 %, on an effective sample size where the sampled population is finite and known:
n* = n (N − 1) / (N − n), so that p (1 − p) / n* is the variance of a proportion drawn without replacement from N
(W. G. Cochran, Sampling Techniques, 3rd ed., 1977, § 2.6 and 3.2; B. O’Neill, Mathematical properties and
finite-population correction for the Wilson score interval, 2021, arXiv 2109.12464). A whole population has no
sampling error: its interval is its share. The interval speaks of chance alone: the sample of the survey was not
drawn at random.
"""

from collections.abc import Sequence

CONFIDENCE = 0.95


def warm() -> None:
    """Import what the intervals need (a tenth of a second): call it from a background thread."""
    from scipy import special  # noqa: F401


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
        shares = [counts[rank] / bases[rank] for rank in sampled]
        sizes = [effective_size(bases[rank], frames[rank]) for rank in sampled]
        for rank, bounds in zip(sampled, wilson(shares, sizes), strict=True):
            found[rank] = bounds
    return found


def wilson(
    shares: Sequence[float], sizes: Sequence[float], confidence: float = CONFIDENCE
) -> list[tuple[float, float]]:
    """(low, high) of each share, from 0 to 1, of a sample of that size, which may be an effective size, not whole."""
    import numpy as np
    from scipy.special import ndtri

    shares, sizes = np.asarray(shares, dtype=float), np.asarray(sizes, dtype=float)
    z = ndtri((1 + confidence) / 2)
    center = shares + z**2 / (2 * sizes)
    half_width = z * np.sqrt(shares * (1 - shares) / sizes + (z / (2 * sizes)) ** 2)
    shrinkage = 1 + z**2 / sizes
    low, high = (center - half_width) / shrinkage, (center + half_width) / shrinkage
    # Nobody and everybody are exact bounds, which floating point misses by a hair.
    low = np.where(shares == 0, 0.0, np.clip(low, 0, 1))
    high = np.where(shares == 1, 1.0, np.clip(high, 0, 1))
    return list(zip(low.tolist(), high.tolist(), strict=True))


def exact(count: int, base: int) -> tuple[float, float]:
    """Clopper and Pearson's 95 % interval, never too narrow: what "nobody" and "everybody" can hide.

    Raises ValueError unless 0 <= count <= base and the base is not empty.
    """
    from scipy.special import betaincinv

    if not (0 <= count <= base and base):
        raise ValueError(f"Expected 0 <= count <= base and base > 0, got {count}, {base}.")
    tail = (1 - CONFIDENCE) / 2
    low = 0.0 if count == 0 else float(betaincinv(count, base - count + 1, tail))
    high = 1.0 if count == base else float(betaincinv(count + 1, base - count, 1 - tail))
    return low, high


def effective_size(base: int, frame: int | None) -> float:
    """The sample size that, drawn from an endless population, would be as precise; base < frame."""
    return float(base) if frame is None else base * (frame - 1) / (frame - base)
