"""A table whose CSV is headed like its contract: types, codes and what may be empty are read from the contract."""

from collections.abc import Callable
from pathlib import Path

from ptce_data.build import fact_lines
from ptce_data.schema.contracts import Column, Table


def rows(folder: Path, table: Table) -> list[dict]:
    """Rows of a table from `facts/<key>.csv`, in the order of its lines; DataError with every faulty line."""
    columns = [column.name for column in table.columns]
    lines = fact_lines.read(folder / "facts" / f"{table.key}.csv", columns)
    built = [{column.name: _value(line, column) for column in table.columns} for line in lines]
    fact_lines.refuse(lines)
    return built


def _value(line: fact_lines.Line, column: Column) -> object:
    if column.type == "text[]":
        return [_coded(line, column, value) for value in line.several(column.name)]
    readers: dict[str, Callable[[str], object]] = {"integer": line.integer, "number": line.number}
    text = line.text(column.name, required=not column.nullable)
    if text is None:
        return None
    return readers[column.type](column.name) if column.type in readers else _coded(line, column, text)


def _coded(line: fact_lines.Line, column: Column, value: str) -> str | None:
    """The facts of such a table hold our codes."""
    if column.codes is None:
        return value
    return line.mapped(column.name, {code: code for code in column.codes.keys}, value)
