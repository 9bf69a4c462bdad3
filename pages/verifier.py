"""Chiffres vérifiés: every published percentage, and whether whole numbers allow it; one of them, shareable."""

from ptce_data.views.app import page
from ptce_data.views.pages.verifier import percentage_sections, verdict_sections

SECTIONS = (
    *page.without_subject(
        verdict_sections.unknown,
        percentage_sections.rule,
        percentage_sections.search,
        percentage_sections.together,
        percentage_sections.download,
    ),
    *page.about(
        verdict_sections.back,
        verdict_sections.reasoning,
        verdict_sections.neighbours,
        verdict_sections.bases,
        verdict_sections.together,
        verdict_sections.cite,
    ),
)

page.show("verifier", SECTIONS, subject=verdict_sections.subject)
