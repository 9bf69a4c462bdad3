"""Bring my pole: templates out, hostile files in, MyPole or every fault. Nothing is ever written or logged.

upload = read_upload("mon-pole.xlsx", content)   # upload.pole, upload.faults, upload.notes
corrected("mon-pole.xlsx", content, upload.faults)
template_xlsx(), template_csv()
reopen(save(upload.pole)) == upload.pole
"""

from ptce_data.datasets.bringing.faults import CellFault
from ptce_data.datasets.bringing.limits import words as limits_in_words
from ptce_data.datasets.bringing.marking import corrected
from ptce_data.datasets.bringing.reading import Upload, read_upload
from ptce_data.datasets.bringing.saving import reopen, save
from ptce_data.datasets.bringing.templates import template_csv, template_xlsx

__all__ = [
    "CellFault",
    "Upload",
    "corrected",
    "limits_in_words",
    "read_upload",
    "reopen",
    "save",
    "template_csv",
    "template_xlsx",
]
