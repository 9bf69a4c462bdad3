from ptce_data.views import page
from ptce_data.views.errors import guarded
from ptce_data.views.method import (
    attainability,
    counts,
    definition,
    dictionary,
    history,
    limits,
    sample,
    sources,
    tables,
)

page.begin("donnees")

for section in (definition, history, counts, sources, sample, limits, attainability, dictionary, tables):
    with guarded():
        section.show()
