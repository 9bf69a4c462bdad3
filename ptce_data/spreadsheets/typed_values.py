"""What XLSX and ODS share: how a number is read."""

import math


def number_or_text(raw: str) -> float | str:
    """A finite number where it is one, else the text as it is."""
    try:
        number = float(raw) if len(raw) < 40 else math.nan
    except ValueError:
        return raw
    return number if math.isfinite(number) else raw
