"""Places in Streamlit's page, what is to be drawn in them, and the script that draws it and listens.

Streamlit renews each of its elements at every answer. A place never changes, so that it costs next to nothing; what is
drawn in all of them travels in one hidden element at the end of the run, and is drawn in the very turn in which the
browser gets it. (Streamlit's components get their own data later, after a picture of the old page.)
"""

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from ptce_data.views.components.markup import html
from ptce_data.views.live.tree import SEPARATOR, Tree

#: The key of the element that listens.
EAR = "ptce-ear"
#: What was drawn in this run and not sent yet, in the session.
_DRAWN = "ptce-drawn"

_PACKAGE, _NAME, _FOLDER = "ptce", "live", "assets"
_FULL_NAME = f"{_PACKAGE}.{_NAME}"
_SCRIPT = "live.js"

_declaring = threading.Lock()

Hear = Mapping[str, Callable[[str], None]]


def live(place: str, trees: Sequence[Tree], hear: Hear | None = None) -> None:
    """Draw the trees here. hear: what a clicked part may say → what is called with its code, as a callback.

    place: an id of the document. A browser may still show what is no longer offered: callbacks check their code.
    """
    st.html(placed(place))
    draw(place, trees, hear)


def placed(place: str) -> str:
    """HTML: a place, for who draws in it from somewhere else."""
    return f"<div class='ptce-live' id='{html(place)}'></div>"


def draw(place: str, trees: Sequence[Tree], hear: Hear | None = None) -> None:
    """Draw the trees in a place of the page, wherever it is."""
    st.session_state.setdefault(_DRAWN, {})[place] = list(trees), hear or {}


def start() -> None:
    """Start a run: what an interrupted one drew is forgotten."""
    st.session_state.pop(_DRAWN, None)


def sent() -> bool:
    """Whether all that this run drew has been sent: by a part of the page that runs alone, say."""
    return st.session_state.get(_DRAWN) == {}


def send() -> None:
    """End a run: what it drew goes to the browser, and what it says is heard."""
    drawn = st.session_state.get(_DRAWN, {})
    st.session_state[_DRAWN] = {}
    declare()
    st.html(payload({place: trees for place, (trees, _) in drawn.items()}))
    heard = {place: hear for place, (_, hear) in drawn.items()}
    _ear()(key=EAR, on_say_change=lambda: _heard(heard))


def payload(drawn: Mapping[str, Sequence[Tree]]) -> str:
    """HTML: what to draw in each place."""
    return "".join(_sent(place, trees) for place, trees in drawn.items())


def _sent(place: str, trees: Sequence[Tree]) -> str:
    """Double quotes are the bulk of it, and stay as they are."""
    content = json.dumps(trees, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in (("&", "&amp;"), ("<", "\\u003c"), (">", "\\u003e"), ("'", "&#39;")):
        content = content.replace(sign, escaped)
    return f"<i hidden data-for='{html(place)}' data-trees='{content}'></i>"


def _heard(heard: Mapping[str, Hear]) -> None:
    """Callback: what a part of a place says, `[place, name:code]`."""
    match st.session_state[EAR].get("say"):
        case [str(place), str(said)]:
            name, _, code = said.partition(SEPARATOR)
            heard.get(place, {}).get(name, lambda _: None)(code)


def declare() -> None:
    """Streamlit serves the script of a component that an installed package declares. This project is no package: it
    declares its own, once per server. (A script given as text would need a laxer content policy.)
    """
    manager = get_bidi_component_manager()
    with _declaring:
        if manager.get_component_asset_root(_FULL_NAME) is None:
            declared = ComponentManifest(_PACKAGE, "1", [ComponentConfig(_NAME, _FOLDER)])
            manager.register_from_manifest(declared, Path(__file__).parent)


def script() -> str:
    """The relative address of the script; "" where no server has declared it."""
    declared = get_bidi_component_manager().get_component_asset_root(_FULL_NAME) is not None
    return f"_stcore/bidi-components/{_FULL_NAME}/{_SCRIPT}" if declared else ""


@lru_cache(maxsize=1)
def _ear() -> Callable[..., object]:
    return st.components.v2.component(_FULL_NAME, js=_SCRIPT, isolate_styles=False)
