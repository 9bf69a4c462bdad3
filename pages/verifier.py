"""Chiffres vérifiés: every published percentage, and whether whole numbers allow it; one of them, shareable."""

from ptce_data.views.attainability import catalogue, sheet
from ptce_data.views.errors import guarded

with guarded():
    one = sheet.begin("verifier")
    for part in sheet.PARTS if one else ():
        with guarded():
            part(one)
    for part in () if one else catalogue.PARTS:
        with guarded():
            part()
