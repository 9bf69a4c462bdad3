"""What a figure can and can't say: intervals, differences, ranks, bounds, attainability. Pure functions, no data."""

from ptce_data.statistics.clusters import clustered_interval, design_effect
from ptce_data.statistics.differences import difference
from ptce_data.statistics.grim import Bases, Rounding, attainable, common_bases, possible_bases, smallest_base
from ptce_data.statistics.means import mean_interval, ratio_interval
from ptce_data.statistics.proportions import CONFIDENCE, effective_size, exact, intervals, warm, wilson
from ptce_data.statistics.ranks import rank_interval
from ptce_data.statistics.selection_bounds import worst_case

__all__ = [
    "CONFIDENCE",
    "Bases",
    "Rounding",
    "attainable",
    "clustered_interval",
    "common_bases",
    "design_effect",
    "difference",
    "effective_size",
    "exact",
    "intervals",
    "mean_interval",
    "possible_bases",
    "rank_interval",
    "ratio_interval",
    "smallest_base",
    "warm",
    "wilson",
    "worst_case",
]
