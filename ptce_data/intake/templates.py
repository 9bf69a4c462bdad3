"""The templates that a coordinator fills: made from the codebook, so that they are always up to date."""

import csv
import io
from functools import lru_cache

from ptce_data.intake.fields import (
    HELP_SHEET,
    LISTS_SHEET,
    POLE_COLUMNS,
    POLE_FIELDS,
    POLE_SHEET,
    STRUCTURE_FIELDS,
    STRUCTURES_SHEET,
    Field,
    Kind,
)
from ptce_data.intake.guide import help_lines
from ptce_data.schema.codes import CodeList
from ptce_data.schema.cog import DEPARTEMENTS
from ptce_data.spreadsheets import file_limits
from ptce_data.spreadsheets.workbooks import WorkbookWriter
from ptce_data.texts.formats import spaced

_LISTS = tuple({field.codes.key: field.codes for field in STRUCTURE_FIELDS + POLE_FIELDS if field.codes}.values())

#: Characters of the longest message that spreadsheets show beside a cell.
_MESSAGE = 250


@lru_cache(maxsize=1)
def template_xlsx() -> bytes:
    """Sheets Structures and Pôle with drop-down lists, Aide with definitions, and the hidden lists."""
    with WorkbookWriter() as workbook:
        structures, pole = workbook.sheet(STRUCTURES_SHEET), workbook.sheet(POLE_SHEET)
        _help(workbook)
        _lists(workbook)
        for column, field in enumerate(STRUCTURE_FIELDS):
            workbook.write(structures, 0, column, field.label, "header")
            structures.data_validation(1, column, file_limits.MAX_ROWS, column, _validation(field))
        structures.set_row(0, 75)
        structures.set_column(0, len(STRUCTURE_FIELDS) - 1, 22)
        structures.freeze_panes(1, 1)
        for row, field in enumerate(POLE_FIELDS):
            workbook.write(pole, row, 0, field.label, "header")
            pole.data_validation(row, 1, row, 1, _validation(field))
        pole.set_column(0, 1, 40)
    return workbook.content


@lru_cache(maxsize=1)
def template_csv() -> bytes:
    """One header line, that French spreadsheets open by a double click: UTF-8 with its mark, semicolons."""
    text = io.StringIO()
    labels = [field.label for field in STRUCTURE_FIELDS]
    csv.writer(text, delimiter=";").writerow(labels + [column.label for column in POLE_COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def _validation(field: Field) -> dict[str, object]:
    message = {"input_title": field.label[:32], "input_message": spaced(field.help or field.kind.value)[:_MESSAGE]}
    if field.kind is Kind.NUMBER:
        return message | {"validate": "decimal", "criteria": ">=", "value": field.minimum or 0}
    if field.codes is None:
        return message | {"validate": "any"}
    place = _LISTS.index(field.codes)
    letter = chr(ord("A") + place)
    source = f"={LISTS_SHEET}!${letter}$1:${letter}${len(field.codes)}"
    wrong = {"error_title": "Hors de la liste", "error_message": spaced(f"Attendu : {field.kind.value}.")}
    # Several sectors are typed side by side: the list then helps without forbidding.
    strict = "information" if field.kind is Kind.SEVERAL else "stop"
    return message | wrong | {"validate": "list", "source": source, "error_type": strict}


def _lists(workbook: WorkbookWriter) -> None:
    sheet = workbook.sheet(LISTS_SHEET)
    for column, codes in enumerate(_LISTS):
        for row, words in enumerate(_choices(codes)):
            workbook.write(sheet, row, column, words)
    sheet.hide()


def _choices(codes: CodeList) -> list[str]:
    """What a drop-down list offers: labels, with the code first where people know it."""
    return [f"{code.code} – {code.label}" if codes is DEPARTEMENTS else code.label for code in codes]


def _help(workbook: WorkbookWriter) -> None:
    sheet = workbook.sheet(HELP_SHEET)
    for row, (look, cells) in enumerate(help_lines()):
        for column, words in enumerate(cells):
            workbook.write(sheet, row, column, words, look if column == 0 or look != "bold" else "wrap")
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, 2, 60)
