"""The floor of a click: an empty page with one button, as Streamlit ships it."""

import streamlit as st

st.button("Cliquer")
