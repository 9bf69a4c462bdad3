"""The uncertainty of one row, in three parts, and its rank on request."""

import streamlit as st

from ptce_data import comparison
from ptce_data.comparison import ComparisonReport, Group, Measure, Row
from ptce_data.comparison.report_wording import rank_sentence, row_sentence, selection_sentence
from ptce_data.schema.user_pole import UserPole
from ptce_data.texts import NBSP, NNBSP, number, percent, plural
from ptce_data.views.components.markup import plain

_ROW = "ptce-closely"
_RANK = "ptce-closely-rank"  # the (row, group) whose rank was asked for


def show_uncertainty(report: ComparisonReport, my_pole: UserPole) -> None:
    """Draw the choice of a row, then its uncertainty."""
    rows = {row.key: row for row in report.rows}
    st.header(f"À quel point est-ce sûr{NNBSP}?", anchor=False)
    if st.session_state.get(_ROW) not in rows:
        st.session_state[_ROW] = first_key(report)
    row = rows[
        st.selectbox(
            "Regarder une ligne de près",
            list(rows),
            format_func=lambda key: _name(rows[key]),
            key=_ROW,
            persist_state="session",
        )
    ]
    st.markdown(plain(row_sentence(row)))
    parts = zip(st.columns(3, gap="large"), PARTS, strict=True)
    for column, (title, say) in parts:
        with column:
            st.subheader(title, anchor=False)
            st.markdown(plain(say(row, report)))
    _rank(row, report.group, my_pole)


def first_key(report: ComparisonReport) -> str:
    """The row shown first: one that stands out and whose selection is bounded, else the first share."""

    def interest(row: Row) -> tuple[bool, bool, bool]:
        return (row.verdict in (None, "compatible"), not row.selection, row.measure is not Measure.SHARE)

    return min(report.rows, key=interest).key


def sampling(row: Row, report: ComparisonReport) -> str:
    """The uncertainty of sampling, as if these poles had been drawn."""
    reference = row.reference
    if row.measure is not Measure.SHARE:
        if reference.low is None or reference.high is None:
            return "Trop peu de pôles pour un intervalle."
        what = "la moyenne" if row.measure is Measure.SIZE else "la part"
        return (
            f"Si ces {plural(row.poles, 'pôle')} avaient été tirés au sort, {what} de la référence serait entre "
            f"{_value(row, reference.low)} et {_value(row, reference.high)}, 95 fois sur 100."
        )
    if reference.low is None or reference.high is None:
        return "La référence n’a pas de valeur sur cette ligne\u00a0: aucun intervalle ne peut être donné."
    own = ""
    if row.own.low is not None and row.own.high is not None:
        own = (
            f" Pour mon pôle, de {plural(row.own.n, 'structure')}, l’intervalle va de {percent(row.own.low, 0)} à "
            f"{percent(row.own.high, 0)}{NBSP}: c’est ce que le hasard des membres ferait varier."
        )
    return (
        f"La part de la référence est entre {percent(reference.low, 0)} et {percent(reference.high, 0)} (Wilson à "
        f"95{NNBSP}%, {plural(reference.n, 'structure')} groupées en {plural(row.poles, 'pôle')}).{own}"
    )


def selection(row: Row, report: ComparisonReport) -> str:
    """The uncertainty of selection: bounds without any assumption on the poles left out."""
    if row.selection:
        return " ".join(selection_sentence(bounds) for bounds in row.selection)
    if report.group != Group():
        return (
            "Combien de pôles ce groupe compte hors de l’échantillon n’est pas connu\u00a0: aucune borne ne tient. "
            "Avec toute la France pour référence, elle se calcule."
        )
    return "Cette ligne n’est pas une part de structures montrée\u00a0: la borne sans hypothèse ne s’y calcule pas."


def secrecy(row: Row, report: ComparisonReport) -> str:
    """What disclosure control hides, and what is shown instead."""
    sentences = []
    for whose, estimate in (("de mon pôle", row.own), ("de la référence", row.reference)):
        if estimate.possible is not None:
            low, high = (percent(end, 0) for end in estimate.possible)
            sentences.append(f"La valeur {whose} est masquée\u00a0: elle est entre {low} et {high}.")
    spread = row.spread
    if spread.withheld:
        sentences.append(
            "La répartition des pôles n’est pas montrée\u00a0: deux groupes composés à volonté diraient, par leur "
            "différence, la part d’un pôle."
        )
    elif spread.coarse and (spread.middle or spread.whole):
        hidden = " Les pôles extrêmes de chaque côté ne sont pas dits, et les bornes sont arrondies vers l’extérieur."
        sentences.append(f"La répartition porte sur {plural(spread.poles, 'pôle')}.{hidden}")
    elif spread.middle is None and spread.whole is None:
        sentences.append("Trop peu de pôles pour dire leur répartition sans en révéler un.")
    if spread.left_out:
        verb = "a trop peu de réponses" if spread.left_out == 1 else "ont trop peu de réponses"
        sentences.append(f"{plural(spread.left_out, 'pôle')} {verb} pour avoir une part à soi.")
    if not any(estimate.possible for estimate in (row.own, row.reference)):
        sentences.insert(0, "Rien n’est masqué dans les deux valeurs comparées.")
    return " ".join(sentences)


PARTS = (("Le tirage", sampling), ("La sélection", selection), ("Le secret", secrecy))


def _rank(row: Row, group: Group, my_pole: UserPole) -> None:
    """Draw the rank on request only: a place among few poles says less than it seems."""
    if row.measure is not Measure.SHARE:
        return
    asked = (row.key, group.to_text())
    st.button("Donner mon rang sur cette ligne", key="ptce-closely-ask", on_click=_ask, args=(asked,))
    if st.session_state.get(_RANK) != asked:
        return
    ranks = comparison.rank(my_pole, group, row.indicator, row.item)
    if ranks is None:
        st.caption("Aucun rang ne peut être donné ici\u00a0: ces réponses passent par le secret statistique.")
    else:
        st.markdown(plain(rank_sentence(*ranks)))


def _ask(asked: tuple[str, str]) -> None:
    st.session_state[_RANK] = asked


def _name(row: Row) -> str:
    return row.label if row.title == row.label else f"{row.title} {row.label}"


def _value(row: Row, value: float) -> str:
    return number(value, 1) if row.measure is Measure.SIZE else percent(value, 0)
