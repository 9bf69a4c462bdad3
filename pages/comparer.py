"""Comparer mon pôle: bring a pole's own figures, see where it stands, find whom to call."""

from ptce_data.views import page
from ptce_data.views.compare import page as compare
from ptce_data.views.errors import guarded

page.begin("comparer")
with guarded():
    compare.bring()
with guarded():
    compare.compare()
