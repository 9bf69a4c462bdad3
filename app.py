"""The ASGI app: `streamlit run app.py` or `uvicorn app:app`.

The script that Streamlit runs lives in `ptce_data/views/`, away from `pages/`: a `pages/` folder beside it would make
the first request to a fresh server run that page alone, without its frame.
"""

from pathlib import Path

import streamlit as st

app = st.App(Path(__file__).parent / "ptce_data/views/main.py")
