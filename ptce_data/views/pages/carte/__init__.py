"""The home page: the poles on a map and in a list, and the priority neighbourhoods around them."""
