"""Comparer mon pôle: enter the figures of a pole, see where it stands, find poles to contact."""

from ptce_data.views.app import page
from ptce_data.views.pages.comparer import comparer_sections

SECTIONS = (comparer_sections.enter_pole, comparer_sections.compare_pole)

page.show("comparer", SECTIONS)
