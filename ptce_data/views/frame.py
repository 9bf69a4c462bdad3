"""What surrounds every page: name and menu above, provenance and licence below."""

from contextvars import ContextVar

import streamlit as st

from ptce_data.datasets.faults import DataError
from ptce_data.datasets.release import release
from ptce_data.schema.codes import PROVENANCES
from ptce_data.texts import typographic
from ptce_data.views import state
from ptce_data.views.site_map import CONTENT, LEAD, NAME, PAGES, pages

#: Natures of the data that this site always shows; that of the sample comes after them.
SHOWN = ("public", "published")

LICENCES = typographic(
    "Données publiques sous Licence Ouverte 2.0 ; points des communes © GeoNames, CC BY 4.0 ; contours Natural Earth, "
    "domaine public ; code sous licence MIT."
)


class Menu:
    """The menu, in its place above the page. Its links carry the filters, so that they survive a page change, a new tab
    and a step back: whoever draws what the filters change draws it.
    """

    def __init__(self, current: str):
        self._current = current
        self._place = st.container()
        self.drawn = False

    def draw(self) -> None:
        self.drawn = True
        with self._place, st.container(horizontal=True, key="ptce-menu", gap="small"):
            for page in PAGES:
                here = page.key == self._current  # where one is, and no link
                st.page_link(
                    pages()[page.key],
                    label=f"**{page.title}**" if here else page.title,
                    icon=page.icon,
                    disabled=here,
                    query_params=state.params(page_key=page.key),
                )


_MENU: ContextVar[Menu] = ContextVar("menu of the page being drawn")


def menu() -> Menu:
    """The menu of the page being drawn."""
    return _MENU.get()


def masthead(current: str) -> None:
    """The site's name, and the place of its menu."""
    st.html(
        f"<header class='ptce-masthead'><a class='ptce-skip' href='#{CONTENT}'>Aller au contenu</a>"
        f"<p class='ptce-name'>{NAME}</p><p class='ptce-lead'>{LEAD}</p></header>"
    )
    _MENU.set(Menu(current))


def footer() -> None:
    """What the colours of provenance mean, and the licences; before them, the menu of a page that failed at once."""
    if not menu().drawn:
        menu().draw()
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
