"""The legend under the map: signs, shapes and circles, in words."""

from collections.abc import Sequence

from ptce_data.maps.layers import FAR, NEAR
from ptce_data.maps.legend import Entry, legend
from ptce_data.poles.directory import Pole
from ptce_data.texts import NBSP, number, plural
from ptce_data.views.live import Tree, tag


def map_legend(poles: Sequence[Pole], theme: str, qpv: bool, far_km: int | None) -> list[Tree]:
    """The legend of what the map shows. far_km: the radius whose QPV stand out, None where none do."""
    entries = [_entry(entry) for entry in legend(poles)]
    if any(_hollow(pole) for pole in poles):
        entries.append(_shape("lieu approximatif", "ptce-sign ptce-hollow"))
    if qpv:
        entries.append(_shape("QPV d’une commune, selon leur population", style=_ground(NEAR[theme])))
    if far_km is not None:
        entries.append(_shape(f"sans pôle connu à moins de {far_km}{NBSP}km", style=_ground(FAR[theme])))
    signs = tag("ul", *entries, class_="ptce-map-legend", aria_label="Légende de la carte")
    return [signs, *_unplaced(sum(not pole.located for pole in poles))]


def _unplaced(count: int) -> list[Tree]:
    if not count:
        return []
    known = "connu par son seul département ou sa seule région, est"
    if count > 1:
        known = "connus par leur seul département ou leur seule région, sont"
    words = (
        f"{plural(count, 'pôle')} de la sélection, {known} dans la liste et pas sur la carte. "
        "Les pôles d’une même commune sont écartés de deux kilomètres."
    )
    return [tag("p", words, class_="ptce-source")]


def _entry(entry: Entry) -> Tree:
    dot = tag("span", entry.sign, class_="ptce-sign", style=f"background:{entry.colour}", aria_hidden=True)
    return tag("li", dot, f" {entry.label} ", tag("b", number(entry.count)))


def _shape(words: str, class_: str = "ptce-sign", style: str | None = None) -> Tree:
    return tag("li", tag("span", class_=class_, style=style, aria_hidden=True), f" {words}")


def _ground(colour: list[int]) -> str:
    red, green, blue, alpha = colour
    return f"background:rgba({red},{green},{blue},{alpha / 255:.2f})"


def _hollow(pole: Pole) -> bool:
    return pole.located and pole.approximate
