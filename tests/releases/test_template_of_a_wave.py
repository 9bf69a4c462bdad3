"""The template is made from the contracts, and what is written in it is read back."""

from ptce_data.__main__ import main
from ptce_data.datasets.catalogue import SAMPLE
from ptce_data.intake.column_matching import field_names
from ptce_data.intake.survey_columns import DRAWN, SHEETS, survey_fields
from ptce_data.intake.survey_sheets import open_survey
from ptce_data.intake.survey_template import survey_template
from ptce_data.schema.tables import TABLE
from ptce_data.spreadsheets import read_sheets
from ptce_data.texts.plain import plain


def test_three_sheets_with_every_column_of_their_contract(tmp_path, capsys):
    file = tmp_path / "modele.xlsx"
    assert main(["template", "--into", str(file)]) == 0
    grids = {grid.name: grid for grid in read_sheets(file.name, file.read_bytes())}
    for table in SAMPLE:
        titles = list(grids[SHEETS[table][0]].rows[1].values())
        assert titles == [field.label for field in survey_fields(table)]
        assert [field.key for field in survey_fields(table)] == [
            c.name for c in TABLE[table].columns if c.name not in DRAWN
        ]
        assert [sheet.table for sheet in open_survey(file)] == list(SAMPLE)
    assert survey_template() == file.read_bytes()


def test_a_header_names_one_column_only():
    for table in SAMPLE:
        for field in survey_fields(table):
            for words in (field.key, field.label):
                assert field_names(survey_fields(table))[plain(words)] is field, (table, words)
