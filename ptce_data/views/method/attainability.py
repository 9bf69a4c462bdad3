"""Which published percentages are possible on which base: the GRIM test, made in the open."""

import streamlit as st

from ptce_data.datasets import reading
from ptce_data.schema.questions import QUESTION
from ptce_data.statistics import attainable
from ptce_data.texts import NNBSP, listing, number, typographic
from ptce_data.views.markup import html
from ptce_data.views.method.section import Section

#: The poles and the structures that the survey kept.
BASES = {24: "pôles", 187: "structures"}

_WORDS = typographic(
    "Un pourcentage imprimé n’est possible sur une base que si un nombre entier de répondants s’y arrondit. "
    "82 % de 24 pôles ? 19 sur 24 font 79,2 %, 20 sur 24 font 83,3 % : aucun nombre de pôles ne donne 82 %. "
    "C’est pourquoi nous montrons ces chiffres avec une base incertaine. Possible sur 187 ne veut pas dire vrai : "
    "c’est la base connue qui ne contredit rien."
)


def _draw() -> None:
    st.markdown(_WORDS)
    st.html(_table())
    st.caption("Enquête du Labo de l’ESS, 2017. Calcul fait ici, à chaque affichage, sur les chiffres du fichier.")


def rows() -> dict[str, list[tuple[str, ...]]]:
    """By question: (answer, percentage as printed, numerators possible on each base). Raises DataError.

    Only the questions of the survey, whose base is silent or doubtful.
    """
    frame = reading.read("figures")
    printed = frame[frame["indicator"].isin(list(QUESTION)) & (frame["unit"] == "%") & frame["value_text"].isna()]
    percents = {(row.indicator, row.item_code): row.value for row in printed.itertuples()}
    found: dict[str, list[tuple[str, ...]]] = {}
    for question in QUESTION.values():
        for item in question.items:
            percent = percents.get((question.key, item.code))
            if percent is not None:
                cells = (f"{number(percent)}{NNBSP}%", *(_possible(percent, base) for base in BASES))
                found.setdefault(typographic(question.wording), []).append((typographic(item.label), *cells))
    return found


def _table() -> str:
    names = ("Réponse", "Imprimé", *(f"Possible sur {base} {unit}" for base, unit in BASES.items()))
    head = "".join(f'<th scope="col">{html(name)}</th>' for name in names)
    groups = "".join(_group(question, lines, len(names)) for question, lines in rows().items())
    return (
        '<div class="ptce-figure-scroll"><table class="ptce-figure-table">'
        "<caption>Nombres de répondants qui donnent le pourcentage imprimé, selon la base</caption>"
        f"<thead><tr>{head}</tr></thead>{groups}</table></div>"
    )


def _group(question: str, lines: list[tuple[str, ...]], width: int) -> str:
    title = f'<tr><th scope="rowgroup" colspan="{width}"><strong>{html(question)}</strong></th></tr>'
    body = "".join(
        f'<tr><th scope="row">{html(answer)}</th>{"".join(f"<td>{html(cell)}</td>" for cell in cells)}</tr>'
        for answer, *cells in lines
    )
    return f"<tbody>{title}{body}</tbody>"


def _possible(percent: float, base: int) -> str:
    numerators = attainable(int(percent) if percent == int(percent) else percent, base)
    return listing([number(numerator) for numerator in numerators]).replace(" et ", " ou ") or "impossible"


SECTION = Section("bases", f"Quels pourcentages sont possibles{NNBSP}?", _draw)
