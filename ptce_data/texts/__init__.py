"""Everything that is written: French numbers, dates and plurals, and the sentences of a Result. Pure functions."""

from ptce_data.texts.formats import (
    MINUS,
    NBSP,
    NNBSP,
    NOT_AVAILABLE,
    date,
    inflected,
    listing,
    number,
    percent,
    plural,
    published_percent,
    quoted,
)
from ptce_data.texts.selections import selection_words

__all__ = [
    "MINUS",
    "NBSP",
    "NNBSP",
    "NOT_AVAILABLE",
    "date",
    "inflected",
    "listing",
    "number",
    "percent",
    "plural",
    "published_percent",
    "quoted",
    "selection_words",
]
