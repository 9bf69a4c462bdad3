"""The ASGI app: `streamlit run app.py` or `uvicorn app:app`.

The script that Streamlit runs lives in `ptce_data/views/`, away from `pages/`: a `pages/` folder beside it would make
the first request to a fresh server run that page alone, without its frame.
"""

from pathlib import Path

import streamlit as st

from ptce_data.views.app.errors import on_script_error
from ptce_data.views.serving import MIDDLEWARE, ROUTES, lifespan

app = st.App(
    Path(__file__).parent / "ptce_data/views/app/main.py",
    routes=ROUTES,
    middleware=MIDDLEWARE,
    lifespan=lifespan,
    on_script_error=on_script_error,
)
