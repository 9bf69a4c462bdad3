"""A Standing as a table and as a picture that can travel alone: mine, the reference, the verdicts, the sources."""

from ptce_data import palette
from ptce_data.charts import layout, spine_chart
from ptce_data.comparison.report import Estimate, Row, Standing
from ptce_data.comparison.report_wording import chance_sentence, verdict_words, why
from ptce_data.exports import pictures
from ptce_data.exports.csv_tables import table_csv
from ptce_data.exports.drawing import draw
from ptce_data.results.wording import source_line
from ptce_data.schema.codes import PROVENANCES
from ptce_data.texts import NBSP, plural, typographic


def csv(standing: Standing, excel: bool) -> bytes:
    """One line per row: shares from 0 to 1 (a number of structures for the size), states in words, sources."""
    import pandas as pd

    return table_csv(pd.DataFrame([_line(row, standing) for row in standing.rows]), excel)


def png(standing: Standing) -> bytes:
    """Every row as PNG, twice the size of the screen. Raises DrawingError."""
    return draw(picture(standing), "png")


def picture(standing: Standing) -> dict:
    """The whole spec, data included."""
    rows = standing.rows
    spec = spine_chart.spec(rows, export=True)
    feet = footer(standing)
    return spec | {
        "title": {"text": [title(standing)], "subtitle": header(standing)},
        "data": {"values": spine_chart.records(rows)},
        "layer": [*spec["layer"], *pictures.foot_layers(feet, spec["height"])],
        "width": pictures.WIDTH,
        "height": spec["height"] + layout.LINE * (len(feet) + 1),
        "padding": pictures.MARGIN,
        "background": palette.PAPER["light"],
        "config": spec["config"] | pictures.config(),
    }


def title(standing: Standing) -> str:
    return f"{standing.name or 'Mon pôle'} et sa référence"


def header(standing: Standing) -> list[str]:
    """The lines under the title: what the reference is, on which base."""
    kind, meaning = next((code.label, code.definition) for code in PROVENANCES if code.code == standing.provenance)
    base = f"{plural(len(standing.peers), 'pôle')}, {plural(standing.structures, 'structure')}"
    lines = pictures.wrapped(f"Référence{NBSP}: {standing.group_words} ({base})", 112)
    return lines + pictures.wrapped(typographic(f"{kind} : {meaning[:1].lower()}{meaning[1:]}"), 112)


def footer(standing: Standing) -> list[str]:
    """The lines under the chart: what chance does, where it comes from."""
    own = "un pôle de l’échantillon, retiré de la référence" if standing.left_out else "chiffres apportés, non vérifiés"
    notes = [
        chance_sentence(standing),
        "« Au-dessus » ne veut pas dire mieux : une pratique n’est ni une qualité ni un défaut.",
        f"Mon pôle : {own}.",
        f"Référence : {source_line(standing.source)}",
    ]
    if standing.published_source:
        notes.append(f"Publié : {source_line(standing.published_source)}")
    return [line for note in notes if note for line in pictures.wrapped(typographic(note), 122)]


def _line(row: Row, standing: Standing) -> dict[str, object]:
    published = row.published
    return {
        "indicateur": row.indicator,
        "code": row.item,
        "question": row.title,
        "ligne": row.label,
        "mesure": str(row.measure),
        **_estimate("mon_pole", row.mine),
        **_estimate("reference", row.reference),
        "poles": row.poles,
        "publie": None if published is None else published.value,
        "publie_base": "" if published is None else published.certainty,
        "verdict": verdict_words(row),
        "pourquoi": why(row),
        "groupe": standing.group_words,
        "nature": PROVENANCES.label(standing.provenance),
        "source": source_line(standing.source),
    }


def _estimate(name: str, estimate: Estimate) -> dict[str, object]:
    """The value, or the range that a masked one lies in; and the interval."""
    least, most = estimate.possible or (None, None)
    return {
        name: estimate.value,
        f"{name}_etat": "masqué" if estimate.possible else "" if estimate.value is not None else "sans réponse",
        f"{name}_possible_bas": least,
        f"{name}_possible_haut": most,
        f"{name}_bas": estimate.low,
        f"{name}_haut": estimate.high,
        f"{name}_base": estimate.n or None,
    }
