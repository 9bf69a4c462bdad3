"""One percentage: sentence located, question, base stated, numerators, verdict; its neighbours; how to cite it."""

from urllib.parse import urlsplit

import streamlit as st

from ptce_data import published
from ptce_data.published import Checked, Group, Neighbour, Verdict, grim_wording
from ptce_data.schema.codes import BASE_CERTAINTIES
from ptce_data.texts import NBSP, NNBSP, number, published_percent, quoted, typographic
from ptce_data.views.app import state
from ptce_data.views.app.page import Context, Subject
from ptce_data.views.app.site_map import NAME
from ptce_data.views.components.blocks import Content, data_table, fact_list, provenance_badge, show_html
from ptce_data.views.components.markup import plain
from ptce_data.views.live import Tree, join, tag
from ptce_data.views.pages.donnees.published_lines import source_link
from ptce_data.views.pages.verifier.figure_rows import figure_rows, open_

#: Beside a value that is the one printed.
_GIVES = "✓"

#: A percentage with a decimal has hundreds of possible bases: the file has them all.
_RUNS = 30


def subject() -> Subject | None:
    """The figure that the link asks for, if it is one of ours. Raises DataError when the figures can't be read."""
    asked = state.view("chiffre")
    figure = published.checked_percentages().figures.get(asked) if asked else None
    return (
        None if figure is None else Subject(f"{grim_wording.printed(figure)}{NBSP}: {typographic(figure.item)}", figure)
    )


def unknown(context: Context) -> None:
    """Say that the figure of the link is none of ours, where it asks for one."""
    if state.view("chiffre"):
        st.warning(
            f"Le chiffre de ce lien n’est pas dans notre fichier{NBSP}: l’adresse a peut-être été mal recopiée. "
            "Choisissez-le ci-dessous.",
            icon=":material/link_off:",
        )


def back(one: Checked) -> None:
    st.button("Tous les chiffres vérifiés", icon=":material/arrow_back:", type="tertiary", on_click=open_, args=(None,))


def reasoning(one: Checked) -> None:
    """From the sentence to the verdict."""
    st.header("De la phrase au verdict", anchor=False)
    steps = (
        ("La phrase", _located(one)),
        ("La question", typographic(one.question or _capital(f"{one.topic} : {one.item}"))),
        ("La base", " — ".join(filter(None, (grim_wording.base_stated(one), BASE_CERTAINTIES.label(one.certainty))))),
        ("Les numérateurs", _numerators(one)),
        (
            "Le verdict",
            [tag("strong", f"{_capital(grim_wording.verdict(one))}."), f" {grim_wording.verdict_sentence(one)}"],
        ),
    )
    show_html(fact_list(steps))


def neighbours(one: Checked) -> None:
    """What the numerators around it would be printed as."""
    if not one.neighbours:
        return
    shown = grim_wording.printed(one)
    st.header(f"Autour de {shown}, sur {number(one.base_n)}", anchor=False)
    lines = (_neighbour(one, near) for near in one.neighbours)
    caption = f"Ce que donnent les nombres de répondants autour de {shown} de {number(one.base_n)}"
    show_html(data_table(("Nombre", "Exact", "Arrondi", "Tronqué"), lines, caption))
    none = one.verdict is Verdict.IMPOSSIBLE
    st.caption(f"Aucun ne donne {shown}." if none else f"{_GIVES}{NBSP}: donne {shown}.")


def bases(one: Checked) -> None:
    """Every base on which it is possible."""
    if not one.testable:
        return
    st.header(f"Sur quelles bases {grim_wording.printed(one)} est possible", anchor=False)
    rounded, truncated = one.ways
    facts = [
        ("Plus petite base possible", [tag("strong", number(one.smallest_base)), " en arrondissant"]),
        ("En arrondissant", grim_wording.bases(rounded.bases, _RUNS)),
        ("En tronquant", grim_wording.bases(truncated.bases, _RUNS)),
    ]
    if one.candidates:
        lines = (
            tag("span", f"{grim_wording.candidate(base)} ", tag("small", f"({typographic(base.about)})"))
            for base in one.candidates
        )
        facts.append(("Bases connues de l’enquête", join(tag("br"), lines)))
    show_html(fact_list(facts))


def together(one: Checked) -> None:
    """The other answers to the same question."""
    group: Group | None = published.checked_percentages().group_of(one.figure_id)
    if group is None:
        return
    st.header("Avec ses voisins", anchor=False)
    st.markdown(plain(grim_wording.group_sentence(group)))
    beside = [other for other in group.members if other.figure_id != one.figure_id]
    figure_rows("Les autres réponses à la même question", beside, "near", said=False)


def cite(one: Checked) -> None:
    st.header("Citer cette vérification", anchor=False)
    address = f"{_origin()}/{state.link(state.selection(), 'verifier')}"
    facts = (("Adresse de cette fiche", address), ("À recopier", grim_wording.citation(one, NAME, address)))
    show_html(fact_list(facts))


def _neighbour(one: Checked, near: Neighbour) -> list[Content]:
    cells: list[Content] = [number(near.count), f"{number(near.exact, one.decimals + 2)}{NNBSP}%"]
    for cut in (near.rounded, near.truncated):
        written = f"{number(cut, one.decimals)}{NNBSP}%"
        cells.append(tag("strong", f"{_GIVES}{NBSP}{written}") if cut == one.percent else written)
    return cells


def _located(one: Checked) -> list[Tree]:
    """Where to read the sentence, which is not ours to copy."""
    source = _capital(typographic(", ".join(filter(None, (one.survey, one.date)))))
    page_read = [f"{source}, ", source_link(one.url), "."]
    if one.computed:
        return [*page_read, f" Ce pourcentage n’y est pas imprimé{NBSP}: nous l’avons calculé sur ses nombres."]
    wanted = one.words or published_percent(one.percent).replace(f"{NNBSP}%", "")
    searched = f" Cherchez-y {quoted(wanted)}, à propos de{NBSP}: {typographic(one.item)}."
    return [provenance_badge("published"), f"{NBSP} ", *page_read, searched]


def _numerators(one: Checked) -> str:
    if not one.testable:
        return "aucun à chercher"
    if not one.base_n:
        return f"sans base chiffrée, pas de numérateur{NBSP}; voir les bases possibles ci-dessous"
    rounded, truncated = one.ways
    return (
        f"{grim_wording.numerators(rounded.numerators)} en arrondissant{NNBSP}; "
        f"{grim_wording.numerators(truncated.numerators)} en tronquant"
    )


def _origin() -> str:
    """`https://host`, as the reader's browser knows it; "" where no browser asks."""
    address = urlsplit(st.context.url or "")
    return f"{address.scheme}://{address.netloc}" if address.netloc else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
