"""The list of poles, the map's equal: searched, sorted, paged, one line per pole."""

from collections.abc import Callable, Mapping, Sequence

from ptce_data.poles import pole_wording
from ptce_data.poles.directory import Pole
from ptce_data.poles.listing import KEPT, ORDERS, listed
from ptce_data.views.components.clickable_rows import rows
from ptce_data.views.components.pager import Pager
from ptce_data.views.components.search_row import SearchRow
from ptce_data.views.live import tag

PAGE_SIZE = 10


def pole_list(poles: Sequence[Pole], key: str, on_open: Callable[[str], None]) -> None:
    """Draw the list. on_open is called with a pole_id, as a callback. key: prefix of every widget's key."""
    search = SearchRow(
        key,
        "Chercher un pôle",
        "Nom, commune, secteur…",
        {name: label for name, (label, _) in KEPT.items()},
        {name: order.label for name, order in ORDERS.items()},
    )
    asked = search.asked
    found = listed(poles, asked.words, asked.order, asked.kept)
    pager = Pager(found, PAGE_SIZE, key, (asked, tuple(pole.pole_id for pole in found)), "pôle")
    label = f"{pager.span}{asked.how}" if found else "Aucun pôle de la sélection ne répond à cette recherche."
    pole_rows(label, dict.fromkeys(pager.shown, ""), key, on_open, search=search, pager=pager)


def pole_rows(
    label: str,
    poles: Mapping[Pole, str],
    key: str,
    on_open: Callable[[str], None],
    said: bool = True,
    **around: SearchRow | Pager,
) -> None:
    """A line for each pole. poles: pole → what follows its place, its main sector where that is empty.

    around: see `rows`.
    """
    lines = {
        pole.pole_id: (
            tag("strong", pole.name),
            f" — {pole_wording.place(pole)} · {beside or pole_wording.main_sector(pole)}",
        )
        for pole, beside in poles.items()
    }
    rows(label, lines, key, on_open, said, **around)
