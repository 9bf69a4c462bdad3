"""The blocks that the card and the sheet of a pole share."""

import streamlit as st

from ptce_data.poles import nearby, pole_profile
from ptce_data.poles.directory import Pole
from ptce_data.texts import NBSP, number, plural
from ptce_data.views.components.markup import html, link

#: Why no distance is given.
UNPLACED = (
    "La commune de ce pôle n’est pas connue\u00a0: il est compté dans son territoire, "
    "et aucune distance ne peut être donnée."
)
PRECISION = "À vol d’oiseau, de commune à commune\u00a0: l’adresse du pôle et le contour des quartiers ne comptent pas."


def definitions(pole: Pole) -> None:
    """The facts, as a list of definitions."""
    rows = "".join(_row(line) for line in pole_profile.lines(pole))
    st.html(f"<dl class='ptce-facts'>{rows}</dl>")


def surroundings(pole: Pole) -> None:
    """QPV within each radius, and their population."""
    st.subheader("Quartiers prioritaires alentour", anchor=False)
    if not pole.located:
        st.markdown(UNPLACED)
        return
    rows = "".join(
        f"<tr><th scope='row'>À moins de {ring.radius_km}{NBSP}km</th><td>{number(ring.neighbourhoods)}{NBSP}QPV</td>"
        f"<td>{plural(ring.inhabitants, 'habitant')}</td></tr>"
        for ring in nearby.rings(pole)
    )
    st.html(f"<table class='ptce-rings'>{rows}</table>")
    approximate = " Le lieu du pôle est lui-même approximatif." if pole.approximate else ""
    st.caption(f"{PRECISION}{approximate}")


def sources(pole: Pole) -> None:
    """The pages read, as links that say where they lead."""
    found = pole_profile.sources(pole)
    st.subheader("Pages lues" if len(found) > 1 else "Page lue", anchor=False)
    st.markdown("\n".join(f"- {link(host, url)}" for host, url in found) or "Aucune adresse utilisable.")


def _row(line: pole_profile.Line) -> str:
    missing = " class='ptce-missing'" if line.value == pole_profile.MISSING else ""
    note = f"<br><small>{html(line.note)}</small>" if line.note else ""
    return f"<dt>{html(line.label)}</dt><dd{missing}>{html(line.value)}{note}</dd>"
