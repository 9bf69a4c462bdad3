"""The blocks that the card and the sheet of a pole share."""

import streamlit as st

from ptce_data.poles import nearby, pole_profile
from ptce_data.poles.directory import Pole
from ptce_data.texts import NBSP, number, plural
from ptce_data.views.components.blocks import show_html
from ptce_data.views.components.markup import link
from ptce_data.views.live import Tree, tag

#: Why no distance is given.
UNPLACED = (
    "La commune de ce pôle n’est pas connue\u00a0: il est compté dans son territoire, "
    "et aucune distance ne peut être donnée."
)
PRECISION = "À vol d’oiseau, de commune à commune\u00a0: l’adresse du pôle et le contour des quartiers ne comptent pas."


def definitions(pole: Pole) -> None:
    """The facts, as a list of definitions."""
    pairs = ((tag("dt", line.label), _value(line)) for line in pole_profile.lines(pole))
    show_html(tag("dl", *(part for pair in pairs for part in pair), class_="ptce-facts"))


def surroundings(pole: Pole) -> None:
    """QPV within each radius, and their population."""
    st.subheader("Quartiers prioritaires alentour", anchor=False)
    if not pole.located:
        st.markdown(UNPLACED)
        return
    rows = (
        tag(
            "tr",
            tag("th", f"À moins de {ring.radius_km}{NBSP}km", scope="row"),
            tag("td", f"{number(ring.neighbourhoods)}{NBSP}QPV"),
            tag("td", plural(ring.inhabitants, "habitant")),
        )
        for ring in nearby.rings(pole)
    )
    show_html(tag("table", tag("tbody", *rows), class_="ptce-rings"))
    approximate = " Le lieu du pôle est lui-même approximatif." if pole.approximate else ""
    st.caption(f"{PRECISION}{approximate}")


def sources(pole: Pole) -> None:
    """The pages read, as links that say where they lead."""
    found = pole_profile.sources(pole)
    st.subheader("Pages lues" if len(found) > 1 else "Page lue", anchor=False)
    st.markdown("\n".join(f"- {link(host, url)}" for host, url in found) or "Aucune adresse utilisable.")


def _value(line: pole_profile.Line) -> Tree:
    note = [tag("br"), tag("small", line.note)] if line.note else []
    return tag("dd", line.value, *note, class_="ptce-missing" if line.value == pole_profile.MISSING else None)
