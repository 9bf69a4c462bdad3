"""The floor of a click in a dashboard: an empty page with one button, as Streamlit ships it, and the packages imported.

Streamlit ends each run with a full garbage collection, whose price is that of what is loaded.
"""

import altair  # noqa: F401
import pandas  # noqa: F401
import streamlit as st

st.button("Cliquer")
