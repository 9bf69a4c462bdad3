"""One matcher for a coordinator's file and for a whole wave: any order, any name, misspelt, repeated, missing."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.datasets.catalogue import SAMPLE
from ptce_data.intake import read_upload
from ptce_data.intake.column_matching import field_names, match_columns
from ptce_data.intake.fields import POLE_COLUMNS, POLE_FIELDS, REMARKS, STRUCTURE_FIELDS
from ptce_data.intake.survey_columns import survey_fields
from ptce_data.spreadsheets import Grid
from ptce_data.texts.plain import plain
from tests.intake.making import inline_rows, sheet_xml, xlsx_parts, zipped

FIELDS = {"upload": STRUCTURE_FIELDS + POLE_COLUMNS} | {table: survey_fields(table) for table in SAMPLE}


def grid_of(*rows):
    grid = Grid()
    for row, cells in enumerate(rows, 1):
        for place, cell in enumerate(cells):
            grid.put(row, place, cell)
    return grid


def misspelt(label):
    """The second letter of the longest word is doubled."""
    word = max(re.findall(r"[^\W_]+", label), key=len)
    return label.replace(word, word[:2] + word[1:])


@pytest.mark.parametrize("key", FIELDS)
@pytest.mark.parametrize("name", ["label", "key"])
def test_every_label_and_code_is_found_in_any_order(key, name):
    fields = list(FIELDS[key])
    random.Random(3).shuffle(fields)
    match = match_columns(grid_of([getattr(field, name).upper() for field in fields]), FIELDS[key])
    assert [column.field for column in match.columns] == fields
    assert [column.place for column in match.columns] == list(range(len(fields)))
    assert not (match.repeated or match.misspelt or match.unknown or match.missing)


@pytest.mark.parametrize("key", FIELDS)
def test_a_misspelt_title_names_the_field_that_is_missing(key):
    for field in FIELDS[key]:
        others = [other.label for other in FIELDS[key] if other is not field]
        match = match_columns(grid_of([*others, misspelt(field.label)]), FIELDS[key])
        assert match.missing == (field,)
        (column,) = match.misspelt
        assert (column.place, column.header) == (len(others), misspelt(field.label))
        assert column.field is field and not match.unknown


@pytest.mark.parametrize("key", FIELDS)
def test_a_field_that_stands_twice_is_read_once(key):
    for field in FIELDS[key]:
        match = match_columns(grid_of([field.label, "?", field.key]), FIELDS[key])
        assert [column.place for column in match.columns] == [0]
        assert [(column.place, column.field) for column in match.repeated] == [(2, field)]
        assert match.unknown == ("?",) and not match.misspelt


@pytest.mark.parametrize("key", FIELDS)
def test_what_looks_like_a_column_that_is_there_is_unknown(key):
    field = FIELDS[key][0]
    match = match_columns(grid_of([field.label, misspelt(field.label)]), [field])
    assert match.unknown == (misspelt(field.label),) and not match.misspelt


def test_the_header_is_the_row_that_names_most_fields():
    grid = grid_of(["Enquête 2027"], ["Nom"], [], ["Nom", "Département", "QPV", REMARKS], ["QPV", "qpv", "QPV"])
    match = match_columns(grid, STRUCTURE_FIELDS)
    assert match.row == 4 and [column.field.key for column in match.columns] == ["name", "departement_code", "in_qpv"]
    assert match.unknown == ()


@given(st.lists(st.lists(st.text(max_size=20), max_size=5), max_size=5))
def test_any_sheet_has_a_match_that_loses_no_column(rows):
    grid = grid_of(*rows)
    match = match_columns(grid, STRUCTURE_FIELDS)
    cells = [cell for cell in grid.rows.get(match.row, {}).values() if plain(str(cell)) != plain(REMARKS)]
    assert len(match.columns) + len(match.repeated) + len(match.misspelt) + len(match.unknown) == len(cells)
    assert {column.field.key for column in match.columns} | {field.key for field in match.missing} == {
        field.key for field in STRUCTURE_FIELDS
    }


@pytest.mark.parametrize("key", FIELDS)
def test_a_name_belongs_to_one_field(key):
    fields = FIELDS[key]
    assert len({field.key for field in fields}) == len(fields)
    names = field_names(fields)
    for field in fields:
        assert names[plain(field.label)] is field and names[plain(field.key)] is field
        sharing = {name for name in field.names for other in fields if other is not field and name in other.names}
        assert all(names.get(plain(name)) is not field for name in sharing if plain(name) != plain(field.label))


@pytest.mark.parametrize("field", POLE_FIELDS, ids=lambda field: field.key)
def test_a_misspelt_line_about_the_pole_names_its_field(field):
    for words in (field.label, *(name for name in field.names if len(name) > 4)):
        sheets = {
            "Structures": sheet_xml(inline_rows([("Nom", "QPV"), ("A", "oui")])),
            "Pôle": sheet_xml(inline_rows([(misspelt(words), "1")])),
        }
        (fault,) = read_upload("a.xlsx", zipped(xlsx_parts(sheets))).faults
        assert (fault.sheet, fault.cell, fault.rule) == ("Pôle", "A1", "intitulé inconnu, ligne laissée de côté")
        assert field.label in fault.remedy
