"""Pôle: the sheet of one pole, shareable."""

from ptce_data.views.app.errors import guarded
from ptce_data.views.pages.pole import pole_sections as sheet

with guarded():
    pole = sheet.begin("pole")
    for part in sheet.PARTS if pole else ():
        with guarded():
            part(pole)
