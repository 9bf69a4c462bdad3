"""Means and ratios: Student's t against scipy, the bootstrap against its own promises."""

import numpy as np
import pytest
from scipy import stats

from ptce_data.statistics import mean_interval, ratio_interval

#: Full-time equivalents of the poles of the demonstration sample: coordination, total.
PART = [3.0, 1.4, 1.0, 1.0, 0, 3.0, 1.2, 0.9, 0, 1.0, 1.9, 1.9, 3.2, 2.1, 0.6, 2.0, 0, 0.6, 1.6, 0.5, 0, 2.2, 1.2, 0.3]
WHOLE = [24, 16, 11, 15, 6, 32, 27.5, 10, 4, 21, 10.5, 5, 18.5, 13.5, 3.5, 22, 8.5, 14, 5.5, 12, 2.5, 9, 8, 7]


def test_many_units_take_students_t():
    values = np.random.default_rng(1).gamma(2, 4, 60)
    expected = stats.ttest_1samp(values, 0).confidence_interval(0.95)
    assert mean_interval(values) == pytest.approx((expected.low, expected.high), rel=1e-9)


def test_worked_example_of_students_t():
    """NIST/SEMATECH e-Handbook, § 1.3.5.2 (ZARR13): 195 values, mean 9.261460, s 0.022789 → 9.258242 to 9.264679."""
    values = np.random.default_rng(3).normal(size=195)
    values = (values - values.mean()) / values.std(ddof=1) * 0.022789 + 9.261460
    assert mean_interval(values) == pytest.approx((9.258242, 9.264679), abs=2e-6)


def test_few_units_take_the_bootstrap_and_always_say_the_same():
    low, high = mean_interval(WHOLE)
    assert (low, high) == mean_interval(WHOLE)
    assert low < np.mean(WHOLE) < high
    student = stats.t.interval(0.95, len(WHOLE) - 1, np.mean(WHOLE), stats.sem(WHOLE))
    assert (low, high) == pytest.approx(student, abs=1.2)


def test_the_ratio_is_close_to_its_linearised_variance():
    low, high = ratio_interval(PART, WHOLE)
    part, whole = np.array(PART), np.array(WHOLE)
    ratio = part.sum() / whole.sum()
    assert ratio == pytest.approx(0.1, abs=5e-4)
    error = np.std(part - ratio * whole, ddof=1) / np.sqrt(len(part)) / whole.mean()
    assert (low, high) == pytest.approx((ratio - 2.069 * error, ratio + 2.069 * error), abs=0.012)


def test_what_does_not_vary_has_no_width_and_one_unit_says_nothing():
    assert mean_interval([4, 4, 4]) == (4, 4)
    assert ratio_interval([1, 2, 3], [10, 20, 30]) == pytest.approx((0.1, 0.1))
    assert mean_interval([4]) is None and mean_interval([]) is None
    assert ratio_interval([1], [2]) is None and ratio_interval([1, 0], [2, 0]) is None
