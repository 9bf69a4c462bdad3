"""The floor of a map: an empty page with one pydeck map, as Streamlit ships it (and no outside tile server)."""

import pydeck as pdk
import streamlit as st

POINTS = [{"position": [lon, lat]} for lon in range(-4, 8) for lat in range(43, 51)]
st.pydeck_chart(
    pdk.Deck(
        map_provider=None,
        initial_view_state=pdk.ViewState(longitude=2.5, latitude=46.6, zoom=4.5),
        layers=[pdk.Layer("ScatterplotLayer", POINTS, get_position="position", get_radius=12_000)],
    )
)
