"""The report: the main differences in words, then every row, theme by theme, as a chart, a table and a text."""

from dataclasses import dataclass

import streamlit as st

from ptce_data.charts import spine_chart
from ptce_data.comparison import ComparisonReport, Group, Row, Verdict
from ptce_data.comparison.report_wording import (
    chance_sentence,
    published_words,
    row_sentence,
    value_words,
    verdict_words,
    why,
)
from ptce_data.datasets.release import release
from ptce_data.disclosure.comparison_policy import picking_refusal
from ptce_data.results.wording import source_line
from ptce_data.schema.codes import PROVENANCES
from ptce_data.schema.user_pole import UserPole
from ptce_data.texts import NBSP, NNBSP, number, plural, quoted
from ptce_data.views.app.errors import guarded
from ptce_data.views.components import display_mode
from ptce_data.views.components.markup import html, plain
from ptce_data.views.live import live
from ptce_data.views.pages.comparer import comparison_downloads
from ptce_data.views.pages.comparer import group_choice as groups


@dataclass(frozen=True)
class Theme:
    """Indicators shown together on one card."""

    key: str
    title: str
    indicators: tuple[str, ...]


THEMES: tuple[Theme, ...] = (
    Theme("taille", "Taille et territoire", ("pole-size", "qpv")),
    Theme("secteurs", "Secteurs", ("sectors",)),
    Theme("statuts", "Statuts et insertion", ("legal-status", "iae")),
    Theme("valeurs", "Valeurs et mutualisation", ("values", "pooling")),
    Theme("rh", "Ressources humaines", ("hr-impact", "hr-effects")),
    Theme("effets", "Effets et animation", ("perceived-effects", "coordination")),
)


def show_refusal(report: ComparisonReport) -> None:
    """Draw why the comparison can't be made, and what to choose instead."""
    with st.container(border=True, key="ptce-refused"):
        if report.refusal == picking_refusal(release()):
            st.header("Ce pôle ne peut pas être comparé ici", anchor=False)
            st.markdown(f"{report.refusal[:1].upper()}{report.refusal[1:]}")
            return
        st.header("Ce groupe est trop petit pour servir de référence", anchor=False)
        st.markdown(f"{plain(report.group_words)}{NBSP}: {report.refusal}")
        st.button(
            "Comparer à toute la France",
            key="ptce-refused-national",
            type="primary",
            on_click=groups.set_group,
            args=(Group(),),
        )


#: A comparison is taken away whole, from its own menu.
_FORMS = (display_mode.CHART, display_mode.TABLE, display_mode.TEXT)


def show_report(report: ComparisonReport, my_pole: UserPole) -> None:
    """Draw the overview and the cards of a report that is not refused."""
    if not report.rows:
        st.info(
            "Rien encore à comparer\u00a0: donnez au moins un nombre de structures, ou une réponse.",
            icon=":material/edit_note:",
        )
        return
    show_overview(report)
    comparison_downloads.menu(report)
    for first in range(0, len(THEMES), 2):
        pair = [(theme, rows_of(report, theme)) for theme in THEMES[first : first + 2]]
        drawn = [one for one in pair if one[1]]
        for column, (theme, rows) in zip(st.columns(len(drawn), gap="medium") if drawn else (), drawn, strict=True):
            with column, guarded():
                show_card(theme, rows, report)


def rows_of(report: ComparisonReport, theme: Theme) -> tuple[Row, ...]:
    """The rows of a theme, in the order of its indicators."""
    return tuple(row for key in theme.indicators for row in report.rows if row.indicator == key)


