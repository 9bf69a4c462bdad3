"""What surrounds every page: name and menu above, provenance and licence below."""

import streamlit as st

from ptce_data.datasets.faults import DataError
from ptce_data.datasets.release import release
from ptce_data.schema.codes import PROVENANCES
from ptce_data.texts import typographic
from ptce_data.views.site_map import CONTENT, LEAD, NAME, PAGES, pages

#: Natures of the data that this site always shows; that of the sample comes after them.
SHOWN = ("public", "published")

LICENCES = typographic(
    "Données publiques sous Licence Ouverte 2.0 ; points des communes © GeoNames, CC BY 4.0 ; contours Natural Earth, "
    "domaine public ; code sous licence MIT."
)


def masthead(current: str) -> None:
    """The site's name and its menu.

    Its links carry no filter: those of the session stand when a page is changed, and a filter leaves the menu as it is.
    The page one is on is no link: it would ask for that page without its filters.
    """
    st.html(
        f"<header class='ptce-masthead'><a class='ptce-skip' href='#{CONTENT}'>Aller au contenu</a>"
        f"<p class='ptce-name'>{NAME}</p><p class='ptce-lead'>{LEAD}</p></header>"
    )
    with st.container(horizontal=True, key="ptce-menu", gap="small"):
        for page in PAGES:
            here = page.key == current
            label = f"**{page.title}**" if here else page.title
            st.page_link(pages()[page.key], label=label, icon=page.icon, disabled=here)


def footer(current: str) -> None:
    legend = "".join(_provenance(code) for code in natures())
    with st.container(key="ptce-footer"):
        st.html(f"<dl class='ptce-legend'>{legend}</dl>")
        st.caption(LICENCES)
        if current != "donnees":
            st.page_link(pages()["donnees"], label="Données et méthode\u00a0: sources, définitions, téléchargements")


def natures() -> tuple[str, ...]:
    """Natures of the data shown, in the order of the legend; that of a sample that can't be read isn't known."""
    try:
        return (*SHOWN, release().provenance)
    except DataError:
        return SHOWN


def _provenance(code: str) -> str:
    return (
        f"<div><dt class='ptce-provenance ptce-{code}'>{PROVENANCES.label(code)}</dt><dd>{_definition(code)}</dd></div>"
    )


def _definition(code: str) -> str:
    return typographic(next(item.definition for item in PROVENANCES if item.code == code))
