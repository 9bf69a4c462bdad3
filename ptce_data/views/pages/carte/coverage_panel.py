"""The decision maker's question: which priority neighbourhoods have no known pole nearby."""

import math

import streamlit as st

from ptce_data.poles import pole_wording
from ptce_data.poles.coverage import DEFAULT_RADIUS_KM, RADII_KM, Coverage, Remote
from ptce_data.texts import NBSP, NNBSP, inflected, number, percent, quoted
from ptce_data.views.app import state
from ptce_data.views.components.blocks import data_table, show_html
from ptce_data.views.components.lazy_expander import folded
from ptce_data.views.components.pager import Pager
from ptce_data.views.live import Tree, tag

_KEY = "ptce-far"
PAGE_SIZE = 10

LIMITS = (
    "Distances à vol d’oiseau, de commune à commune : un QPV et un pôle sont situés par leur commune. "
    "Comptent les pôles de l’annuaire qui répondent aux filtres, où qu’ils soient : un pôle de l’autre côté d’une "
    "limite administrative compte aussi. Un pôle dont la commune n’est pas connue n’en rapproche aucun, et un pôle "
    f"qu’aucune page lue ne nomme n’est pas connu ici : {quoted('sans pôle connu')} ne veut pas dire "
    f"{quoted('sans pôle')}."
)


def radius() -> int:
    """The radius in km that the link asks for, one of RADII_KM."""
    asked = state.view("rayon")
    return next((radius for radius in RADII_KM if str(radius) == asked), DEFAULT_RADIUS_KM)


def coverage_panel(coverage: Coverage) -> None:
    """Draw the question, and once it is opened the sentence, the switch and the list. A link with a radius opens it."""
    question = f"Quels quartiers prioritaires sont loin d’un pôle connu{NNBSP}?"
    with folded(question, "coverage", opened=state.view("rayon") is not None) as open_:
        if open_:
            _panel(coverage)


def _panel(coverage: Coverage) -> None:
    show_html(tag("p", *sentence(coverage)))
    st.session_state[_KEY] = radius()
    st.segmented_control(
        "Distance",
        RADII_KM,
        required=True,
        format_func=lambda km: f"{km}{NBSP}km",
        key=_KEY,
        label_visibility="collapsed",
        on_change=_choose,
    )
    pager = Pager(coverage.uncovered, PAGE_SIZE, _KEY, (coverage.radius_km, coverage.codes), "quartier")
    show_html(*_table(pager.shown), tag("p", LIMITS, class_="ptce-source"))
    pager.draw()


def sentence(coverage: Coverage) -> list[Tree]:
    """What the numbers say, in one sentence."""
    far, people = len(coverage.uncovered), coverage.uncovered_inhabitants
    if not coverage.neighbourhoods:
        return ["Le territoire choisi ne compte aucun quartier prioritaire."]
    within = f"à moins de {coverage.radius_km}{NBSP}km"
    if not far:
        return [f"Tous les QPV du territoire ({number(coverage.neighbourhoods)}) ont un pôle connu {within}."]
    share = percent(people / coverage.inhabitants, 0) if coverage.inhabitants else ""
    return [
        tag("strong", f"{number(far)} QPV sur {number(coverage.neighbourhoods)}"),
        f" n’ont aucun pôle connu de la sélection {within}{NBSP}: {number(people)}{NBSP}"
        f"{inflected(people, 'habitant')}, {share} des habitants des QPV du territoire.",
    ]


def _table(remotes: tuple[Remote, ...]) -> list[Tree]:
    """The neighbourhoods, one a line; nothing when none is far."""
    if not remotes:
        return []
    head = ("Quartier prioritaire", "Habitants", "Pôle connu le plus proche")
    return [data_table(head, map(_row, remotes), numeric=(1, 2), class_="ptce-table")]


def _row(remote: Remote) -> tuple[str, ...]:
    quarter = remote.neighbourhood
    distance = f"{number(remote.nearest_km)}{NBSP}km" if math.isfinite(remote.nearest_km) else "aucun"
    return pole_wording.neighbourhood(quarter), number(quarter.population), distance


def _choose() -> None:
    state.set_view("rayon", str(st.session_state[_KEY]))
