"""The workbook that a whole wave is written in: three sheets, drop-down lists, a help sheet; from the contracts."""

from collections.abc import Iterator
from functools import lru_cache

from ptce_data.datasets.catalogue import DATASET, SAMPLE
from ptce_data.intake.survey_columns import DERIVED, SHEETS, survey_fields
from ptce_data.intake.template_sheets import HelpLine, add_help, add_lists, cell_check
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
                # A code in place of its label may be typed by hand: nothing outside the lists is forbidden.
                sheet.data_validation(1, column, LINES, column, cell_check(field, list(lists), forbid=False))
            sheet.set_column(0, len(survey_fields(table)) - 1, 24)
            sheet.freeze_panes(1, 1)
        add_help(workbook, _help_lines())
        add_lists(workbook, {key: _choices(codes) for key, codes in lists.items()})
    return workbook.content


def _choices(codes: CodeList) -> list[str]:
    """What a drop-down list offers; a question is known by its code, because its wording is long."""
    return [code.code if codes.key == "question" else code.label for code in codes]


def _help_lines() -> Iterator[HelpLine]:
    yield "title", ("Écrire une vague entière",)
    for words in _HOW:
        yield "", (spaced(words),)
    for table in SAMPLE:
        yield "", ()
        yield "header", (f"Feuille {SHEETS[table][0]}", "Ce qu’on y écrit", "Précision", "Obligatoire")
        for field in survey_fields(table):
            needed = "" if DATASET[table].table.column(field.key).nullable or field.key in DERIVED else "oui"
            yield "bold", (field.label, spaced(field.kind.value), field.help, needed)
    for question in QUESTIONS:
        yield "", ()
        yield "header", (question.key, spaced(question.wording), f"unité : {question.unit}")
        for item in question.items:
            yield "bold", (item.label, item.code, item.definition)
