"""Pôle: the sheet of one pole, shareable."""

from ptce_data.views import pole_sheet as sheet
from ptce_data.views.errors import guarded

with guarded():
    pole = sheet.begin("pole")
    for part in sheet.PARTS if pole else ():
        with guarded():
            part(pole)
