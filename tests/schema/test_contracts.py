"""The contracts hold together, before any file is read."""

import pytest

from ptce_data.datasets.catalogue import DATASETS
from ptce_data.schema.codes import BASE_CERTAINTIES, PROVENANCES, UNITS
from ptce_data.schema.contracts import Table
from ptce_data.schema.questions import DOCUMENTED_ITEMS, QUESTIONS
from ptce_data.schema.tables import TABLE, TABLES


def test_each_table_is_a_dataset_of_the_catalogue():
    assert [dataset.table for dataset in DATASETS] == list(TABLES)
    assert [dataset.key for dataset in DATASETS] == list(TABLE)
    assert all(dataset.provenance in PROVENANCES for dataset in DATASETS)
    assert all(dataset.source.title and dataset.source.date and dataset.source.licence for dataset in DATASETS)
    assert all(dataset.gaps and dataset.licences for dataset in DATASETS)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_columns_are_declared_once_and_described(table: Table):
    names = [column.name for column in table.columns]
    assert len(names) == len(set(names))
    assert all(column.type in ("text", "integer", "number", "text[]") for column in table.columns)
    assert all(column.description.endswith(".") for column in table.columns)
    bounded = [column for column in table.columns if column.minimum is not None or column.maximum is not None]
    assert all(column.type in ("integer", "number") for column in bounded)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_sort_references_and_pairs_name_columns_that_exist(table: Table):
    assert table.sort
    assert not any(table.column(key).nullable for key in table.sort), "a sort key can't be empty"
    for column, other, target in table.references:
        assert table.column(column).type == TABLE[other].column(target).type
        assert TABLE[other].column(target).unique
    for pair in table.pairs:
        assert {pair.first, pair.second} <= {column.name for column in table.columns}


def test_questions_use_known_codes():
    keys = [question.key for question in QUESTIONS]
    assert len(keys) == len(set(keys))
    for question in QUESTIONS:
        items = [item.code for item in question.items]
        assert len(items) == len(set(items)) > 0
        assert question.multiple or len(items) == 1
        assert question.unit in UNITS
        assert question.base_certainty in BASE_CERTAINTIES
        assert DOCUMENTED_ITEMS[question.key] == tuple(items)


def test_an_impossible_or_silent_base_says_why():
    assert all(question.base_note for question in QUESTIONS if question.base_certainty != "counted")
