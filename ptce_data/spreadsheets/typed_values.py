"""What XLSX and ODS share: how a number is read, and what is said of a computed value."""

import math

FORMULA = "une formule n’est jamais calculée ici, et son dernier résultat peut être faux"
VALUES = "copier les données et les coller dans le modèle (« Collage spécial », « Valeurs »)"


def number_or_text(raw: str) -> float | str:
    """A finite number where it is one, else the text as it is."""
    try:
        number = float(raw) if len(raw) < 40 else math.nan
    except ValueError:
        return raw
    return number if math.isfinite(number) else raw
