"""Every fault at once, at its cell, with what to write instead; what is right is kept."""

import io
import re
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from ptce_data.datasets.faults import DataError, Fault
from ptce_data.intake import mark_faults, read_upload
from ptce_data.intake.cell_faults import CellFault
from ptce_data.spreadsheets.refusals import column_letters
from tests.intake.making import inline_rows, xlsx

FAULTY = """Nom;Département;QPV;Lieux;Secteurs;Statut juridique;Compétances;pole_etp_total;pole_etp_animation;Téléphone
La Ruche;Rhone;oui;peut-être;Cultur;SCOP;;abc;;1
La Forge;Haut Rin;nn;oui;culture;scicc;;10;12;2
=HYPERLINK("http://x");01;1;non;"culture ; cuisine";;;11;;3
La Ruche;69;oui;oui;culture;SARL;;;;4
Total;;;12;;;;;;5
"""


@pytest.fixture(scope="module")
def upload():
    return read_upload("mon-pole.csv", FAULTY.encode())


EXPECTED = {
    # cell: (value seen, rule, what to write)
    "G1": ("Compétances", "titre de colonne inconnu", "Que mutualisent les membres ? Compétences"),
    "D2": ("peut-être", "ni oui ni non", "« oui », « non »"),
    "E2": ("Cultur", "hors de la liste", "Culture et industries créatives"),
    "H2": ("abc", "pas un nombre", "un nombre"),
    "B3": ("Haut Rin", "hors de la liste", "Haut-Rhin"),
    "C3": ("nn", "ni oui ni non", "« oui »"),
    "F3": ("scicc", "hors de la liste", "SCIC"),
    "I3": ("12", "plus d’ETP d’animation", "une part du total"),
    "A4": ('=HYPERLINK("http://x")', "formule", "la valeur elle-même"),
    "E4": ("culture ; cuisine", "hors de la liste", "l’un de"),
    "H4": ("11", "autre valeur", "la même valeur"),
    "A5": ("La Ruche", "déjà écrite ligne 2", "une seule ligne"),
    "A6": ("Total", "total", "rien"),
}


def plainly_spaced(words):
    return words.replace("\u202f", " ").replace("\u00a0", " ")


def test_every_fault_is_said_at_once(upload):
    assert [fault.cell for fault in upload.faults] == sorted(EXPECTED, key=lambda cell: (int(cell[1:]), cell[0]))


@pytest.mark.parametrize("cell", EXPECTED)
def test_a_fault_says_where_what_why_and_what_to_write(upload, cell):
    fault = next(fault for fault in upload.faults if fault.cell == cell)
    value, rule, remedy = EXPECTED[cell]
    assert fault.value == value
    assert rule in plainly_spaced(fault.rule) and remedy in plainly_spaced(fault.remedy)
    sentence = plainly_spaced(str(fault))
    assert f"cellule {cell}" in sentence and f"ligne {fault.row}" in sentence and "Écrire : " in sentence


def test_what_is_right_is_kept(upload):
    pole = upload.pole
    assert (upload.rows_read, upload.rows_kept, pole.structures) == (5, 3, 3)
    assert (pole.fte_total, pole.fte_coordination) == (10, None)
    assert (pole.tally("qpv", "oui").yes, pole.tally("qpv", "oui").answered) == (2, 2)
    assert (pole.tally("pooling", "lieux").yes, pole.tally("pooling", "lieux").answered) == (1, 2)
    assert pole.tally("sectors", "culture").answered == 1


def test_a_column_of_ones_own_is_no_fault(upload):
    assert any("Téléphone" in note for note in upload.notes)
    assert not any(fault.column == "Téléphone" for fault in upload.faults)


def test_a_column_without_any_no_is_pointed_out():
    upload = read_upload("a.csv", b"Nom;Lieux;QPV\nA;oui;oui\nB;;oui\nC;x;non\n")
    (note,) = upload.notes
    assert "Lieux" in note and "1" in note and "absence de réponse" in note
    assert upload.pole.tally("pooling", "lieux").answered == 2


def test_silence_is_no_answer():
    words = ("", "nr", "Non renseigné", "sans réponse", "Question non posée", "NSP", "-")
    rows = "".join(f"{number};{word}\n" for number, word in enumerate(words))
    upload = read_upload("a.csv", f"Nom;QPV\nA;oui\n{rows}".encode())
    assert upload.faults == () and upload.pole.tally("qpv", "oui").answered == 1


def test_columns_twice_and_two_sheets():
    upload = read_upload("a.xlsx", xlsx(inline_rows([("QPV", "qpv"), ("oui", "non")])))
    (fault,) = upload.faults
    assert (fault.sheet, fault.cell, upload.pole.tally("qpv", "oui").yes) == ("Structures", "B1", 1)


def test_the_corrected_file_marks_each_fault_and_runs_nothing(upload):
    content = mark_faults("mon-pole.csv", FAULTY.encode(), upload.faults)
    parts = zipfile.ZipFile(io.BytesIO(content))
    sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet and "hyperlink" not in sheet.lower()
    comments = set(re.findall(r'<comment ref="([A-Z]+\d+)"', parts.read("xl/comments1.xml").decode()))
    assert comments == set(EXPECTED)
    plain = re.search(r'<c r="B2"( s="\d+")?', sheet)[1]
    marked = {re.search(rf'<c r="{cell}"( s="\d+")?', sheet)[1] for cell in EXPECTED}
    assert None not in marked and plain not in marked
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[3][0] == '=HYPERLINK("http://x")'
    assert "À corriger" in rows[0] and "SCIC" in rows[2][-1] + rows[2][-2]


def test_the_corrected_file_is_read_as_the_first_one(upload):
    again = read_upload("a.xlsx", mark_faults("mon-pole.csv", FAULTY.encode(), upload.faults))
    assert again.pole == upload.pole
    assert [fault.cell for fault in again.faults] == [fault.cell for fault in upload.faults]


def test_a_refused_file_has_nothing_to_mark():
    with pytest.raises(DataError, match="vide"):
        mark_faults("a.csv", b"", ())


def test_hostile_names_of_sheets_are_made_fit():
    content = xlsx(inline_rows([("QPV",), ("nn",)]))
    upload = read_upload("../../etc/<b>a\n.xlsx", content)
    assert "\n" not in str(upload.faults[0]) and ".." not in upload.faults[0].file
    assert mark_faults("a.xlsx", content, upload.faults)


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (199, "GR"), (16_383, "XFD")])
def test_columns_are_named_as_spreadsheets_do(place, letters):
    assert column_letters(place) == letters


def test_a_cell_fault_is_a_fault():
    assert issubclass(CellFault, Fault)
