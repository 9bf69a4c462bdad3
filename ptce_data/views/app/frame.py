"""What surrounds every page: name and menu above, provenance and licence below."""

import streamlit as st

from ptce_data.datasets.faults import DataError
from ptce_data.datasets.release import release
from ptce_data.schema.codes import PROVENANCES
from ptce_data.texts import typographic
from ptce_data.views.app import state
from ptce_data.views.app.site_map import CONTENT, LEAD, NAME, PAGE, PAGES, SitePage, link_target
from ptce_data.views.live import Tree, draw, icon, placed, tag

#: Natures of the data that this site always shows; that of the sample comes after them.
SHOWN = ("public", "published")

LICENCES = typographic(
    "Données publiques sous Licence Ouverte 2.0 ; points des communes © GeoNames, CC BY 4.0 ; contours Natural Earth, "
    "domaine public ; code sous licence MIT."
)

#: The place of the menu, which also hears of back and forward (`live.js`), and the page that a click on it asks for.
MENU = "ptce-menu"
_ASKED = "ptce-asked-page"


def masthead() -> None:
    """The site's name, and the place of its menu."""
    st.html(
        f"<header class='ptce-masthead'><a class='ptce-skip' href='#{CONTENT}'>Aller au contenu</a>"
        f"<p class='ptce-name'>{NAME}</p><p class='ptce-lead'>{LEAD}</p></header>{placed(MENU)}"
    )


def menu() -> None:
    """Draw the menu of the current page, and go where a click on it leads.

    Its links carry the filters, so that they survive a page change, a new tab and a step back: whoever draws what the
    filters change draws it.
    """
    asked = st.session_state.pop(_ASKED, None)
    if asked in PAGE:
        st.switch_page(link_target(asked), query_params=state.params(page_key=asked))
    links = tag("nav", *map(_link, PAGES), aria_label="Pages du site", class_="ptce-menu")
    handlers = {"page": lambda key: st.session_state.update({_ASKED: key}), "popped": state.pop_address}
    draw(MENU, [links], handlers)


def _link(page: SitePage) -> Tree:
    words = (icon(page.icon.removeprefix(":material/").removesuffix(":")), page.title)
    if page.key == state.page():  # where one is, and no link
        return tag("a", *words, aria_current="page")
    return tag("a", *words, href=state.link(state.selection(), page.key), say=("page", page.key))


def footer() -> None:
    """What the colours of provenance mean, and the licences."""
    legend = "".join(_provenance(code) for code in natures())
    with st.container(key="ptce-footer"):
        st.html(f"<dl class='ptce-legend'>{legend}</dl>")
        st.caption(LICENCES)


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
