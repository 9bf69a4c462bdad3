"""Comparer mon pôle: bring a pole's own figures, see where it stands, find whom to call."""

from ptce_data.views.app import page
from ptce_data.views.app.errors import guarded
from ptce_data.views.pages.comparer import comparer_sections as compare

page.begin("comparer")
with guarded():
    compare.bring()
with guarded():
    compare.compare()
