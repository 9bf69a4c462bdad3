"""The filters that every page shares: one button per filter, the panel of the open one, then what is active."""

import streamlit as st

from ptce_data.schema.sides import Side
from ptce_data.selection import FILTER, FILTERS, TERRITORY, Selection
from ptce_data.views.app.errors import guarded
from ptce_data.views.components.filter_bar import chips, commune_panel, share, territory_panel
from ptce_data.views.components.filter_bar.option_counts import Counts
from ptce_data.views.components.filter_bar.options import choose, options
from ptce_data.views.live import Tree, icon, live, tag

KEY = "ptce-filters"
#: The panel that is open, in the session.
OPEN = "ptce-open-panel"
_PANEL = "ptce-panel"


def panels(side: Side) -> dict[str, str]:
    """Every panel of a side, and the words of its button: filters in their order."""
    own = [filter_ for filter_ in FILTERS if filter_.criterion != TERRITORY and filter_.meaning(side)]
    return {TERRITORY: "Territoire", **{filter_.field: filter_.short for filter_ in own}, "link": "Lien"}


def filter_bar(selection: Selection, counts: Counts) -> None:
    """Draw the bar, its open panel and the chips. `counts` may be empty: a bar without numbers still filters.

    One panel at a time, in the page and not above it: the map stays in sight while one chooses, and a closed panel
    holds nothing, or fifty options would travel at each change. All of it is one element: one that comes and goes would
    shift the map, which would lose its zoom.
    """
    panel, offered = st.session_state.get(OPEN), panels(counts.side)
    trees = [tag("div", *(_button(*one, panel) for one in offered.items()), role="group", aria_label="Filtres")]
    if panel in offered:
        with guarded():  # without its panel, the bar still opens another
            trees.append(tag("div", *_panel(panel, selection, counts), id=_PANEL, class_=_PANEL))
    trees += chips.chips(selection, counts.side)
    chosen = {field: choose(field) for field in FILTER}
    live(KEY, trees, {"panel": _open, "chip": chips.remove, **chosen, **commune_panel.hear()})


def _button(key: str, label: str, panel: str | None) -> Tree:
    words = (icon("link"), label) if key == "link" else (label,)
    opened = key == panel
    return tag("button", *words, say=("panel", key), aria_expanded=opened, aria_controls=_PANEL if opened else None)


def _panel(panel: str, selection: Selection, counts: Counts) -> list[Tree]:
    if panel == TERRITORY:
        parts = territory_panel.territory(selection, counts)
        with guarded():  # without the list of communes, one still filters
            parts += commune_panel.communes(selection)
        return parts
    if panel == "link":
        return share.share(selection)
    return [options(FILTER[panel], selection, counts), *counts.say(FILTER[panel])]


def _open(panel: str) -> None:
    """Callback: open a panel, or close it; one that the page doesn't have opens nothing."""
    st.session_state[OPEN] = panel if panel != st.session_state.get(OPEN) else None
