"""Every published percentage, checked in whole numbers: on which bases it is possible, alone and with its kin."""

from ptce_data.published.grim_model import Candidate, Checked, Group, Neighbour, Reason, Verdict, Way
from ptce_data.published.percentages import CheckedPercentages, checked_percentages

__all__ = [
    "Candidate",
    "Checked",
    "CheckedPercentages",
    "Group",
    "Neighbour",
    "Reason",
    "Verdict",
    "Way",
    "checked_percentages",
]
