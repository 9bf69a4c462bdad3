"""The forms of a figure: chart, table, text, files to take away. Only the chosen one is drawn.

The others, on nine cards, would be half of what a page has to renew at each change of a filter.
"""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from ptce_data.texts import NBSP
from ptce_data.views.live import Tree, tag

CHART, TABLE, TEXT, FILES = FORMS = ("Graphique", "Tableau", "Texte", "Fichiers")


def form(key: str, offered: Sequence[str] = FORMS) -> str:
    """The form chosen for a figure, the first one until one is. key: of the figure."""
    chosen = st.session_state.get(_kept(key))
    return chosen if chosen in offered else offered[0]


def choice(key: str, title: str, offered: Sequence[str] = FORMS) -> Tree:
    """The choice. title: what is said of the figure to who can't see it."""
    buttons = (tag("button", one, say=("form", one), aria_pressed=one == form(key, offered)) for one in offered)
    return tag("div", *buttons, role="group", aria_label=f"Forme{NBSP}: {title}", class_="ptce-forms")


def hear(key: str) -> Mapping[str, Callable[[str], None]]:
    """What the choice says, for `live`."""
    return {"form": lambda one: st.session_state.update({_kept(key): one})}


def _kept(key: str) -> str:
    return f"form-{key}"
