"""One percentage: sentence located, question, base stated, numerators, verdict; its neighbours; how to cite it."""

from urllib.parse import urlsplit

import streamlit as st

from ptce_data import published
from ptce_data.datasets.faults import DataError
from ptce_data.published import Checked, Group, Neighbour, Verdict, grim_wording
from ptce_data.schema.codes import BASE_CERTAINTIES, PROVENANCES
from ptce_data.texts import NBSP, NNBSP, number, published_percent, quoted, typographic
from ptce_data.views.app import page, state
from ptce_data.views.app.site_map import NAME
from ptce_data.views.components.markup import html, plain
from ptce_data.views.pages.donnees.published_lines import source_link
from ptce_data.views.pages.verifier.figure_rows import figure_rows, open_

#: Beside a value that is the one printed.
_GIVES = "✓"

#: A percentage with a decimal has hundreds of possible bases: the file has them all.
_RUNS = 30


def begin(key: str) -> Checked | None:
    """Draw the head of the page, and return the figure that its link asks for, if there is one.

    Raises DataError when the figures can't be read.
    """
    asked = state.view("chiffre")
    try:
        one = published.checked_percentages().figures.get(asked) if asked else None
    except DataError:
        page.begin(key)
        raise
    if one is None:
        page.begin(key)
        if asked:
            st.warning(
                f"Le chiffre de ce lien n’est pas dans notre fichier{NBSP}: l’adresse a peut-être été mal recopiée. "
                "Choisissez-le ci-dessous.",
                icon=":material/link_off:",
            )
        return None
    title = f"{grim_wording.printed(one)}{NBSP}: {typographic(one.item)}"
    st.set_page_config(page_title=f"{title} – {NAME}")
    page.begin(key, heading=title)
    st.button("Tous les chiffres vérifiés", icon=":material/arrow_back:", type="tertiary", on_click=open_, args=(None,))
    return one


def reasoning(one: Checked) -> None:
    """From the sentence to the verdict."""
    st.header("De la phrase au verdict", anchor=False)
    steps = (
        ("La phrase", _located(one)),
        ("La question", html(typographic(one.question or _capital(f"{one.topic} : {one.item}")))),
        (
            "La base",
            html(" — ".join(filter(None, (grim_wording.base_stated(one), BASE_CERTAINTIES.label(one.certainty))))),
        ),
        ("Les numérateurs", html(_numerators(one))),
        (
            "Le verdict",
            f"<strong>{html(_capital(grim_wording.verdict(one)))}.</strong> {html(grim_wording.verdict_sentence(one))}",
        ),
    )
    st.html(f"<dl class='ptce-facts'>{''.join(f'<dt>{name}</dt><dd>{words}</dd>' for name, words in steps)}</dl>")


def neighbours(one: Checked) -> None:
    """What the numerators around it would be printed as."""
    if not one.neighbours:
        return
    shown = grim_wording.printed(one)
    st.header(f"Autour de {shown}, sur {number(one.base_n)}", anchor=False)
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Nombre", "Exact", "Arrondi", "Tronqué"))
    lines = "".join(_neighbour(one, near) for near in one.neighbours)
    caption = f"Ce que donnent les nombres de répondants autour de {shown} de {number(one.base_n)}"
    st.html(
        f'<div class="ptce-figure-scroll"><table class="ptce-figure-table"><caption>{html(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div>"
    )
    none = one.verdict is Verdict.IMPOSSIBLE
    st.caption(f"Aucun ne donne {shown}." if none else f"{_GIVES}{NBSP}: donne {shown}.")


def bases(one: Checked) -> None:
    """Every base on which it is possible."""
    if not one.testable:
        return
    st.header(f"Sur quelles bases {grim_wording.printed(one)} est possible", anchor=False)
    rounded, truncated = one.ways
    facts = [
        ("Plus petite base possible", f"<strong>{number(one.smallest_base)}</strong> en arrondissant"),
        ("En arrondissant", html(grim_wording.bases(rounded.bases, _RUNS))),
        ("En tronquant", html(grim_wording.bases(truncated.bases, _RUNS))),
    ]
    if one.candidates:
        known = "<br>".join(
            f"{html(grim_wording.candidate(base))} <small>({html(typographic(base.about))})</small>"
            for base in one.candidates
        )
        facts.append(("Bases connues de l’enquête", known))
    st.html(f"<dl class='ptce-facts'>{''.join(f'<dt>{name}</dt><dd>{words}</dd>' for name, words in facts)}</dl>")


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
    st.html(f"<dl class='ptce-facts'>{''.join(f'<dt>{name}</dt><dd>{html(words)}</dd>' for name, words in facts)}</dl>")


def _neighbour(one: Checked, near: Neighbour) -> str:
    cells = [f"{number(near.exact, one.decimals + 2)}{NNBSP}%"]
    for cut in (near.rounded, near.truncated):
        written = f"{number(cut, one.decimals)}{NNBSP}%"
        cells.append(f"<strong>{_GIVES}{NBSP}{written}</strong>" if cut == one.percent else written)
    return f'<tr><th scope="row">{number(near.count)}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'


def _located(one: Checked) -> str:
    """HTML: where to read the sentence, which is not ours to copy."""
    source = html(typographic(", ".join(filter(None, (one.survey, one.date)))))
    page_read = f"{_capital(source)}, {source_link(one.url)}."
    if one.computed:
        return f"{page_read} Ce pourcentage n’y est pas imprimé{NBSP}: nous l’avons calculé sur ses nombres."
    wanted = one.words or published_percent(one.percent).replace(f"{NNBSP}%", "")
    nature = f"<span class='ptce-provenance ptce-published'>{PROVENANCES.label('published')}</span>"
    subject = html(typographic(one.item))
    return f"{nature}{NBSP} {page_read} Cherchez-y {html(quoted(wanted))}, à propos de{NBSP}: {subject}."


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


#: The parts of the page of a figure, in the order of reading.
PARTS = (reasoning, neighbours, bases, together, cite)
