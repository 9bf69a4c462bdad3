"""Files: what they say, what they never let a spreadsheet or a browser run."""

import csv
import io
from dataclasses import replace

import pandas as pd
import pytest

from ptce_data import exports
from ptce_data.exports import pictures
from ptce_data.results import Item, wording
from tests.figures_by_hand import COUNTS, EVERY_STATE, LEGAL, MIXED, with_items

HOSTILE = "<img src=x onerror=alert(1)>"
FORMULAS = ['=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"]


def rows_of(file: bytes, delimiter: str) -> list[dict]:
    text = io.StringIO(file.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=delimiter))


def test_excel_opens_it_in_french():
    file = exports.csv_excel(LEGAL)
    assert file.startswith(b"\xef\xbb\xbf")
    first = rows_of(file, ";")[0]
    assert (first["libellé"], first["effectif"], first["part (%)"], first["publié (%)"]) == (
        "Association",
        "107",
        "57,2193",
        "57,0",
    )


def test_programs_read_it_without_ceremony():
    file = exports.csv_standard(LEGAL)
    assert not file.startswith(b"\xef\xbb\xbf")
    assert rows_of(file, ",")[0]["part (%)"] == "57.2193"


def test_states_are_words_and_zero_is_zero():
    rows = rows_of(exports.csv_standard(MIXED), ",")
    found = [(row["état"], row["effectif"], row["part (%)"]) for row in rows]
    assert found == [
        ("mesuré", "107", "57.2193"),
        ("masqué", "", ""),
        ("sans réponse", "", ""),
        ("non posée", "", ""),
        ("mesuré", "0", "0.0"),
    ]


def test_each_row_can_be_read_alone():
    row = rows_of(exports.csv_standard(replace(LEGAL, selection="Région\u00a0: Bretagne")), ",")[1]
    assert row["question"] == LEGAL.title
    assert (row["base"], row["unité"], row["nature"]) == ("187", "structure", "Démonstration")
    assert row["sélection"] == "Région\u00a0: Bretagne"
    assert row["source"] == "Échantillon de démonstration" and row["date du publié"] == "2017-07-05"


@pytest.mark.parametrize("excel", [True, False])
@pytest.mark.parametrize("formula", FORMULAS)
def test_no_text_is_run_by_a_spreadsheet(formula, excel):
    frame = pd.DataFrame({"nom": [formula], "valeur": [-3.5], "liste": [["=1", "b"]]})
    row = rows_of(exports.table_csv(frame, excel), ";" if excel else ",")[0]
    assert row["nom"] == f"'{formula}"
    assert row["liste"] == "'=1|b"
    assert row["valeur"] == ("-3,5" if excel else "-3.5")


def test_no_label_of_a_figure_is_run_by_a_spreadsheet():
    result = with_items(LEGAL, Item("a", "=1+1", 3, 3 / 187))
    assert rows_of(exports.csv_excel(result), ";")[0]["libellé"] == "'=1+1"


def test_a_table_keeps_missing_values_empty_and_leading_zeros():
    frame = pd.DataFrame({"code": ["01", "2A"], "n": pd.array([None, 2], dtype="Int64"), "nom": [None, 'é;"x']})
    assert rows_of(exports.table_csv(frame, excel=True), ";") == [
        {"code": "01", "n": "", "nom": ""},
        {"code": "2A", "n": "2", "nom": 'é;"x'},
    ]


@pytest.mark.parametrize("result", EVERY_STATE.values(), ids=EVERY_STATE)
def test_pictures_are_made_in_every_state(result):
    assert exports.png(result).startswith(b"\x89PNG")
    assert exports.svg(result).startswith(b"<svg")


def test_a_picture_can_travel_alone():
    words = exports.svg(replace(LEGAL, selection="Région\u00a0: Bretagne")).decode()
    for expected in (
        "Quel est le statut juridique des structures\u202f?",
        "Démonstration\u00a0: échantillon fabriqué",
        wording.base_line(LEGAL),
        "Sélection\u00a0: Région\u00a0: Bretagne",
        "Source\u00a0: Échantillon de démonstration, 2017 · MIT",
        "Publié\u00a0: Enquête d’analyse des PTCE, 5 juillet 2017",
        "57,2\u202f%",
    ):
        assert expected in words


def test_a_hostile_name_is_only_text_in_a_picture():
    result = with_items(replace(LEGAL, title=HOSTILE), Item("a", HOSTILE, 3, 3 / 187))
    words = exports.svg(result).decode()
    assert "<img" not in words
    assert "&lt;img src=x onerror=alert(1)&gt;" in words


def test_a_figure_without_published_values_says_nothing_of_them():
    assert not any("Publié" in line for line in pictures.footer(COUNTS))
