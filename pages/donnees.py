from ptce_data.views import page
from ptce_data.views.method import (
    attainability,
    counts,
    definition,
    dictionary,
    history,
    limits,
    sample,
    section,
    sources,
    tables,
)

page.begin("donnees")

section.show(
    (
        definition.SECTION,
        history.SECTION,
        counts.SECTION,
        sources.SECTION,
        sample.SECTION,
        limits.SECTION,
        attainability.SECTION,
        dictionary.SECTION,
        tables.SECTION,
    )
)
