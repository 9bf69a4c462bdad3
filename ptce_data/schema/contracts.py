"""What a contract is made of: columns, pairs of columns that go together, and the table that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass

from ptce_data.schema.codes import CodeList


@dataclass(frozen=True)
class Column:
    """One column: `type` is "text", "integer", "number" or "text[]"; `unit` is written for readers.

    `codes` closes the values; `minimum` and `maximum` bound a number, ends included.
    """

    name: str
    type: str
    description: str
    nullable: bool = False
    codes: CodeList | None = None
    unit: str = ""
    unique: bool = False
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True)
class Pair:
    """Two columns that go together: for each value of `first`, the values that `second` may take."""

    first: str
    second: str
    allowed: Mapping[str, tuple[str, ...]]
    rule: str


@dataclass(frozen=True)
class Table:
    """A contract. `sort` is the order of rows in the file; `references` are (column, table, column).

    `pairs` bind two columns of a row; they say nothing of a row where either is empty.
    """

    key: str
    title: str
    description: str
    row: str
    columns: tuple[Column, ...]
    sort: tuple[str, ...]
    references: tuple[tuple[str, str, str], ...] = ()
    pairs: tuple[Pair, ...] = ()

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)
