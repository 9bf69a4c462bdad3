"""Gower's distance against a plain loop, scipy, and what a distance always is."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import cdist

from ptce_data.comparison.gower import Kind, distances, ranges

KINDS = {"size": Kind.NUMBER, "status": Kind.CATEGORY, "sectors": Kind.SET}
POLE = st.tuples(st.one_of(st.just(math.nan), st.floats(0, 100)), st.integers(-1, 3), st.integers(0, 15))
WEIGHTS = st.fixed_dictionaries({key: st.sampled_from((0.0, 0.5, 1.0, 2.0)) for key in KINDS})


def profile(poles):
    sizes, statuses, sectors = zip(*poles, strict=True)
    return {
        "size": np.array(sizes, dtype=float),
        "status": np.array(statuses),
        "sectors": np.array(sectors, dtype=np.uint16),
    }


def by_hand(one, other, weights, span):
    """The definition of 1971, one pair at a time."""
    total = known = 0.0
    if not math.isnan(one[0]) and not math.isnan(other[0]):
        total, known = total + weights["size"] * (abs(one[0] - other[0]) / span if span else 0), known + weights["size"]
    if one[1] >= 0 and other[1] >= 0:
        total, known = total + weights["status"] * (one[1] != other[1]), known + weights["status"]
    if one[2] and other[2]:
        mine, theirs = ({bit for bit in range(4) if sectors >> bit & 1} for sectors in (one[2], other[2]))
        total += weights["sectors"] * (1 - len(mine & theirs) / len(mine | theirs))
        known += weights["sectors"]
    return total / known if known else math.nan


@given(mine=POLE, others=st.lists(POLE, min_size=1, max_size=12), weights=WEIGHTS)
def test_vectorised_is_the_definition(mine, others, weights):
    own, theirs = profile([mine]), profile(others)
    spans = ranges(own, theirs, KINDS)
    found = distances(own, theirs, KINDS, weights, spans).total
    expected = [by_hand(mine, other, weights, spans["size"]) for other in others]
    assert found == pytest.approx(expected, nan_ok=True)
    assert all(math.isnan(value) or -1e-12 <= value <= 1 + 1e-12 for value in found)


def test_a_distance_is_symmetric_and_zero_to_oneself():
    poles = profile([(1, 0, 3), (8, 1, 5), (20, 1, 6)])
    spans = ranges(poles, poles, KINDS)
    weights = dict.fromkeys(KINDS, 1.0)
    for first in range(3):
        for second in range(3):
            one = {key: values[first : first + 1] for key, values in poles.items()}
            other = {key: values[second : second + 1] for key, values in poles.items()}
            there, back = (distances(*pair, KINDS, weights, spans).total[0] for pair in ((one, other), (other, one)))
            assert there == back and (there == 0) == (first == second)


def test_scipy_gives_the_same_parts():
    rng = np.random.default_rng(4)
    sizes, sectors = rng.gamma(2, 4, 200), rng.integers(1, 1 << 14, 200)
    theirs = {"size": sizes, "status": np.zeros(200, dtype=int), "sectors": sectors.astype(np.uint16)}
    own = {key: values[:1] for key, values in theirs.items()}
    parts = distances(own, theirs, KINDS, dict.fromkeys(KINDS, 1.0), ranges(own, theirs, KINDS)).parts
    scaled = (sizes / np.ptp(sizes))[:, None]
    assert parts["size"] == pytest.approx(cdist(scaled[:1], scaled, "cityblock")[0])
    bits = (sectors[:, None] >> np.arange(14) & 1).astype(bool)
    assert parts["sectors"] == pytest.approx(cdist(bits[:1], bits, "jaccard")[0])
