"""A report as a table and as a picture that can travel alone: own values, the reference, verdicts, sources."""

from ptce_data import palette
from ptce_data.charts import layout, spine_chart
from ptce_data.comparison.report import ComparisonReport, Estimate, Row
from ptce_data.comparison.report_wording import chance_sentence, verdict_words, why
from ptce_data.exports import pictures
from ptce_data.exports.csv_tables import table_csv
from ptce_data.exports.drawing import draw
from ptce_data.results.wording import source_line
from ptce_data.schema.codes import PROVENANCES
from ptce_data.texts import NBSP, plural, typographic


def csv(report: ComparisonReport, excel: bool) -> bytes:
    """One line per row: shares from 0 to 1 (a number of structures for the size), states in words, sources."""
    import pandas as pd

    return table_csv(pd.DataFrame([_line(row, report) for row in report.rows]), excel)


def png(report: ComparisonReport) -> bytes:
    """Every row as PNG, twice the size of the screen. Raises DrawingError."""
    return draw(picture(report), "png")


def picture(report: ComparisonReport) -> dict:
    """The whole spec, data included."""
    rows = report.rows
    spec = spine_chart.spec(rows, export=True)
    feet = footer(report)
    return spec | {
        "title": {"text": [title(report)], "subtitle": header(report)},
        "data": {"values": spine_chart.records(rows)},
        "layer": [*spec["layer"], *pictures.foot_layers(feet, spec["height"])],
        "width": pictures.WIDTH,
        "height": spec["height"] + layout.LINE * (len(feet) + 1),
        "padding": pictures.MARGIN,
        "background": palette.PAPER["light"],
        "config": spec["config"] | pictures.config(),
    }


def title(report: ComparisonReport) -> str:
    return f"{report.name or 'Mon pôle'} et sa référence"


def header(report: ComparisonReport) -> list[str]:
    """The lines under the title: what the reference is, on which base."""
    kind, meaning = next((code.label, code.definition) for code in PROVENANCES if code.code == report.provenance)
    base = f"{plural(len(report.peers), 'pôle')}, {plural(report.structures, 'structure')}"
    lines = pictures.wrapped(f"Référence{NBSP}: {report.group_words} ({base})", 112)
    return lines + pictures.wrapped(typographic(f"{kind} : {meaning[:1].lower()}{meaning[1:]}"), 112)


def footer(report: ComparisonReport) -> list[str]:
    """The lines under the chart: what chance does, where it comes from."""
    own = "un pôle de l’échantillon, retiré de la référence" if report.left_out else "chiffres apportés, non vérifiés"
    notes = [
        chance_sentence(report),
        "« Au-dessus » ne veut pas dire mieux : une pratique n’est ni une qualité ni un défaut.",
        f"Mon pôle : {own}.",
        f"Référence : {source_line(report.source)}",
    ]
    if report.published_source:
        notes.append(f"Publié : {source_line(report.published_source)}")
    return [line for note in notes if note for line in pictures.wrapped(typographic(note), 122)]


def _line(row: Row, report: ComparisonReport) -> dict[str, object]:
    published = row.published
    return {
        "indicateur": row.indicator,
        "code": row.item,
        "question": row.title,
        "ligne": row.label,
        "mesure": str(row.measure),
        **_estimate("mon_pole", row.own),
        **_estimate("reference", row.reference),
        "poles": row.poles,
        "publie": None if published is None else published.value,
        "publie_base": "" if published is None else published.certainty,
        "verdict": verdict_words(row),
        "pourquoi": why(row),
        "groupe": report.group_words,
        "nature": PROVENANCES.label(report.provenance),
        "source": source_line(report.source),
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
