"""The one door: nothing that respondents said is shown, exported, linked or printed but through here.

A release declares its policy (`datasets.release`): `open` masks nothing, `threshold` masks small groups
(`threshold`, and `views` for what a page shows together), `protected` shifts every count a little first (`noise`).
Public facts and published figures are not secret. Method and limits: docs/secret.md.
"""

from ptce_data.disclosure.noise_table import TABLE, NoiseTable
from ptce_data.disclosure.policy import Door, door, rows_may_leave
from ptce_data.disclosure.primary_suppression import DOMINANCE, THRESHOLD, mask, mask_options, small

__all__ = [
    "DOMINANCE",
    "TABLE",
    "THRESHOLD",
    "Door",
    "NoiseTable",
    "door",
    "mask",
    "mask_options",
    "rows_may_leave",
    "small",
]
