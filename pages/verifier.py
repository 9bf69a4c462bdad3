"""Chiffres vérifiés: every published percentage, and whether whole numbers allow it; one of them, shareable."""

from ptce_data.views.app.errors import guarded
from ptce_data.views.pages.verifier import percentage_sections, verdict_sections

with guarded():
    one = verdict_sections.begin("verifier")
    for part in verdict_sections.PARTS if one else ():
        with guarded():
            part(one)
    for part in () if one else percentage_sections.PARTS:
        with guarded():
            part()
