"""Carte: where the real poles are, and the priority neighbourhoods around them."""

from ptce_data.views.app import page
from ptce_data.views.pages.carte import carte_sections

SECTIONS = (
    carte_sections.summary,
    carte_sections.explore,
    carte_sections.neighbourhoods,
    carte_sections.figures,
)

page.show("carte", SECTIONS)
