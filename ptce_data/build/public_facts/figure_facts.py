"""Every published figure, as printed, with its base as stated."""

from pathlib import Path

from ptce_data.build import fact_lines
from ptce_data.schema import source_words

_COLUMNS = (
    "figure_id",
    "survey",
    "date",
    "topic",
    "item",
    "value",
    "value_text",
    "unit",
    "base_as_stated",
    "base_n",
    "base_certainty",
    "indicator",
    "item_code",
    "source_url",
)


def rows(folder: Path) -> list[dict]:
    """Rows of the `figures` table from `facts/figures.csv`; DataError with every faulty line.

    Only one figure documents a given item of an indicator: the others are kept, without this link.
    """
    lines = fact_lines.read(folder / "facts" / "figures.csv", _COLUMNS)
    seen: dict[tuple, int] = {}
    built = []
    for line in lines:
        row = _row(line)
        documented = (row["indicator"], row["item_code"])
        if documented != (None, None) and documented in seen:
            rule = f"modalité déjà documentée à la ligne {seen[documented]}"
            line.fault("item_code", rule, "ne lier qu’un chiffre par modalité, le mieux sourcé")
        seen.setdefault(documented, line.row)
        built.append(row)
    fact_lines.refuse(lines)
    return built


def _row(line: fact_lines.Line) -> dict:
    row = {
        "figure_id": line.text("figure_id", required=True),
        "survey": line.text("survey", required=True),
        "date": line.text("date"),
        "topic": line.text("topic", required=True),
        "item": line.text("item", required=True),
        "value": line.number("value"),
        "value_text": line.text("value_text"),
        "unit": line.text("unit"),
        "base_as_stated": line.text("base_as_stated"),
        "base_n": line.integer("base_n"),
        "base_certainty": line.mapped("base_certainty", source_words.BASE_CERTAINTIES),
        "indicator": line.text("indicator"),
        "item_code": line.text("item_code"),
        "source_url": line.text("source_url", required=True),
    }
    if (row["indicator"] is None) != (row["item_code"] is None):
        line.fault("item_code", "indicateur sans modalité, ou l’inverse", "renseigner les deux, ou aucun")
    return row
