"""The only place that masks: no answer is shown, exported, linked or printed before it has passed through here.

A release declares its policy (`datasets.release`): `open` masks nothing, `threshold` masks small groups
(`primary_suppression`, and `complementary_suppression` for what a page shows together), `protected` first shifts every
count a little (`noise_table`, by the cell keys of `keyed_counts`). `comparison_policy` says what a comparison may show
of single poles. Public facts and published figures are not secret. Method and limits: docs/secret.md.
"""

from ptce_data.disclosure.keyed_counts import NOBODY, KeyedCount, KeyedCounts
from ptce_data.disclosure.noise_table import TABLE, NoiseTable
from ptce_data.disclosure.policy import DisclosurePolicy, policy_of, rows_may_leave
from ptce_data.disclosure.primary_suppression import DOMINANCE, THRESHOLD, below_threshold, mask, mask_options

__all__ = [
    "DOMINANCE",
    "NOBODY",
    "TABLE",
    "THRESHOLD",
    "DisclosurePolicy",
    "KeyedCount",
    "KeyedCounts",
    "NoiseTable",
    "below_threshold",
    "mask",
    "mask_options",
    "policy_of",
    "rows_may_leave",
]
