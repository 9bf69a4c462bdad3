"""The rows of a survey against the contracts: the same rules as for files, each fault at its line of the sheet."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pyarrow as pa

from ptce_data.build.checking import reference_faults
from ptce_data.datasets import arrow_types
from ptce_data.datasets.catalogue import DATASET
from ptce_data.datasets.faults import Fault
from ptce_data.datasets.inspecting import inspect_rows
from ptce_data.intake.survey_rows import SurveyRows
from ptce_data.schema.contracts import Table
from ptce_data.schema.questions import QUESTION
from ptce_data.texts.formats import quoted

#: An answer is given once.
_ONCE = ("respondent_id", "question", "item")


def survey_faults(survey: Mapping[str, SurveyRows]) -> tuple[Fault, ...]:
    """Every fault of the three tables: header, cells, values, then references from one table to another."""
    names = {key: _name(rows) for key, rows in survey.items()}
    tables = {key: _table(rows, DATASET[key].table) for key, rows in survey.items()}
    faults: list[Fault] = []
    for key, rows in survey.items():
        faults += rows.faults
        cells = {(fault.row, fault.column) for fault in rows.faults}
        for fault in _contract_faults(key, tables, names, rows):
            # A cell that couldn't be read is empty here: it has its fault already.
            if "obligatoire" not in fault.rule and (fault.row, fault.column) not in cells:
                faults.append(fault)
    return tuple(faults)


def _contract_faults(
    key: str, tables: Mapping[str, pa.Table], names: Mapping[str, str], rows: SurveyRows
) -> Iterator[Fault]:
    # A table without its columns has rows of nothing: there is no value to judge.
    readable = {table: name for table, name in names.items() if tables[table].num_rows}
    if key not in readable:
        return
    for fault in (
        *inspect_rows(tables[key], names[key], DATASET[key].table),
        *reference_faults(key, lambda table, column: tables[table].column(column).cast(pa.string()), readable),
        *(_response_faults(names[key], rows) if key == "responses" else ()),
    ):
        line = None if fault.row is None else rows.lines[fault.row - 1]
        yield replace(fault, column=rows.headers.get(fault.column, fault.column), row=line)


def _response_faults(name: str, rows: SurveyRows) -> Iterator[Fault]:
    """Rules of an answer beyond those of its columns: it is given once, by the unit that the question is put to."""
    given = Counter(tuple(row[column] for column in _ONCE) for row in rows.values)
    twice = [key for key, times in given.items() if times > 1 and None not in key]
    if twice:
        at = [rank for rank, row in enumerate(rows.values, 1) if tuple(row[c] for c in _ONCE) == twice[0]][1]
        rule = f"réponse donnée deux fois ({' / '.join(map(str, twice[0]))})"
        yield Fault(name, "item", at, rule, "garder une seule ligne par répondant, question et modalité", len(twice))
    wrong = [
        rank
        for rank, row in enumerate(rows.values, 1)
        if row["question"] and row["unit"] and row["unit"] != QUESTION[row["question"]].unit
    ]
    if wrong:
        question = QUESTION[rows.values[wrong[0] - 1]["question"]]
        rule = f"la question {quoted(question.key)} se pose à l’unité {quoted(question.unit)}"
        yield Fault(name, "unit", wrong[0], rule, f"écrire {quoted(question.unit)}, ou vider la colonne", len(wrong))


def _table(rows: SurveyRows, table: Table) -> pa.Table:
    """The rows in the types of the contract; what couldn't be read is null, even where it may not be."""
    schema = pa.schema(field.with_nullable(True) for field in arrow_types.schema(table))
    return pa.Table.from_pylist(rows.values, schema=schema)


def _name(rows: SurveyRows) -> str:
    sheet = rows.sheet
    return f"{sheet.file}, feuille {quoted(sheet.grid.name)}" if sheet.grid.name and _workbook(sheet) else sheet.file


def _workbook(sheet) -> bool:
    return not sheet.file.lower().endswith((".parquet", ".csv", ".tsv", ".txt"))
