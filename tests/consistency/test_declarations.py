"""What is declared once is complete, named in French, and used: codes, datasets, pages."""

import ast
import re

import pytest

from ptce_data.datasets.catalogue import DATASET, DATASETS
from ptce_data.schema import codes, cog, tables
from ptce_data.schema.codes import CodeList
from ptce_data.schema.questions import QUESTIONS
from ptce_data.selection import FILTERS, filters_of
from ptce_data.views.app.site_map import PAGES

CODE_LISTS = {
    list_.key: list_ for module in (codes, cog) for list_ in vars(module).values() if isinstance(list_, CodeList)
}
TABLES = [table for table in vars(tables).values() if isinstance(table, tables.Table)]

every_list = pytest.mark.parametrize("list_", CODE_LISTS.values(), ids=CODE_LISTS)
every_dataset = pytest.mark.parametrize("dataset", DATASETS, ids=DATASET)


@every_list
def test_every_code_has_a_label_of_its_own(list_):
    labels = [code.label for code in list_]
    assert all(label.strip() for label in labels)
    assert len(set(labels)) == len(labels) == len(list_.keys)


def test_every_item_of_a_question_has_a_label_of_its_own():
    for question in QUESTIONS:
        labels = [item.label for item in question.items]
        assert all(labels) and len(set(labels)) == len(labels), question.key


@pytest.mark.parametrize("filter_", FILTERS, ids=lambda filter_: filter_.field)
def test_a_filter_agrees_with_the_contracts_of_the_sides_that_it_explains(filter_):
    sides = [dataset for dataset in ("poles", "structures") if filter_ in filters_of(dataset)]
    assert sides and filter_.label
    for dataset in sides:
        column = DATASET[dataset].table.column(filter_.column)
        assert column.codes is filter_.codes and (column.type == "text[]") == filter_.several


def test_names_of_filters_are_their_own():
    for names in ("field", "key", "label", "short", "chip"):
        assert len({getattr(filter_, names) for filter_ in FILTERS}) == len(FILTERS), names


def test_every_contract_is_a_dataset():
    assert {table.key for table in TABLES} == set(DATASET)
    assert all(DATASET[table.key].table is table for table in TABLES)


@every_dataset
def test_every_dataset_says_where_it_comes_from(root, dataset):
    assert (root / "data" / dataset.file).is_file()
    assert dataset.source.title and dataset.source.date and dataset.source.licence and dataset.gaps
    assert dataset.provenance in codes.PROVENANCES
    assert f"`{dataset.key}`" in (root / "docs/donnees.md").read_text(), "docs/donnees.md does not name it"


def test_no_data_file_is_left_undeclared(root):
    assert {path.name for path in (root / "data").glob("*.parquet")} == {dataset.file for dataset in DATASETS}


def test_navigation_and_pages_are_the_same(root):
    files = {path.stem for path in (root / "pages").glob("*.py")}
    assert files == {page.key for page in PAGES}
    assert len({page.title for page in PAGES}) == len(PAGES)
    assert len([page.key for page in PAGES if page.home]) == 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_a_page_reads_like_a_table_of_contents(root, page):
    """Sections in the order of reading, then the page is shown: nothing is drawn but in functions, and few."""
    *before, sections, shown = ast.parse(page.file.read_text()).body
    assert all(isinstance(node, ast.Import | ast.ImportFrom | ast.Expr | ast.FunctionDef) for node in before)
    assert len(page.file.read_text().splitlines()) <= 60, "draw it in ptce_data/views/pages"
    assert isinstance(sections, ast.Assign) and ast.unparse(sections.targets[0]) == "SECTIONS"
    assert re.match(rf"page\.show\('{page.key}', (with_contents\()?SECTIONS", ast.unparse(shown))
