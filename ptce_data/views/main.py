"""The script that Streamlit runs: the frame around every page."""

import streamlit as st

from ptce_data.views import frame, state
from ptce_data.views.serving import warming
from ptce_data.views.serving.assets import ICON_FILE
from ptce_data.views.site_map import HOME, NAME, PAGE, pages

current = st.navigation(list(pages().values()), position="hidden")
key = current.url_path or HOME
st.set_page_config(page_title=f"{PAGE[key].title} – {NAME}", page_icon=ICON_FILE, layout="wide")

state.restore(key)
state.write()
frame.masthead(key)
current.run()
frame.footer()
state.write()
warming.painted(key)
