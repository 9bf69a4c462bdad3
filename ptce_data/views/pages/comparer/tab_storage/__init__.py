"""The browser's own session storage: answers outlive a reload, never the tab. Served from here, in a frame of ours."""

from pathlib import Path

import streamlit as st
import streamlit.components.v1 as components

_keeper = components.declare_component("ptce_keeper", path=Path(__file__).parent)


def keep(content: str | None, session: str) -> str | None:
    """Leave `content` in the tab's storage, and return what an earlier session left there.

    content: None while this session knows nothing, "" to erase. session: a name of this server session; what the
    browser answered to another is not heard. Returns None when there is nothing to hear.
    """
    with st.container(key="ptce-keeper"):
        heard = _keeper(content=content, session=session, key=f"ptce-keeper-{session}", default=None)
    if content is not None or not isinstance(heard, dict) or heard.get("session") != session:
        return None
    found = heard.get("found")
    return found if isinstance(found, str) else None
