"""The map as a deck.gl description, for `st.pydeck_chart`: no tile server, no outside request."""

import copy
import json
from collections.abc import Mapping
from pathlib import Path

import pydeck
from pydeck.bindings.json_tools import default_serialize

from ptce_data.maps import layers
from ptce_data.maps.scene import Scene
from ptce_data.maps.viewports import Viewport

#: A view asked for twice must differ from itself, or a map moved by hand would not come back: 1e-6° is 0.1 m.
_TURN = 1e-6

# Text, not HTML: a name that holds a tag is shown as that text.
_TOOLTIP = {
    "text": "{t}",
    "style": {
        "backgroundColor": "#16202A",
        "color": "#FFFFFF",
        "fontSize": "13px",
        "lineHeight": "1.4",
        "maxWidth": "280px",
        "whiteSpace": "pre-line",
        "padding": "8px 10px",
        "borderRadius": "4px",
    },
}


class LeanDeck(pydeck.Deck):
    """A Deck written without white space: half of the bytes, a third of the time."""

    @classmethod
    def of(cls, layer_list: list[pydeck.Layer], view: pydeck.ViewState) -> "LeanDeck":
        """A Deck of its own for each run: Streamlit changes the one that it is given."""
        return cls(layers=layer_list, initial_view_state=view, map_provider=None, tooltip=copy.deepcopy(_TOOLTIP))

    def to_json(self) -> str:
        return json.dumps(self, default=default_serialize, ensure_ascii=False, separators=(",", ":"))


def deck(scene: Scene, folder: Path | None = None) -> LeanDeck:
    """The map of a Scene. Streamlit changes the Deck that it is given: build one for each run.

    Without `map_style`, and with `map_provider=None`, deck.gl asks nothing of any tile server.
    Raises DataError when the facts can't be read; outlines or QPV that can't be built are the caller's to leave out.
    """
    drawn = [*layers.background(folder), *layers.quarters(scene, folder), *layers.poles(scene, folder)]
    return LeanDeck.of(drawn, pydeck.ViewState(**_view(scene.viewport, scene.turn)))


def _view(viewport: Viewport, turn: int) -> Mapping[str, float]:
    offset = turn * _TURN
    return {
        "longitude": viewport.lon + offset,
        "latitude": viewport.lat + offset,
        "zoom": viewport.zoom + offset,
        "min_zoom": 2,
        "max_zoom": 12,
    }
