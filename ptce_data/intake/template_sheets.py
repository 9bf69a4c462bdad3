"""What the templates of a coordinator and of a whole wave share: checks of cells, drop-down lists, the help sheet."""

from collections.abc import Iterable, Mapping, Sequence

from ptce_data.intake.fields import HELP_SHEET, LISTS_SHEET, Field, Kind
from ptce_data.spreadsheets.workbooks import WorkbookWriter
from ptce_data.texts.formats import spaced

#: Characters of the longest message that spreadsheets show beside a cell.
_MESSAGE = 250

#: (look, cells) of a line of the help sheet; looks are those of `spreadsheets.workbooks`.
HelpLine = tuple[str, tuple[str, ...]]


def cell_check(field: Field, lists: Sequence[str], forbid: bool) -> dict[str, object]:
    """What a spreadsheet checks in a cell of a field, as xlsxwriter's `data_validation` takes it.

    lists: keys of the code lists, in the order of `add_lists`; forbid: whether a value outside the list is refused by
    the spreadsheet. Several values typed side by side never are: the list then helps only.
    """
    message = {"input_title": field.label[:32], "input_message": spaced(field.help or field.kind.value)[:_MESSAGE]}
    if field.kind is Kind.NUMBER:
        return message | {"validate": "decimal", "criteria": ">=", "value": field.minimum or 0}
    if field.codes is None:
        return message | {"validate": "any"}
    letter = chr(ord("A") + lists.index(field.codes.key))
    source = f"={LISTS_SHEET}!${letter}$1:${letter}${len(field.codes)}"
    if forbid:
        message |= {"error_title": "Hors de la liste", "error_message": spaced(f"Attendu : {field.kind.value}.")}
    strict = "stop" if forbid and field.kind is not Kind.SEVERAL else "information"
    return message | {"validate": "list", "source": source, "error_type": strict}


def add_lists(workbook: WorkbookWriter, lists: Mapping[str, Iterable[str]]) -> None:
    """The hidden sheet of drop-down lists: key of a code list → what it offers, one column each."""
    sheet = workbook.sheet(LISTS_SHEET)
    for column, choices in enumerate(lists.values()):
        for row, words in enumerate(choices):
            workbook.write(sheet, row, column, words)
    sheet.hide()


def add_help(workbook: WorkbookWriter, lines: Iterable[HelpLine]) -> None:
    """The help sheet, line by line."""
    sheet = workbook.sheet(HELP_SHEET)
    for row, (look, cells) in enumerate(lines):
        for column, words in enumerate(cells):
            workbook.write(sheet, row, column, words, look if column == 0 or look != "bold" else "wrap")
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, 2, 60)
