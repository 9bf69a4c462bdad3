"""The legend under the map: signs, shapes and circles, in words."""

from collections.abc import Sequence

import streamlit as st

from ptce_data.maps.facts import Pole
from ptce_data.maps.layers import FAR, NEAR
from ptce_data.maps.legend import Entry, legend
from ptce_data.texts import NBSP, number, plural
from ptce_data.views.markup import html


def map_legend(poles: Sequence[Pole], theme: str, qpv: bool, far_km: int | None) -> None:
    """Draw the legend of what the map shows. far_km: the radius whose QPV stand out, None where none do."""
    entries = "".join(_entry(entry) for entry in legend(poles))
    shapes = [_shape("ptce-hollow", "lieu approximatif")] if any(_hollow(pole) for pole in poles) else []
    if qpv:
        shapes.append(_circle(NEAR[theme], "QPV d’une commune, selon leur population"))
    if far_km is not None:
        shapes.append(_circle(FAR[theme], f"sans pôle connu à moins de {far_km}{NBSP}km"))
    signs = f"<ul class='ptce-map-legend' aria-label='Légende de la carte'>{entries}{''.join(shapes)}</ul>"
    st.html(f"{signs}{_unplaced(sum(not pole.located for pole in poles))}")


def _unplaced(count: int) -> str:
    if not count:
        return ""
    known = "connu par son seul département ou sa seule région, est"
    if count > 1:
        known = "connus par leur seul département ou leur seule région, sont"
    return (
        f"<p class='ptce-source'>{plural(count, 'pôle')} de la sélection, {known} dans la liste et pas sur la carte. "
        "Les pôles d’une même commune sont écartés de deux kilomètres.</p>"
    )


def _entry(entry: Entry) -> str:
    dot = f"<span class='ptce-sign' style='background:{entry.colour}' aria-hidden='true'>{html(entry.sign)}</span>"
    return f"<li>{dot} {html(entry.label)} <b>{number(entry.count)}</b></li>"


def _shape(name: str, words: str) -> str:
    return f"<li><span class='ptce-sign {name}' aria-hidden='true'></span> {words}</li>"


def _circle(colour: list[int], words: str) -> str:
    red, green, blue, alpha = colour
    style = f"background:rgba({red},{green},{blue},{alpha / 255:.2f})"
    return f"<li><span class='ptce-sign' style='{style}' aria-hidden='true'></span> {words}</li>"


def _hollow(pole: Pole) -> bool:
    return pole.located and pole.approximate
