"""Portrait de l’échantillon: which poles and structures answered."""

from ptce_data.views.app import page
from ptce_data.views.components import empty_state, figure_sections
from ptce_data.views.components.figure_sections import figures

SECTIONS = (
    empty_state.section,
    figure_sections.survey,
    figure_sections.sample,
    figures("Activités et statuts", "sectors", "legal-status"),
    figures("Insertion et quartiers", "iae", "qpv"),
    figures("Territoires et taille", "regions", "pole-size"),
)

page.show("portrait", SECTIONS)
