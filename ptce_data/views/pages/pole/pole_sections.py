"""The sheet of one pole: everything known of it, what is around it, and how to correct it."""

import streamlit as st

from ptce_data.maps import viewports
from ptce_data.maps.deck import deck
from ptce_data.maps.scene import Scene
from ptce_data.poles import coverage, nearby, pole_wording, published_cases
from ptce_data.poles import directory as facts
from ptce_data.poles.directory import Pole
from ptce_data.schema import cog
from ptce_data.schema.codes import RECOGNITIONS, SECTORS
from ptce_data.texts import NBSP, NNBSP, number, plural
from ptce_data.views.app import state
from ptce_data.views.app.page import Context, Subject
from ptce_data.views.app.site_map import link_target
from ptce_data.views.components import pole_blocks
from ptce_data.views.components.blocks import outside_link, provenance_badge, show_html
from ptce_data.views.components.empty_state import empty_state
from ptce_data.views.components.markup import markdown_table, plain
from ptce_data.views.components.pole_list import pole_list, pole_rows
from ptce_data.views.live import tag
from ptce_data.views.pages.carte import map_view

_NEIGHBOURHOODS = 12
_POLES = 6
_MAP_HEIGHT = 380
_MAP_ZOOM = 8.4  # about 20 km around the pole

CORRECT = (
    f"Une erreur, un oubli, un pôle qui a cessé son activité{NNBSP}? Cet annuaire est un fichier que chacun peut "
    f"corriger{NBSP}: `data/facts/poles.csv`, une ligne par pôle, les pages lues dans la dernière partie de la ligne. "
    "Proposez la ligne corrigée avec l’adresse d’une page publique qui le dit, "
    f"en citant l’identifiant du pôle{NBSP}: "
)


def subject() -> Subject | None:
    """The pole that the link asks for, if the directory has it. Raises DataError when it can't be read."""
    asked = state.view("id")
    pole = facts.poles().get(asked) if asked else None
    return None if pole is None else Subject(pole.name, pole)


def choose(context: Context) -> None:
    """Say why there is no sheet, and let a pole be picked."""
    if state.view("id"):
        st.warning(
            f"Le pôle de ce lien n’est pas dans l’annuaire{NBSP}: l’adresse a peut-être été mal recopiée. "
            "Choisissez-le ci-dessous.",
            icon=":material/link_off:",
        )
    directory = facts.poles()
    if not empty_state(context.selection, context.answer):
        pole_list([directory[pole_id] for pole_id in context.answer.pole_ids], "ptce-sheet", open_)


def place(pole: Pole) -> None:
    """Where it is and what it does, in a line; and the way to the map."""
    st.markdown(f"{plain(pole_wording.place(pole))} · {plain(pole_wording.sectors(pole))}")
    st.page_link(
        link_target("carte"),
        label="Voir sur la carte de tous les pôles",
        icon=":material/map:",
        query_params=state.params(page_key="carte", pole=pole.pole_id),
    )


def identity(pole: Pole) -> None:
    """Facts and sources beside a map of the surroundings."""
    told, seen = st.columns([6, 5], gap="large")
    with told:
        st.header("Ce que disent les pages publiques", anchor=False)
        pole_blocks.definitions(pole)
        pole_blocks.sources(pole)
    with seen:
        if pole.located:
            _map(pole)
        pole_blocks.surroundings(pole)


def testimony(pole: Pole) -> None:
    """The figures published on this pole; nothing for a pole that the article doesn't tell of."""
    if pole.pole_id not in published_cases.SURVEYS:
        return
    st.header("Ce que le pôle a dit de lui-même", anchor=False)
    figures = published_cases.testimony(pole.pole_id)
    if not figures:
        st.markdown(
            f"L’article de 2017 présente ce pôle sans autre chiffre que ceux de la fiche"
            f"{NBSP}: {plural(pole.members, 'membre')}."
            if pole.members is not None
            else "L’article de 2017 présente ce pôle sans chiffre."
        )
        return
    rows = [(figure.item.capitalize(), figure.printed, figure.base_as_stated or "non dite") for figure in figures]
    st.markdown(markdown_table(("Chiffre publié", "Valeur", "Base, telle que la source la dit"), rows))
    article = outside_link(f"article de {figures[0].date}", figures[0].source_url)
    pages_read = [f"Propos rapportés par la presse, non vérifiés par nous{NBSP}: ", article, "."]
    show_html(tag("p", provenance_badge("published"), " ", *pages_read))


def neighbourhoods(pole: Pole) -> None:
    """The QPV within the largest radius, nearest first."""
    near = nearby.neighbourhoods_within(pole, max(coverage.RADII_KM))
    if not near:
        return
    st.header("Quartiers prioritaires les plus proches", anchor=False)
    rows = [
        (pole_wording.neighbourhood(quarter), _distance(km), number(quarter.population))
        for quarter, km in near[:_NEIGHBOURHOODS]
    ]
    st.markdown(markdown_table(("Quartier prioritaire", "Distance", "Habitants"), rows, numeric=(1, 2)))
    more = f" Et {plural(len(near) - _NEIGHBOURHOODS, 'autre')}." if len(near) > _NEIGHBOURHOODS else ""
    st.caption(f"{pole_blocks.PRECISION}{more}")


def others(pole: Pole) -> None:
    """Poles nearby, and poles of the same sector."""
    near, alike = st.columns(2, gap="large")
    with near:
        found = nearby.nearest_poles(pole, _POLES)
        if found:
            st.header("Pôles voisins", anchor=False)
            pole_rows("Pôles voisins", {other: _distance(km) for other, km in found}, "near", open_, said=False)
    with alike:
        same = nearby.same_sector(pole)
        if same:
            st.header(f"Même secteur{NBSP}: {SECTORS.label(pole.main_sector)}", anchor=False)
            beside = {other: RECOGNITIONS.label(other.recognition) for other in same[:_POLES]}
            pole_rows("Pôles du même secteur", beside, "same", open_, said=False)
            if len(same) > _POLES:
                st.page_link(
                    link_target("carte"),
                    label=f"Voir les {number(len(same) + 1)} pôles de ce secteur",
                    query_params={"secteur": pole.main_sector},
                )


def correct(pole: Pole) -> None:
    st.header("Corriger cette fiche", anchor=False)
    st.markdown(f"{CORRECT}`{pole.pole_id}`.")


def open_(pole_id: str) -> None:
    """Callback: show the sheet of another pole."""
    state.set_view("id", pole_id)


def _map(pole: Pole) -> None:
    scene = Scene(
        tuple(facts.poles().values()),
        viewports.Viewport(pole.lon, pole.lat, _MAP_ZOOM),
        frozenset(cog.REGION_OF),
        opened=pole.pole_id,
        theme=map_view.theme(),
    )
    st.pydeck_chart(
        deck(scene),
        height=_MAP_HEIGHT,
        key=f"ptce-sheet-map-{pole.pole_id}",
        alt=f"Carte autour de {pole.name}{NBSP}: {pole_wording.place(pole)}, les pôles voisins et les QPV. "
        "Les tableaux de cette page disent la même chose.",
    )
    st.caption("Points : pôles de l’annuaire. Cercles : QPV de chaque commune, selon leur population.")


def _distance(km: float) -> str:
    return "même commune" if km == 0 else f"{number(km)}{NBSP}km" if km >= 1 else f"moins de 1{NBSP}km"
