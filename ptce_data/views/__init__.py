"""The only rooms that know Streamlit: frame, filters, cards and sections that pages are made of."""
