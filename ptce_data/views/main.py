"""The script that Streamlit runs: the frame around every page."""

from contextlib import suppress

import streamlit as st
from streamlit.runtime.scriptrunner import StopException

from ptce_data.views import frame, live, state
from ptce_data.views.errors import guarded
from ptce_data.views.serving import warming
from ptce_data.views.site_map import HOME, NAME, PAGE, pages

current = st.navigation(list(pages().values()), position="hidden")
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
warming.painted(key)
