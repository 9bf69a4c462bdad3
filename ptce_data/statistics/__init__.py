"""What a figure can and can't say: intervals of shares, attainable percentages. Pure functions, no data."""

from ptce_data.statistics.attainability import attainable, smallest_base
from ptce_data.statistics.proportions import CONFIDENCE, effective_size, intervals, warm

__all__ = ["CONFIDENCE", "attainable", "effective_size", "intervals", "smallest_base", "warm"]
