"""« Comparer mon pôle »: bring a pole, see where it stands, find whom to call. One file a part of the page."""
