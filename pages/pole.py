"""Pôle: the sheet of one pole, shareable."""

from ptce_data.views.app import page
from ptce_data.views.pages.pole import pole_sections

SECTIONS = (
    *page.without_subject(pole_sections.choose),
    *page.about(
        pole_sections.place,
        pole_sections.identity,
        pole_sections.testimony,
        pole_sections.neighbourhoods,
        pole_sections.others,
        pole_sections.correct,
    ),
)

page.show("pole", SECTIONS, subject=pole_sections.subject)
