"""One pole beside a reference group: where it stands, how sure that is, who is like it, whom to call."""

from ptce_data.comparison.api import choices, compare, pole_of_sample, rank, similar_poles
from ptce_data.comparison.contacts import Recommendation, recommendations
from ptce_data.comparison.groups import KINDS, MIN_POLES, MIN_STRUCTURES, Group, Option, Peer, ReadGroup, from_text
from ptce_data.comparison.neighbours import (
    VARIABLE,
    VARIABLES,
    WEIGHTS,
    Reason,
    SimilarPole,
    SimilarPoles,
    read_weights,
    weights_text,
)
from ptce_data.comparison.report import ComparisonReport, Estimate, Measure, Row, SelectionBounds, Spread, Verdict

__all__ = [
    "KINDS",
    "MIN_POLES",
    "MIN_STRUCTURES",
    "VARIABLE",
    "VARIABLES",
    "WEIGHTS",
    "ComparisonReport",
    "Estimate",
    "Group",
    "Measure",
    "Option",
    "Peer",
    "ReadGroup",
    "Reason",
    "Recommendation",
    "Row",
    "SelectionBounds",
    "SimilarPole",
    "SimilarPoles",
    "Spread",
    "Verdict",
    "choices",
    "compare",
    "from_text",
    "pole_of_sample",
    "rank",
    "read_weights",
    "recommendations",
    "similar_poles",
    "weights_text",
]
