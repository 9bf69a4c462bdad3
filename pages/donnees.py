from ptce_data.views.app import page
from ptce_data.views.pages.donnees import (
    definition,
    dictionary,
    grim_section,
    history,
    limits,
    pole_counts,
    sample_origin,
    section,
    sources,
    tables,
)

page.begin("donnees")

section.show(
    (
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
)
