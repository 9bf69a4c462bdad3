"""Données et méthode: where the figures come from, what they mean, how to take them away."""

from ptce_data.views.app import page
from ptce_data.views.pages.donnees import (
    definition,
    dictionary,
    grim_section,
    history,
    limits,
    pole_counts,
    sample_origin,
    sources,
    tables,
)
from ptce_data.views.pages.donnees.section import with_contents

SECTIONS = (
    definition.SECTION,
    history.SECTION,
    pole_counts.SECTION,
    sources.SECTION,
    sample_origin.SECTION,
    limits.SECTION,
    grim_section.SECTION,
    dictionary.SECTION,
    tables.SECTION,
)

page.show("donnees", with_contents(SECTIONS))
