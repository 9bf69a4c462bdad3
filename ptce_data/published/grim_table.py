"""The verdicts as a table to take away, one line per percentage."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ptce_data import texts
from ptce_data.published import grim_wording
from ptce_data.published.grim_model import Checked
from ptce_data.schema.codes import BASE_CERTAINTIES

if TYPE_CHECKING:
    import pandas


def table(figures: Iterable[Checked]) -> "pandas.DataFrame":
    """Columns in French, in the order of the reasoning; empty where a step has no object."""
    import pandas as pd

    frame = pd.DataFrame([_row(one) for one in figures])
    numbers = [name for name in frame.columns if name.startswith(("base chiffrée", "plus petite base"))]
    return frame.astype(dict.fromkeys(numbers, "Int64"))


def _row(one: Checked) -> dict[str, object]:
    ways = dict(zip(("en arrondissant", "en tronquant"), one.ways or (None, None), strict=True))
    return {
        "identifiant": one.figure_id,
        "enquête": one.survey,
        "date": one.date,
        "sujet": one.topic,
        "ce qui est compté": one.item,
        "question": one.question,
        "imprimé": grim_wording.printed(one),
        "base dite": texts.typographic(one.base_as_stated),
        "base chiffrée": one.base_n,
        "certitude de la base": BASE_CERTAINTIES.label(one.certainty),
        "verdict": grim_wording.VERDICTS[one.verdict],
        "précision": grim_wording.verdict_sentence(one),
        **{f"numérateurs {name}": _numerators(way) for name, way in ways.items()},
        **{f"plus petite base {name}": way.bases.smallest if way else None for name, way in ways.items()},
        **{f"bases possibles {name}": grim_wording.bases(way.bases) if way else None for name, way in ways.items()},
        "page lue": one.url,
    }


def _numerators(way) -> str | None:
    if way is None or way.numerators is None:
        return None
    return " ".join(map(str, way.numerators)) or "aucun"
