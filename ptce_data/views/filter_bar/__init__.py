"""The filters that every page shares: one popover per filter, then what is active."""

from collections.abc import Iterator
from contextlib import contextmanager

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
        with opened("Territoire", "territoire") as open_, guarded():
            if open_:
                territory.territory(selection, counts)
        for field, label in LABELS.items():
            with opened(label, field) as open_:
                if open_:
                    options(FILTER[field], selection, counts)
        with opened("Lien", "lien", icon=":material/link:", type="tertiary") as open_:
            if open_:
                share.share(selection)
    chips.chips(selection)


@contextmanager
def opened(label: str, name: str, **look) -> Iterator[bool]:
    """A popover, and whether it is open: a closed one holds nothing, or its fifty options would travel at each change.

    Its label never changes, what is active is told by the chips: with another label it would be another popover, and
    close under the reader's hand.
    """
    popover = st.popover(label, key=f"ptce-popover-{name}", on_change="rerun", **look)
    with popover:
        yield bool(popover.open)
