"""One pole beside a reference group: where it stands, how sure that is, who is like it, whom to call."""

from ptce_data.comparison.comparing import compare
from ptce_data.comparison.contacts import Call, calls
from ptce_data.comparison.context import VARIABLE, VARIABLES, WEIGHTS, read_weights, weights_text
from ptce_data.comparison.groups import KINDS, Group, ReadGroup, from_text
from ptce_data.comparison.membership import MIN_POLES, MIN_STRUCTURES, Option
from ptce_data.comparison.picking import choices, most_like_mine, picked, rank
from ptce_data.comparison.report import Estimate, Measure, Peer, Row, SelectionBounds, Spread, Standing, Verdict
from ptce_data.comparison.similar import Reason, Similar, SimilarPole

__all__ = [
    "KINDS",
    "MIN_POLES",
    "MIN_STRUCTURES",
    "VARIABLE",
    "VARIABLES",
    "WEIGHTS",
    "Call",
    "Estimate",
    "Group",
    "Measure",
    "Option",
    "Peer",
    "ReadGroup",
    "Reason",
    "Row",
    "SelectionBounds",
    "Similar",
    "SimilarPole",
    "Spread",
    "Standing",
    "Verdict",
    "calls",
    "choices",
    "compare",
    "from_text",
    "most_like_mine",
    "picked",
    "rank",
    "read_weights",
    "weights_text",
]
