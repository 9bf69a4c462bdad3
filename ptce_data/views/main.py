"""The script that Streamlit runs: the frame around every page."""

import streamlit as st

from ptce_data.views import state
from ptce_data.views.site_map import HOME, NAME, PAGES

st.set_page_config(page_title=NAME, layout="wide", initial_sidebar_state="collapsed")
pages = {
    page.key: st.Page(page.file, title=page.title, icon=page.icon, url_path=page.key, default=page.home)
    for page in PAGES
}
current = st.navigation(list(pages.values()), position="top")
state.restore(current.url_path or HOME)
current.run()
