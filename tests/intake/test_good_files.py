"""The same rows in every format, encoding and delimiter give the same pole; a second reader agrees on the cells."""

import io

import pytest
from python_calamine import CalamineWorkbook

from ptce_data.intake import read_upload, template_xlsx
from ptce_data.schema.user_pole import Tally
from ptce_data.spreadsheets import read_sheets
from tests.intake.making import inline_rows, ods, ods_rows, ods_table, sheet_xml, xlsx, xlsx_parts, zipped

ROWS = [
    ("Que mutualisent les membres ? Lieux", "Nom", "DEPARTEMENT", "secteurs", "Statut juridique", "qpv", "iae"),
    ("oui", "La Forêt", "Rhône", "Culture et industries créatives ; formation", "SCIC", "OUI", "x"),
    ("Non", "Œuvre d’été", "69", "culture", "sarl", "n", None),
    ("vrai", "L'Atelier", "01", "Sante/social", "SAS", "0", "FAUX"),
]
POLE = [
    ("Nom du pôle", "Le Grand Pôle"),
    ("Département du pôle", "2a"),
    ("ETP total", "12,5"),
    ("ETP d'animation", 1.5),
]
POLE_HEADERS = ("pole_nom", "pole_departement", "pole_etp_total", "pole_etp_animation")

DELIMITERS = {"semicolon": ";", "comma": ",", "tab": "\t"}
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252")


def text(delimiter=";", end="\r\n"):
    quoted = [POLE_HEADERS, tuple(str(value) for _, value in POLE), (None,) * 4, (None,) * 4]
    lines = [
        delimiter.join(f'"{cell}"' if cell is not None else "" for cell in (*row, *more))
        for row, more in zip(ROWS, quoted, strict=True)
    ]
    return end.join(lines)


def expect_the_pole(upload):
    assert upload.faults == ()
    pole = upload.pole
    assert (pole.name, pole.departement_code, pole.structures) == ("Le Grand Pôle", "2A", 3)
    assert (pole.fte_total, pole.fte_coordination) == (12.5, 1.5)
    assert (upload.rows_read, upload.rows_kept) == (3, 3)
    assert pole.tally("pooling", "lieux") == Tally("pooling", "lieux", 2, 3)
    assert pole.tally("sectors", "culture") == Tally("sectors", "culture", 2, 3)
    assert pole.tally("sectors", "formation").yes == pole.tally("sectors", "action-sociale").yes == 1
    assert pole.tally("sectors", "tourisme") == Tally("sectors", "tourisme", 0, 3)
    assert [pole.tally("legal-status", code).yes for code in ("scic", "sarl", "societe", "scop")] == [1, 1, 1, 0]
    assert pole.tally("qpv", "oui") == Tally("qpv", "oui", 1, 3)
    assert pole.tally("iae", "oui") == Tally("iae", "oui", 1, 2)
    assert pole.tally("pooling", "competences") is None


@pytest.mark.parametrize("delimiter", DELIMITERS.values(), ids=DELIMITERS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_csv(encoding, delimiter):
    expect_the_pole(read_upload("mon pôle.csv", text(delimiter).encode(encoding)))


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"], ids=["unix", "old-mac", "windows"])
def test_a_csv_with_any_line_ending_title_and_separator_line(end):
    titled = f"sep=;{end}Enquête auprès des membres{end}{end}{text(end=end)}"
    expect_the_pole(read_upload("a.txt", titled.encode()))


def test_an_xlsx():
    sheets_ = {"pole": sheet_xml(inline_rows(POLE)), "Membres": sheet_xml(inline_rows(ROWS))}
    expect_the_pole(read_upload("A.XLSX", zipped(xlsx_parts(sheets_))))


def test_an_ods():
    tables = ods_table(ods_rows(ROWS)) + ods_table(ods_rows(POLE), "Pôle")
    expect_the_pole(read_upload("a.ods", ods(tables)))


def test_numbers_and_booleans_of_a_spreadsheet_are_understood():
    rows = [("Département", "QPV", "IAE", "Lieux"), (1, True, 1, 0), (69, False, 0, 1)]
    for name, content in (("a.xlsx", xlsx(inline_rows(rows))), ("a.ods", ods(ods_table(ods_rows(rows))))):
        upload = read_upload(name, content)
        assert upload.faults == ()
        assert [upload.pole.tally(key, "oui").yes for key in ("qpv", "iae")] == [1, 1]
        assert upload.pole.tally("pooling", "lieux").yes == 1


def second_opinion(content):
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for name in workbook.sheet_names:
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        yield name, {(r, c): v for r, row in enumerate(rows, 1) for c, v in enumerate(row) if v not in ("", None)}


MIXED = [("Nom", "a & b <c>", 1.5), (None, "deux\nlignes", 3), ("é", True, None), (None, None, "  bord ")]
STRINGS = (
    "<si><t>partagé</t></si>"
    "<si><r><t xml:space='preserve'>en </t></r><r><t xml:space='preserve'>deux</t></r><rPh><t>x</t></rPh></si>"
)
SHARED = '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="s"><v>1</v></c><c r="E3" t="str"><v>dit</v></c></row>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", xlsx(inline_rows(MIXED))),
        ("a.ods", ods(ods_table(ods_rows(MIXED)))),
        ("a.xlsx", xlsx(SHARED, strings=STRINGS)),
        ("a.xlsx", template_xlsx()),
    ],
    ids=["typed", "ods", "shared-and-rich", "template"],
)
def test_a_second_reader_finds_the_same_cells(name, content):
    expected = dict(second_opinion(content))
    found = {
        grid.name: {(row, column): value for row, cells in grid.rows.items() for column, value in cells.items()}
        for grid in read_sheets(name, content)
    }
    assert list(found) == list(expected)
    for sheet, cells in expected.items():
        stripped = {at: value.strip() if isinstance(value, str) else value for at, value in cells.items()}
        assert found[sheet] == stripped
        assert {type(value) for value in found[sheet].values()} <= {str, float, bool}
