"""French numbers, dates, plurals, lists and typography. Pure functions that know no model."""

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
    spaced,
    typographic,
)

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
    "spaced",
    "typographic",
]
