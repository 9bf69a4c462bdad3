"""The filters that every page shares: one button per filter, the panel of the open one, then what is active."""

import streamlit as st

from ptce_data.selection import FILTER, Selection
from ptce_data.views.errors import guarded
from ptce_data.views.filter_bar import chips, share, territory
from ptce_data.views.filter_bar.counts import Counts
from ptce_data.views.filter_bar.options import options

#: Selection field → short label of its button, in the order of the bar. Territory, with its two fields, comes first.
LABELS = {
    "sectors": "Secteur",
    "legal_statuses": "Statut juridique",
    "recognitions": "Reconnaissance",
    "qpv": "QPV",
    "iae": "IAE",
}

#: Every panel and its button. Labels never change: what is active is told by the chips.
PANELS = {"territory": "Territoire", **LABELS, "link": ":material/link: Lien"}

KEY = "ptce-panel"


def filter_bar(selection: Selection, counts: Counts) -> None:
    """Draw the bar, its open panel and the chips. `counts` may be empty: a bar without numbers still filters.

    One panel at a time, in the page and not above it: the map stays in sight while one chooses, and a closed panel
    holds nothing, or fifty options would travel at each change. Its container is always there: one that comes and goes
    would shift the map, which would lose its zoom.
    """
    panel = st.pills(
        "Filtres",
        list(PANELS),
        format_func=PANELS.__getitem__,
        key=f"{KEY}-open",
        label_visibility="collapsed",
        wrap=True,
    )
    with st.container(key=KEY), guarded():
        match panel:
            case "territory":
                territory.territory(selection, counts)
            case "link":
                share.share(selection)
            case str():
                options(FILTER[panel], selection, counts)
    chips.chips(selection)
