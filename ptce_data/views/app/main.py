"""The script that Streamlit runs: the frame around every page."""

from contextlib import suppress

import streamlit as st
from streamlit.runtime.scriptrunner import StopException

from ptce_data.views import live
from ptce_data.views.app import frame, state
from ptce_data.views.app.errors import guarded
from ptce_data.views.app.site_map import HOME, NAME, PAGE, streamlit_pages
from ptce_data.views.serving import warming

current = st.navigation(list(streamlit_pages().values()), position="hidden")
key = current.url_path or HOME
st.set_page_config(page_title=f"{PAGE[key].title} – {NAME}", layout="wide")

state.restore(key)
state.write()
live.start()
frame.masthead()
frame.menu()
with suppress(StopException), guarded():  # a page that stops itself still has its footer
    current.run()
frame.footer()
state.write()
if not live.sent():
    live.send()
warming.painted()
