"""The same file with its faults marked: coloured cells, what to write in a comment and in a last column."""

from collections import defaultdict
from collections.abc import Sequence

from ptce_data.datasets.faults import DataError, Fault
from ptce_data.intake import fields
from ptce_data.intake.cell_faults import CellFault
from ptce_data.intake.refused_files import RefusedFile, open_sheets
from ptce_data.intake.upload import shown_name
from ptce_data.spreadsheets import Grid
from ptce_data.spreadsheets.workbooks import WorkbookWriter
from ptce_data.texts.formats import spaced
from ptce_data.texts.plain import plain

#: Characters of the remarks of one row; longer ones are cut.
_REMARKS_LENGTH = 2_000


def mark_faults(name: str, content: bytes, faults: Sequence[Fault]) -> bytes:
    """An XLSX of the values that were read, the cells of `faults` marked; read again, its last column is ignored.

    Texts stay texts: no cell becomes a formula or a link. Raises DataError for a file that can't be
    opened: there is nothing to mark in it.
    """
    try:
        grids = open_sheets(shown_name(name), content)
    except RefusedFile as refusal:
        raise DataError((refusal.fault(shown_name(name)),)) from refusal
    marks: dict[str, list[CellFault]] = defaultdict(list)
    for fault in faults:
        if isinstance(fault, CellFault):
            marks[fault.sheet].append(fault)
    generated = {plain(fields.HELP_SHEET), plain(fields.LISTS_SHEET)}
    with WorkbookWriter() as workbook:
        for grid in grids:
            if plain(grid.name) not in generated:
                _sheet(workbook, grid, marks[grid.name])
    return workbook.content


def _sheet(workbook: WorkbookWriter, grid: Grid, faults: list[CellFault]) -> None:
    sheet = workbook.sheet(grid.name or fields.STRUCTURES_SHEET, otherwise="Feuille")
    wrong = {(fault.row, fault.place): fault for fault in faults}
    for row, cells in grid.rows.items():
        for column, cell in cells.items():
            fault = wrong.get((row, column))
            workbook.write(sheet, row - 1, column, cell, "fault" if fault else "")
            if fault:
                sheet.write_comment(row - 1, column, _advice(fault), {"x_scale": 2, "author": ""})
    if faults:
        _remarks(workbook, sheet, grid, faults)


def _remarks(workbook: WorkbookWriter, sheet, grid: Grid, faults: list[CellFault]) -> None:
    last = max((max(cells) for cells in grid.rows.values()), default=0) + 1
    by_row: dict[int, list[str]] = defaultdict(list)
    for fault in faults:
        by_row[fault.row or 1].append(f"{fault.cell} : {_advice(fault)}")
    top = min(grid.rows)
    workbook.write(sheet, top - 1, last, fields.REMARKS, "header")
    for row, advice in by_row.items():
        # The title of the column stands on the header's row: faults of that row are written one column further.
        workbook.write(sheet, row - 1, last + (row == top), spaced(" ".join(advice))[:_REMARKS_LENGTH], "fault")
    sheet.set_column(last, last, 60)


def _advice(fault: CellFault) -> str:
    return spaced(f"{fault.rule}. Écrire : {fault.remedy}.")
