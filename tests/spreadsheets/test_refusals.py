"""A reader of files gives cells or a code: each code is met by a hostile file, and has its sentence in French."""

import ast
import re

import pytest

from ptce_data.intake.refused_files import explained
from ptce_data.spreadsheets import FileType, Place, Reason, Refusal, read_sheets
from ptce_data.spreadsheets.sniffing import OTHER_FORMATS
from tests.intake.hostile import HOSTILE
from tests.intake.making import inline_rows, sheet_xml, xlsx, xlsx_parts, zipped


def refusal(name, content):
    with pytest.raises(Refusal) as refused:
        read_sheets(name, content)
    return refused.value


@pytest.fixture(scope="module")
def refusals():
    """Of every hostile file that is not even opened; others are refused later, for what their cells lack."""
    found = []
    for hostile in HOSTILE:
        try:
            read_sheets(hostile.name, hostile.make())
        except Refusal as refused:
            found.append(refused)
    assert len(found) > 60
    return found


def twice_the_same_sheet():
    parts = xlsx_parts({"A": sheet_xml(inline_rows([("x",)])), "B": sheet_xml("")})
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace("sheet2.xml", "sheet1.xml")
    return zipped(parts)


@pytest.mark.slow
def test_every_code_is_met(refusals):
    met = {refusal.reason for refusal in refusals}
    met.add(refusal("a.xlsx", twice_the_same_sheet()).reason)
    assert met >= set(Reason)


def test_every_refusal_is_said_in_french(refusals):
    for found in refusals:
        said = explained(found)
        assert len(said.rule) > 10 and len(said.remedy) > 10
        assert "<" not in said.rule + said.remedy and "None" not in said.rule + said.remedy


@pytest.mark.parametrize("format", sorted(set(OTHER_FORMATS.values())))
def test_every_other_format_has_a_name(format):
    assert re.search("c’est une? ", explained(Refusal(Reason.OTHER_FORMAT, format=format)).rule)


def test_a_refusal_says_where():
    formula = '<row r="12"><c r="AB12"><f>1+1</f><v>2</v></c></row>'
    found = refusal("a.xlsx", xlsx(formula))
    assert (found.reason, found.place, found.place.cell) == (Reason.FORMULA, Place("Structures", 12, 27), "AB12")
    assert "cellule AB12 de la feuille" in explained(found).rule
    found = refusal("a.csv", b'a;b\n1;2\n"x;3\n')
    assert found.reason is Reason.QUOTES and found.place.row >= 3 and found.place.column is None


def test_a_misnamed_file_says_what_it_is():
    found = refusal("a.csv", xlsx())
    assert found.parameters == {"declared": FileType.TEXT, "actual": FileType.XLSX}


def test_the_room_holds_no_french_sentence(root):
    for path in (root / "ptce_data/spreadsheets").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not re.search("[à-ÿœ’«»]", node.value), (path.name, node.value)


def test_the_room_imports_nothing_of_the_project_but_itself(root):
    for path in (root / "ptce_data/spreadsheets").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module.startswith("ptce_data"):
                assert node.module.startswith("ptce_data.spreadsheets"), (path.name, node.module)
