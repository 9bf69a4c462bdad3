"""A coordinator's file to a UserPole, or its faults; a whole survey to rows; templates. Nothing is written or logged.

upload = read_upload("mon-pole.xlsx", content)   # upload.pole, upload.faults, upload.notes
mark_faults("mon-pole.xlsx", content, upload.faults)
template_xlsx(), template_csv()
reopen(save(upload.pole)) == upload.pole
"""

from ptce_data.intake.cell_faults import CellFault
from ptce_data.intake.intake_limits import limits_in_words
from ptce_data.intake.marking import mark_faults
from ptce_data.intake.saved_answers import reopen, save
from ptce_data.intake.templates import template_csv, template_xlsx
from ptce_data.intake.upload import Upload, read_upload

__all__ = [
    "CellFault",
    "Upload",
    "limits_in_words",
    "mark_faults",
    "read_upload",
    "reopen",
    "save",
    "template_csv",
    "template_xlsx",
]
