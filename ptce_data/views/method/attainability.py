"""Which published percentages are possible on which base: the GRIM test, made in the open."""

import streamlit as st

from ptce_data.datasets import reading
from ptce_data.schema.questions import QUESTION
from ptce_data.statistics import attainable
from ptce_data.texts import NNBSP, listing, number, typographic
from ptce_data.views.markup import table

#: The poles and the structures that the survey kept.
BASES = {24: "pôles", 187: "structures"}

_WORDS = typographic(
    "Un pourcentage imprimé n’est possible sur une base que si un nombre entier de répondants s’y arrondit. "
    "82 % de 24 pôles ? 19 sur 24 font 79,2 %, 20 sur 24 font 83,3 % : aucun nombre de pôles ne donne 82 %. "
    "C’est pourquoi nous montrons ces chiffres avec une base incertaine. Possible sur 187 ne veut pas dire vrai : "
    "c’est la base connue qui ne contredit rien."
)


def show() -> None:
    st.header(f"Quels pourcentages sont possibles{NNBSP}?", anchor=False)
    st.markdown(_WORDS)
    head = ("Question", "Réponse", "Imprimé", *(f"Possible sur {base} {unit}" for base, unit in BASES.items()))
    st.markdown(table(head, rows(), numeric=(2,)))
    st.caption("Enquête du Labo de l’ESS, 2017. Calcul fait ici, à chaque affichage, sur les chiffres du fichier.")


def rows() -> list[tuple[str, ...]]:
    """One row for each published percentage whose base is silent or doubtful. Raises DataError."""
    frame = reading.read("figures")
    printed = frame[frame["indicator"].isin(list(QUESTION)) & (frame["unit"] == "%") & frame["value_text"].isna()]
    percents = {(row.indicator, row.item_code): row.value for row in printed.itertuples()}
    return [
        (
            typographic(question.wording),
            typographic(item.label),
            f"{number(percent)}{NNBSP}%",
            *(_possible(percent, base) for base in BASES),
        )
        for question in QUESTION.values()
        for item in question.items
        if (percent := percents.get((question.key, item.code))) is not None
    ]


def _possible(percent: float, base: int) -> str:
    numerators = attainable(int(percent) if percent == int(percent) else percent, base)
    return listing([number(numerator) for numerator in numerators]).replace(" et ", " ou ") or "impossible"
