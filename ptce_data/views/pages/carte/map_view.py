"""The map: controls, deck, legend. A click on a pole opens its card."""

from collections.abc import Sequence

import streamlit as st

from ptce_data.maps import viewports
from ptce_data.maps.deck import deck
from ptce_data.maps.scene import Scene
from ptce_data.poles import pole_wording
from ptce_data.poles.coverage import Coverage
from ptce_data.poles.directory import Pole
from ptce_data.views.app import state
from ptce_data.views.live import Tree, icon, live, tag
from ptce_data.views.pages.carte import map_legend, map_state, pole_card

KEY = "ptce-map"

#: What can be drawn under the poles, and the view that holds the selection.
_QPV, _FAR, _FIT = "qpv", "far", "fit"


def map_view(poles: Sequence[Pole], departements: frozenset[str], coverage: Coverage | None) -> None:
    """Draw the map of `poles`, with the QPV of `departements`. coverage: None when the QPV can't be read."""
    seen = map_state.current(poles)
    screen = map_state.screen()
    qpv, far = _switches(coverage)
    scene = Scene(
        poles,
        seen.viewport,
        departements,
        qpv=qpv,
        far=coverage.codes if far and coverage else (),
        opened=state.view("pole"),
        theme=theme(),
        turn=seen.turn,
        clicks=seen.clicks,
    )
    st.pydeck_chart(
        deck(scene),
        height=screen.height,
        key=KEY,
        on_select=_clicked,
        alt=pole_wording.alternative(poles, coverage.neighbourhoods if qpv and coverage else None),
    )
    legend = map_legend.map_legend(poles, theme(), qpv, coverage.radius_km if far and coverage else None)
    live(f"{KEY}-under", [_views(), *legend], {"view": lambda name: _go(name, poles, screen)})


def opened(selection: dict) -> str | None:
    """The pole_id of a click: the `i` of the selected feature; None for a QPV, whose `i` is a rank."""
    objects = [chosen for layer in selection.get("objects", {}).values() for chosen in layer]
    properties = [chosen["properties"] for chosen in objects if isinstance(chosen, dict) and "properties" in chosen]
    return next((one["i"] for one in properties if isinstance(one, dict) and isinstance(one.get("i"), str)), None)


def theme() -> str:
    """ "light" or "dark", as the browser says; light before it has said."""
    return "dark" if st.context.theme.type == "dark" else "light"


def _clicked() -> None:
    map_state.clicked()
    pole_id = opened(st.session_state[KEY]["selection"])
    if pole_id is not None:
        pole_card.open_(pole_id)


def _switches(coverage: Coverage | None) -> tuple[bool, bool]:
    """Whether QPV are drawn, and whether those without a known pole nearby stand out."""
    if coverage is None:
        return False, False
    labels = {_QPV: "Quartiers prioritaires", _FAR: "Ceux sans pôle connu à proximité"}
    drawn = _drawn()
    buttons = (tag("button", words, say=("draw", code), aria_pressed=code in drawn) for code, words in labels.items())
    live(f"{KEY}-drawn", [tag("div", *buttons, role="group", aria_label="Sur la carte")], {"draw": _switch})
    return _QPV in drawn, _QPV in drawn and _FAR in drawn


def _drawn() -> frozenset[str]:
    return st.session_state.get(f"{KEY}-drawn", frozenset({_QPV}))


def _switch(code: str) -> None:
    """Callback: draw something, or no more."""
    if code in (_QPV, _FAR):
        st.session_state[f"{KEY}-drawn"] = _drawn() ^ {code}


def _views() -> Tree:
    """One click to each part of the country, and back to the selection."""
    labels = {_FIT: (icon("center_focus_strong"), "Recentrer sur la sélection")}
    labels |= {name: (label,) for name, (label, _) in viewports.PLACES.items()}
    buttons = (tag("button", *words, say=("view", name)) for name, words in labels.items())
    return tag("div", *buttons, role="group", aria_label="Aller à", class_="ptce-map-views")


def _go(name: str, poles: Sequence[Pole], screen: viewports.Screen) -> None:
    if name == _FIT:
        map_state.go(map_state.around(poles))
    elif name in viewports.PLACES:
        map_state.go(viewports.place(name, screen))
