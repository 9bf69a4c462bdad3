"""How to share a view: its address is its link."""

from ptce_data.selection import Selection
from ptce_data.views.app import state
from ptce_data.views.live import Tree, tag


def share(selection: Selection) -> list[Tree]:
    return [
        tag(
            "p",
            tag("strong", "L’adresse affichée par votre navigateur est le lien de cette vue."),
            " Copiez-la\u00a0: la page, les filtres et la fiche ouverte seront les mêmes pour qui la reçoit.",
        ),
        tag("p", tag("code", f"/{state.link(selection, state.page()).removeprefix('./')}")),
    ]
