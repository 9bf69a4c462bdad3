"""Comparer mon pôle: bring a pole's own figures, see where it stands, find whom to call."""

from ptce_data.views.app import page
from ptce_data.views.pages.comparer import comparer_sections

SECTIONS = (comparer_sections.bring, comparer_sections.compare)

page.show("comparer", SECTIONS)
