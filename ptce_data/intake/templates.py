"""The templates that a coordinator fills: made from the codebook, so that they are always up to date."""

import csv
import io
from functools import lru_cache

from ptce_data.intake.fields import (
    POLE_COLUMNS,
    POLE_FIELDS,
    POLE_SHEET,
    STRUCTURE_FIELDS,
    STRUCTURES_SHEET,
)
from ptce_data.intake.guide import help_lines
from ptce_data.intake.template_sheets import add_help, add_lists, cell_check
from ptce_data.schema.codes import CodeList
from ptce_data.schema.cog import DEPARTEMENTS
from ptce_data.spreadsheets import file_limits
from ptce_data.spreadsheets.workbooks import WorkbookWriter

_LISTS = {field.codes.key: field.codes for field in STRUCTURE_FIELDS + POLE_FIELDS if field.codes}


@lru_cache(maxsize=1)
def template_xlsx() -> bytes:
    """Sheets Structures and Pôle with drop-down lists, Aide with definitions, and the hidden lists."""
    with WorkbookWriter() as workbook:
        structures, pole = workbook.sheet(STRUCTURES_SHEET), workbook.sheet(POLE_SHEET)
        add_help(workbook, help_lines())
        add_lists(workbook, {key: _choices(codes) for key, codes in _LISTS.items()})
        for column, field in enumerate(STRUCTURE_FIELDS):
            workbook.write(structures, 0, column, field.label, "header")
            structures.data_validation(
                1, column, file_limits.MAX_ROWS, column, cell_check(field, list(_LISTS), forbid=True)
            )
        structures.set_row(0, 75)
        structures.set_column(0, len(STRUCTURE_FIELDS) - 1, 22)
        structures.freeze_panes(1, 1)
        for row, field in enumerate(POLE_FIELDS):
            workbook.write(pole, row, 0, field.label, "header")
            pole.data_validation(row, 1, row, 1, cell_check(field, list(_LISTS), forbid=True))
        pole.set_column(0, 1, 40)
    return workbook.content


@lru_cache(maxsize=1)
def template_csv() -> bytes:
    """One header line, that French spreadsheets open by a double click: UTF-8 with its mark, semicolons."""
    text = io.StringIO()
    labels = [field.label for field in STRUCTURE_FIELDS]
    csv.writer(text, delimiter=";").writerow(labels + [column.label for column in POLE_COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def _choices(codes: CodeList) -> list[str]:
    """What a drop-down list offers: labels, with the code first where people know it."""
    return [f"{code.code} – {code.label}" if codes is DEPARTEMENTS else code.label for code in codes]
