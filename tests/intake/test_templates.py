"""Templates: every question that is asked, drop-down lists that hold only what is read, filled without a fault."""

import csv
import io
import re
import zipfile

import pytest

from ptce_data.intake import read_upload, template_csv, template_xlsx
from ptce_data.intake.cell_values import parse_cell
from ptce_data.intake.fields import POLE_FIELDS, STRUCTURE_FIELDS, Kind
from ptce_data.schema.questions import QUESTIONS
from ptce_data.spreadsheets import read_sheets
from ptce_data.texts.plain import plain
from tests.intake.making import inline_rows, zipped

ASKED = [(question.key, item.code) for question in QUESTIONS if question.asked for item in question.items]
_ANSWERS = {Kind.TEXT: "La Ruche", Kind.YES_NO: "oui", Kind.NUMBER: 2.5}


def first_choice(field):
    return _ANSWERS.get(field.kind) or next(iter(field.codes)).label


def filled(values, pole_values):
    """The template, filled by hand: rows added to the XML that it is made of."""
    source = zipfile.ZipFile(io.BytesIO(template_xlsx()))
    parts = {name: source.read(name).decode() for name in source.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(
        "</sheetData>", f"{inline_rows([values], first=2)}</sheetData>"
    )
    pole = parts["xl/worksheets/sheet2.xml"]
    for row, value in enumerate(pole_values, 1):
        cell = re.search(r"<c.*</c>", inline_rows([[value]]))[0]
        pole = re.sub(rf'(<row r="{row}".*?)</row>', lambda match, cell=cell: f"{match[1]}{cell}</row>", pole)
    parts["xl/worksheets/sheet2.xml"] = pole
    return zipped(parts)


def test_a_filled_xlsx_is_read_without_a_fault():
    content = filled(map(first_choice, STRUCTURE_FIELDS), map(first_choice, POLE_FIELDS))
    upload = read_upload("modele.xlsx", content)
    assert upload.faults == () and upload.notes == ()
    assert (upload.pole.name, upload.pole.departement_code, upload.pole.structures) == ("La Ruche", "01", 1)
    assert upload.pole.recognition == "temoin-2011" and upload.pole.fte_total == upload.pole.fte_coordination == 2.5
    assert all(upload.pole.tally(question, item).yes == 1 for question, item in ASKED)


def test_a_filled_csv_is_read_without_a_fault():
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerow(first_choice(field) for field in STRUCTURE_FIELDS + POLE_FIELDS)
    upload = read_upload("modele.csv", template_csv() + text.getvalue().replace("2.5", "2,5").encode())
    assert upload.faults == () and upload.pole.fte_total == 2.5
    assert all(upload.pole.tally(question, item).yes == 1 for question, item in ASKED)


@pytest.mark.parametrize("template", ["xlsx", "csv"])
def test_every_question_asked_is_there_and_no_other(template):
    if template == "xlsx":
        headers = list(read_sheets("a.xlsx", template_xlsx())[0].rows[1].values())
    else:
        headers = template_csv().decode("utf-8-sig").strip().split(";")[: len(STRUCTURE_FIELDS)]
    assert headers == [field.label for field in STRUCTURE_FIELDS]
    assert [(field.indicator, field.item) for field in STRUCTURE_FIELDS[-len(ASKED) :]] == ASKED
    silent = [question for question in QUESTIONS if not question.asked]
    assert silent and not any(question.wording.split(" ?")[0] in "".join(headers) for question in silent)


def test_headers_can_be_told_apart():
    names = [plain(words) for field in STRUCTURE_FIELDS for words in (field.label, field.key)]
    assert len(set(names)) == len(names)


def test_each_choice_of_a_drop_down_list_is_read_as_its_code():
    lists = next(grid for grid in read_sheets("a.xlsx", template_xlsx()) if grid.name == "Listes")
    fields = {field.codes.key: field for field in STRUCTURE_FIELDS + POLE_FIELDS if field.codes}
    for place, field in enumerate(fields.values()):
        choices = [lists.rows[row][place] for row in sorted(lists.rows) if place in lists.rows[row]]
        read = [parse_cell(field, choice) for choice in choices]
        expected = {Kind.YES_NO: [True, False], Kind.SEVERAL: [(code,) for code in field.codes.keys]}
        assert read == expected.get(field.kind, list(field.codes.keys))


def test_every_column_has_its_list_and_the_lists_are_hidden():
    parts = zipfile.ZipFile(io.BytesIO(template_xlsx()))
    structures = parts.read("xl/worksheets/sheet1.xml").decode()
    assert structures.count("<dataValidation ") == len(STRUCTURE_FIELDS)
    assert structures.count('type="list"') == sum(field.codes is not None for field in STRUCTURE_FIELDS)
    assert 'name="Listes" sheetId="4" state="hidden"' in parts.read("xl/workbook.xml").decode()


def test_the_help_sheet_explains_every_column_every_code_and_the_limits():
    help_ = next(grid for grid in read_sheets("a.xlsx", template_xlsx()) if grid.name == "Aide")
    words = {str(cell) for cells in help_.rows.values() for cell in cells.values()}
    assert {field.label for field in STRUCTURE_FIELDS + POLE_FIELDS} <= words
    assert {code.label for field in STRUCTURE_FIELDS if field.codes for code in field.codes} - words <= {"Oui", "Non"}
    assert any("5\u202f000" in text for text in words)


def test_an_empty_template_is_refused_as_empty():
    upload = read_upload("modele.xlsx", template_xlsx())
    assert upload.refused and "aucune structure" in str(upload.faults[0])


def test_the_template_is_the_same_whenever_it_is_made():
    first = template_xlsx()
    template_xlsx.cache_clear()
    assert template_xlsx() == first
