"""Carte: where the real poles are, and the priority neighbourhoods around them."""

from ptce_data.views import carte, page
from ptce_data.views.errors import guarded


def content(selection):
    with guarded():
        shown = carte.above(selection)
        carte.explore(shown)
        carte.neighbourhoods(shown)
        carte.figures(shown)


page.show("carte", content)
