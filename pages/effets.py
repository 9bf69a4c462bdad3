"""Effets de la coopération: what structures say that cooperation changes."""

from ptce_data.views.app import page
from ptce_data.views.components import empty_state, figure_sections

SECTIONS = (
    empty_state.section,
    figure_sections.sample,
    *figure_sections.figures_of("effets"),
)

page.show("effets", SECTIONS)
