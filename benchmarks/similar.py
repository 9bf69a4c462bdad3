"""How the search of similar poles grows: 160, 1,600 and 160,000 poles. `python -m benchmarks.similar`

Context drawn at random, always the same; the median of some runs. Interactive means under 100 ms: a slider of
weights moves without being waited for.
"""

import sys
from statistics import median
from time import perf_counter

import numpy as np

from benchmarks.report import Line, table
from ptce_data.comparison.gower import distances, ranges
from ptce_data.comparison.neighbours import KINDS, WEIGHTS, nearest, typical_distance

SIZES = (160, 1_600, 16_000, 160_000)
INTERACTIVE = 1_600
BOUND_MS = 100
WANTED = 8
RUNS = 15


def profile(length: int) -> dict[str, np.ndarray]:
    """Contexts with the shape of the sample's, unknown values included."""
    draw = np.random.default_rng(2017)
    unknown = draw.random(length) < 0.05
    return {
        "secteurs": draw.integers(0, 1 << 14, length).astype(np.uint16),
        "taille": np.log2(draw.integers(2, 40, length)),
        "outremer": draw.integers(0, 2, length),
        "departement": np.where(unknown, np.nan, draw.normal(19, 1, length)),
        "qpv": draw.integers(-1, 2, length),
        "iae": np.where(unknown, -1, draw.integers(0, 2, length)),
        "statut": draw.integers(-1, 11, length),
    }


def measured(length: int) -> float:
    """Milliseconds from weights to the nearest poles and the typical distance."""
    others = profile(length)
    mine = {key: values[:1] for key, values in others.items()}
    times = []
    for run in range(RUNS):
        weights = {key: weight * (1 + run / 100) for key, weight in WEIGHTS.items()}
        start = perf_counter()
        spans = ranges(others, mine, KINDS)
        ranks = nearest(distances(mine, others, KINDS, weights, spans).total, WANTED, left_out=0)
        typical_distance(others, weights, spans)
        times.append((perf_counter() - start) * 1_000)
        assert len(ranks) == WANTED
    return median(times)


def main() -> int:
    lines = []
    for length in SIZES:
        bound = BOUND_MS if length == INTERACTIVE else None
        lines.append(Line(f"{length:,} pôles".replace(",", "\u202f"), measured(length), bound=bound))
    print(table(lines))
    return 0 if all(line.holds for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
