"""Carte: where the real poles are, and the priority neighbourhoods around them."""

from ptce_data.views.app import page
from ptce_data.views.app.errors import guarded
from ptce_data.views.pages.carte import carte_sections


def content(selection):
    with guarded():
        shown = carte_sections.above(selection)
        carte_sections.explore(shown)
        carte_sections.neighbourhoods(shown)
        carte_sections.figures(shown)


page.show("carte", content)
