"""Effets de la coopération: what structures say that cooperation changes."""

from ptce_data.views.app import page
from ptce_data.views.components import empty_state, figure_sections
from ptce_data.views.components.figure_sections import figures

SECTIONS = (
    empty_state.section,
    figure_sections.sample,
    figures("Ce qui fonde et relie", "values", "pooling"),
    figures("Formes et contributions", "cooperation-forms", "contributions"),
    figures("Ressources humaines", "hr-impact", "hr-effects"),
    figures("Effets ressentis", "perceived-effects"),
    figures("Coordination", "coordination", "coordination-distribution"),
)

page.show("effets", SECTIONS)
