"""The home page, part by part: each is drawn even where another can't be."""

from dataclasses import dataclass

import streamlit as st

from ptce_data.poles import coverage as coverages
from ptce_data.poles import directory as facts
from ptce_data.poles import territory
from ptce_data.poles.coverage import Coverage
from ptce_data.poles.directory import Pole
from ptce_data.results import Result
from ptce_data.views.app import page, state
from ptce_data.views.app.errors import guarded
from ptce_data.views.app.page import Context
from ptce_data.views.components import pole_list
from ptce_data.views.components.empty_state import empty_state
from ptce_data.views.pages.carte import breakdown, coverage_panel, headline, map_view, pole_card


@dataclass(frozen=True)
class Carte:
    """What the page shows of a Selection. coverage is None when the QPV can't be read."""

    poles: tuple[Pole, ...]
    departements: frozenset[str]
    coverage: Coverage | None
    results: tuple[Result, ...]


def summary(context: Context) -> None:
    """The numbers above the map, or why there are none."""
    with st.container():  # always there: were its parts on the page itself, the map would lose its zoom with them
        carte = context.shared(_carte)
        if not empty_state(context.selection, context.answer):
            headline.headline(carte.poles, len(facts.poles()), carte.coverage)


def explore(context: Context) -> None:
    """The list and the map side by side: on a phone, the list first. One opened pole takes the place of the list."""
    carte = context.shared(_carte)
    beside, around = st.columns([5, 7], gap="medium")
    with beside, guarded():
        _list_or_card(carte)
    with around, guarded():
        map_view.map_view(carte.poles, carte.departements, carte.coverage)


def neighbourhoods(context: Context) -> None:
    """The QPV far from a pole; nothing where no pole is selected: all of them would be."""
    carte = context.shared(_carte)
    if carte.poles and carte.coverage is not None:
        coverage_panel.coverage_panel(carte.coverage)


def figures(context: Context) -> None:
    carte = context.shared(_carte)
    if carte.poles:
        breakdown.breakdown(carte.results)


def _carte(context: Context) -> Carte:
    """Ask the library once. Raises DataError when the poles can't be read; QPV that can't be are said where one is."""
    answer = context.answer
    directory = facts.poles()
    departements = territory.departements(context.selection)
    coverage = None
    with guarded():
        anywhere = page.answer_to(territory.without_territory(context.selection), context.key).pole_ids
        coverage = coverages.coverage(anywhere, departements, coverage_panel.radius())
    return Carte(tuple(directory[pole_id] for pole_id in answer.pole_ids), departements, coverage, answer.results)


def _list_or_card(carte: Carte) -> None:
    asked = state.view("pole")
    pole = facts.poles().get(asked) if asked else None
    if pole is not None:
        pole_card.pole_card(pole, selected=pole in carte.poles)
        return
    if asked:
        st.warning("Le pôle demandé par ce lien n’est pas dans l’annuaire.", icon=":material/link_off:")
    if carte.poles:
        pole_list.pole_list(carte.poles, "ptce-list", pole_card.open_)
