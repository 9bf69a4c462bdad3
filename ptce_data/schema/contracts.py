"""What a contract is made of: columns, pairs of columns that go together, and the table that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass

from ptce_data.schema.codes import Code, CodeList

#: The types of columns that hold numbers.
NUMBERS = ("integer", "number")


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
class Bin:
    """A band of numbers: `upper` is its last value, included; None for the last band."""

    code: str
    label: str
    upper: float | None


@dataclass(frozen=True, kw_only=True)
class DerivedColumn:
    """A column of codes computed whenever a file is read, by both engines and by `datasets.read`; never stored.

    It is the band that holds the number in the column `source`, or, where `counted` is True, the number of rows of the
    file that share its value; null where the source is null. bins: the bands, in order, the last one without end.
    """

    name: str
    description: str
    source: str
    bins: tuple[Bin, ...]
    counted: bool = False

    @property
    def column(self) -> Column:
        """What other modules read of it: a nullable column of codes."""
        codes = CodeList(self.name, self.description, tuple(Code(band.code, band.label) for band in self.bins))
        return Column(self.name, "text", self.description, nullable=True, codes=codes)


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

    `pairs` bind two columns of a row; they say nothing of a row where either is empty. `columns` are those of the
    file; `derived` are computed from them when it is read. Raises ValueError for a derived column without its source.
    """

    key: str
    title: str
    description: str
    row: str
    columns: tuple[Column, ...]
    sort: tuple[str, ...]
    references: tuple[tuple[str, str, str], ...] = ()
    pairs: tuple[Pair, ...] = ()
    derived: tuple[DerivedColumn, ...] = ()

    def __post_init__(self):
        types = {column.name: column.type for column in self.columns}
        for derived in self.derived:
            source = types.get(derived.source)
            if derived.name in types or source is None or not (derived.counted or source in NUMBERS):
                raise ValueError(f"{self.key}.{derived.name}: a new name, of a number or of a column that is counted")

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The columns of the file, then those computed when it is read."""
        return (*self.columns, *(derived.column for derived in self.derived))

    def column(self, name: str) -> Column:
        return next(column for column in self.all_columns if column.name == name)
