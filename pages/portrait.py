"""Portrait de l’échantillon: which poles and structures answered."""

from ptce_data.views.app import page
from ptce_data.views.components import empty_state, figure_sections

SECTIONS = (
    empty_state.section,
    figure_sections.survey,
    figure_sections.sample,
    *figure_sections.figures_of("portrait"),
)

page.show("portrait", SECTIONS)
