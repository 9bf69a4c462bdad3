"""The application: the script that Streamlit runs, the frame of every page, the state of a session."""