def show_overview(report: ComparisonReport) -> None:
    """Draw how many rows are below, compatible and above; which ones; and how many chance alone would give."""
    compared = [row for row in report.rows if row.verdict is not None]
    count = {verdict: sum(row.verdict is verdict for row in compared) for verdict in Verdict}
    apart = [row for row in compared if row.verdict is not Verdict.COMPATIBLE]
    words = (
        f"**Référence{NBSP}: {plain(report.group_words)}** ({plural(len(report.peers), 'pôle')}, "
        f"{plural(report.structures, 'structure')}). Sur {plural(len(compared), 'ligne comparée', 'lignes comparées')}"
        f"{NBSP}: {number(count[Verdict.COMPATIBLE])} compatibles, {number(count[Verdict.BELOW])} en dessous, "
        f"{number(count[Verdict.ABOVE])} au-dessus."
    )
    st.markdown(words)
    if apart:
        st.html(f"<ul class='ptce-apart'>{''.join(_apart(row) for row in apart)}</ul>")
    st.caption(
        f"{chance_sentence(report)} {quoted('Au-dessus')} ne veut pas dire mieux{NBSP}: partager des locaux n’est "
        "ni une qualité ni un défaut."
    )


def show_card(theme: Theme, rows: tuple[Row, ...], report: ComparisonReport) -> None:
    """Draw one theme: chart, table and text of the same rows."""
    with st.container(border=True, key=f"figure-compare-{theme.key}", height="stretch"):
        st.html(_head(theme, report))
        key = f"compare-{theme.key}"
        live(f"{key}-forms", [display_mode.choice(key, theme.title, _FORMS)], display_mode.hear(key))
        match display_mode.form(key, _FORMS):
            case display_mode.TABLE:
                st.html(row_table(theme, rows))
            case display_mode.TEXT:
                sentences = "".join(f"<li>{html(row_sentence(row))}</li>" for row in rows)
                st.html(f"<div class='ptce-figure-text'><ul>{sentences}</ul></div>")
            case _:
                _chart(theme, rows)
        st.html(_foot(rows, report))


def _chart(theme: Theme, rows: tuple[Row, ...]) -> None:
    st.vega_lite_chart(
        spine_chart.frame(rows),
        spine_chart.spec(rows),
        width="stretch",
        theme="streamlit",
        alt=f"{theme.title}{NBSP}: {' '.join(f'{row.label}, {verdict_words(row)}.' for row in rows)}",
    )


def row_table(theme: Theme, rows: tuple[Row, ...]) -> str:
    """Every row in numbers: the own value, the reference, the published value, the verdict and its reason."""
    names = ("Ligne", "Mon pôle", "Référence", "Publié", "Verdict", "Pourquoi")
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    return (
        f'<div class="ptce-figure-scroll"><table class="ptce-figure-table"><caption>{html(theme.title)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(_row(row) for row in rows)}</tbody></table></div>"
    )


def _row(row: Row) -> str:
    published = "" if row.published is None else published_words(row.published)
    cells = (value_words(row, row.own), value_words(row, row.reference), published, verdict_words(row), why(row))
    return f'<tr><th scope="row">{html(row.label)}</th>{"".join(f"<td>{html(cell)}</td>" for cell in cells)}</tr>'


def _apart(row: Row) -> str:
    values = f"{value_words(row, row.own)} ici, {value_words(row, row.reference)} dans la référence"
    reason = html(f"{values}{NNBSP}; {why(row)}")
    return f"<li><b>{html(row.label)}</b>{NBSP}: {html(verdict_words(row))} ({reason})</li>"


def _head(theme: Theme, report: ComparisonReport) -> str:
    code = html(report.provenance)
    return (
        f'<p class="ptce-provenance ptce-{code}">{html(PROVENANCES.label(report.provenance))}</p>'
        f'<h3 class="ptce-figure-title">{html(theme.title)}</h3>'
        f'<p class="ptce-figure-base">{html(report.group_words)} · {plural(len(report.peers), "pôle")}, '
        f"{plural(report.structures, 'structure')}</p>"
    )


def _foot(rows: tuple[Row, ...], report: ComparisonReport) -> str:
    notes = [f"Référence{NBSP}: {html(source_line(report.source))}"]
    if report.published_source and any(row.published for row in rows):
        notes.append(f"Publié{NBSP}: {html(source_line(report.published_source))}")
    notes.append("Mon pôle\u00a0: apporté par vous, non vérifié." if report.left_out is None else _MADE_UP)
    return f'<div class="ptce-figure-foot">{"".join(f"<p>{note}</p>" for note in notes)}</div>'


_MADE_UP = "Mon pôle\u00a0: un pôle de l’échantillon, retiré de cette référence."
