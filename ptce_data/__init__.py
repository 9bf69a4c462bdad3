"""The observatory of the PTCE as a library: `load`, `Selection`, `compute`; no Streamlit needed."""
