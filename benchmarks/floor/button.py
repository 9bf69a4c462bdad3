"""A click in an empty page with one button, as Streamlit ships it, nothing imported: under a dashboard’s floor."""

import streamlit as st

st.button("Cliquer")
