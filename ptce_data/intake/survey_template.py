"""The workbook that a whole wave is written in: three sheets, drop-down lists, a help sheet; from the contracts."""

from functools import lru_cache

from ptce_data.datasets.catalogue import DATASET, SAMPLE
from ptce_data.intake.fields import HELP_SHEET, LISTS_SHEET, Field, Kind
from ptce_data.intake.survey_columns import DERIVED, SHEETS, survey_fields
from ptce_data.schema.codes import CodeList
from ptce_data.schema.questions import QUESTIONS
from ptce_data.spreadsheets.workbooks import WorkbookWriter
from ptce_data.texts.formats import spaced

#: Lines that drop-down lists are set on; more lines may be written below, without the list.
LINES = 20_000

_HOW = (
    "Une ligne par pôle, par structure, et par réponse (un répondant, une question, une modalité).",
    "Le répondant est l’identifiant de la structure, ou du pôle pour une question posée au pôle.",
    "Une réponse vide est lue « sans réponse », jamais « non ». La région peut rester vide.",
    "Libellés ou codes, accents et majuscules libres, colonnes dans n’importe quel ordre. Ni formule, ni macro.",
    "Une modalité s’écrit par son libellé ou son code, ci-dessous, question par question.",
    "Importer : python -m ptce_data import CE_FICHIER.xlsx --wave 2027 --into DOSSIER",
)


@lru_cache(maxsize=1)
def survey_template() -> bytes:
    """The template as XLSX: the same bytes for the same contracts."""
    lists = {field.codes.key: field.codes for table in SAMPLE for field in survey_fields(table) if field.codes}
    with WorkbookWriter() as workbook:
        for table in SAMPLE:
            sheet = workbook.sheet(SHEETS[table][0])
            for column, field in enumerate(survey_fields(table)):
                workbook.write(sheet, 0, column, field.label, "header")
                sheet.data_validation(1, column, LINES, column, _validation(field, list(lists)))
            sheet.set_column(0, len(survey_fields(table)) - 1, 24)
            sheet.freeze_panes(1, 1)
        _help(workbook)
        _lists(workbook, tuple(lists.values()))
    return workbook.content


def _validation(field: Field, lists: list[str]) -> dict[str, object]:
    message = {"input_title": field.label[:32], "input_message": spaced(field.help)[:250]}
    if field.kind is Kind.NUMBER:
        return message | {"validate": "decimal", "criteria": ">=", "value": 0}
    if field.codes is None:
        return message | {"validate": "any"}
    letter = chr(ord("A") + lists.index(field.codes.key))
    source = f"={LISTS_SHEET}!${letter}$1:${letter}${len(field.codes)}"
    # Several codes, or a code in place of its label, are typed by hand: the list helps without forbidding.
    return message | {"validate": "list", "source": source, "error_type": "information"}


def _lists(workbook: WorkbookWriter, lists: tuple[CodeList, ...]) -> None:
    sheet = workbook.sheet(LISTS_SHEET)
    for column, codes in enumerate(lists):
        for row, code in enumerate(codes):
            workbook.write(sheet, row, column, code.code if codes.key == "question" else code.label)
    sheet.hide()


def _help(workbook: WorkbookWriter) -> None:
    sheet = workbook.sheet(HELP_SHEET)
    lines: list[tuple[str, tuple[str, ...]]] = [("title", ("Écrire une vague entière",))]
    lines += [("", (spaced(words),)) for words in _HOW]
    for table in SAMPLE:
        lines += [("", ()), ("header", (f"Feuille {SHEETS[table][0]}", "Ce qu’on y écrit", "Précision", "Obligatoire"))]
        for field in survey_fields(table):
            needed = "" if DATASET[table].table.column(field.key).nullable or field.key in DERIVED else "oui"
            lines.append(("bold", (field.label, spaced(field.kind.value), field.help, needed)))
    for question in QUESTIONS:
        lines += [("", ()), ("header", (question.key, spaced(question.wording), f"unité : {question.unit}"))]
        lines += [("bold", (item.label, item.code, item.definition)) for item in question.items]
    for row, (look, cells) in enumerate(lines):
        for column, words in enumerate(cells):
            workbook.write(sheet, row, column, words, look if column == 0 or look != "bold" else "wrap")
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, 2, 60)
