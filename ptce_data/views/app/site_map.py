"""The site: its name, and its pages, each declared once."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from ptce_data.schema.sides import Side

NAME = "L’observatoire des PTCE"
LEAD = "Les pôles territoriaux de coopération économique, leurs lieux, leurs membres et ce que change la coopération."
#: The anchor of the page proper, where a keyboard reader jumps over the menu.
CONTENT = "contenu"
FOLDER = Path(__file__).parents[3] / "pages"


@dataclass(frozen=True)
class SitePage:
    """One page: its menu title and icon, its heading and lead.

    side: what its filters count; None where filters change nothing. `asks` is the page of the library whose question it
    shares, itself when None.
    view_keys: what its link carries beside filters, in the order of the link. first_draws: what its first picture is
    made of, "chart" or "map", so that the modules of the browser are announced; "" when it is text.
    """

    key: str
    title: str
    icon: str
    heading: str
    lead: str
    side: Side | None
    asks: str | None = None
    home: bool = False
    view_keys: tuple[str, ...] = ()
    first_draws: str = ""

    @property
    def file(self) -> Path:
        return FOLDER / f"{self.key}.py"


PAGES: tuple[SitePage, ...] = (
    SitePage(
        "carte",
        "Carte",
        ":material/map:",
        "Où sont les pôles\u202f?",
        "Les pôles réels nommés par des pages publiques, et les quartiers prioritaires autour d’eux.",
        Side.POLES,
        home=True,
        # The INSEE code that the map is centred on, the pole whose card is open, the radius (km) of the coverage.
        view_keys=("commune", "pole", "rayon"),
        first_draws="map",
    ),
    SitePage(
        "portrait",
        "Portrait de l’échantillon",
        ":material/groups:",
        "Qui a répondu à l’enquête\u202f?",
        "De 160 pôles repérés à 24 pôles et 187 structures\u00a0: ce que l’échantillon dit, et ce qu’il tait.",
        Side.SAMPLE,
        first_draws="chart",
    ),
    SitePage(
        "effets",
        "Effets de la coopération",
        ":material/handshake:",
        "Que change la coopération\u202f?",
        "Valeurs, mutualisations, ressources humaines et effets perçus par les structures membres.",
        Side.SAMPLE,
        first_draws="chart",
    ),
    SitePage(
        "comparer",
        "Comparer mon pôle",
        ":material/balance:",
        "Où se situe mon pôle\u202f?",
        "Vos chiffres à côté d’un groupe de référence\u00a0: ce qui se distingue, à quel point c’est sûr, qui appeler.",
        None,
        # The reference group and the weights of its context that were moved; never what is compared with it.
        view_keys=("groupe", "poids"),
    ),
    SitePage(
        "pole",
        "Pôle",
        ":material/location_on:",
        "La fiche d’un pôle",
        "Ce que des pages publiques disent d’un pôle, et les quartiers prioritaires qui l’entourent.",
        Side.POLES,
        asks="carte",
        view_keys=("id",),  # the pole of the sheet
        first_draws="map",
    ),
    SitePage(
        "donnees",
        "Données et méthode",
        ":material/menu_book:",
        "D’où viennent ces chiffres\u202f?",
        "Sources, définitions, téléchargements et limites.",
        None,
    ),
    SitePage(
        "verifier",
        "Chiffres vérifiés",
        ":material/fact_check:",
        "Ces chiffres sont-ils possibles\u202f?",
        "Chaque pourcentage publié, refait en nombres entiers\u00a0: sur quelles bases il est possible, sur laquelle "
        "la source le donne.",
        None,
        view_keys=("chiffre",),  # figure_id of the percentage whose verdict is told
    ),
)

PAGE = {page.key: page for page in PAGES}
HOME = next(page.key for page in PAGES if page.home)


def streamlit_pages() -> dict[str, st.Page]:
    """Key → Streamlit page, made anew: `st.navigation` and a page's `run` write into them, so no two runs share one.

    Without its icon, which Streamlit would first fetch from a font host to make a tab icon: the menu draws it.
    """
    return {page.key: _streamlit_page(page) for page in PAGES}


def link_target(key: str) -> st.Page:
    """The page of that key, for `st.page_link` and `st.switch_page`. Raises KeyError where there is none."""
    return _streamlit_page(PAGE[key])


def _streamlit_page(page: SitePage) -> st.Page:
    return st.Page(page.file, title=page.title, url_path=page.key, default=page.home)
