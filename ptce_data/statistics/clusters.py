"""Shares of units that come by clusters: structures of one pole resemble one another.

design_effect is the variance of a share estimated over clusters divided by that of a simple sample of as many units
(W. G. Cochran, Sampling Techniques, 3rd ed., 1977, § 3.12; L. Kish, Survey Sampling, 1965, § 5.4). Wilson's interval
is then taken on the base divided by it: the interval of the effective sample size (C. Franco, R. Little, T. Louis and
E. Slud, Comparative study of confidence intervals for proportions in complex sample surveys, J. Survey Stat.
Methodol. 7, 2019).
"""

from collections.abc import Sequence

from ptce_data.statistics.proportions import effective_size, wilson


def design_effect(counts: Sequence[int], bases: Sequence[int]) -> float:
    """At least 1: how many times wider the variance is because units come by clusters.

    counts, bases: yes and answered of each cluster. 1.0 under two clusters, or where all or nobody said yes.
    """
    import numpy as np

    yes, answered = np.asarray(counts, dtype=float), np.asarray(bases, dtype=float)
    yes, answered = yes[answered > 0], answered[answered > 0]
    total, clusters = answered.sum(), len(answered)
    share = yes.sum() / total if total else 0.0
    if clusters < 2 or not 0 < share < 1:
        return 1.0
    between = ((yes - share * answered) ** 2).sum() * clusters / (clusters - 1) / total**2
    return max(1.0, float(between / (share * (1 - share) / total)))


def clustered_interval(share: float, base: int, effect: float, frame: int | None = None) -> tuple[float, float] | None:
    """95 % interval of the share of all clusters together; None on an empty base.

    effect: see `design_effect`. frame: units of the population that the clusters were drawn from, None where it isn't
    known; a whole population has no sampling error. Raises ValueError where the base is larger than the frame.
    """
    if frame is not None and base > frame:
        raise ValueError(f"Expected base <= frame, got {base}, {frame}.")
    if not base:
        return None
    if base == frame:
        return share, share
    return wilson([share], [effective_size(base, frame) / effect])[0]
