"""The filters that every page shares: one popover per filter, then what is active."""

import streamlit as st

from ptce_data.selection import FILTER, Selection
from ptce_data.views.errors import guarded
from ptce_data.views.filter_bar import chips, share, territory
from ptce_data.views.filter_bar.counts import Counts
from ptce_data.views.filter_bar.options import options

#: Selection field → short label of its popover, in the order of the bar. Territory, with its two fields, comes first.
LABELS = {
    "sectors": "Secteur",
    "legal_statuses": "Statut juridique",
    "recognitions": "Reconnaissance",
    "qpv": "QPV",
    "iae": "IAE",
}


def filter_bar(selection: Selection, counts: Counts) -> None:
    """Draw the bar and the chips. `counts` may be empty: a bar without numbers still filters."""
    with st.container(horizontal=True, gap="small", key="ptce-filters"):
        with _popover("Territoire", territory.active(selection), "territoire"), guarded():
            territory.territory(selection, counts)
        for field, label in LABELS.items():
            with _popover(label, len(selection.values(field)), field):
                options(FILTER[field], selection, counts)
        with st.popover("Lien", icon=":material/link:", type="tertiary", key="ptce-popover-lien"):
            share.share(selection)
    chips.chips(selection)


def _popover(label: str, active: int, name: str):
    """A popover that tells how many options are active: `Secteur · 2`."""
    return st.popover(f"**{label} · {active}**" if active else label, key=f"ptce-popover-{name}")
