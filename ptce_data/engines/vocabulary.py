"""What can be asked of an engine, whatever the engine: no SQL, no table of its own.

A Question is one page: for each Population (rows of a dataset kept by criteria), what to count. A list column
("text[]" in its contract) counts once for each of its codes. The code of a number is `number_code`. NOT_RECORDED
("nr") stands for null, for NaN and for an empty list, in conditions and in answers alike.

Where a Population is `keyed`, each count comes with the sum, modulo KEY_MODULUS, of the `record_key` of the units
counted, each once: the key of the cell, from which `ptce_data.disclosure` takes its noise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ptce_data.schema.codes import NOT_RECORDED

#: Keys of respondents are from 0 to this, excluded; so are keys of cells.
KEY_MODULUS = 2**32

#: The column of a respondent's key, in every dataset that has one.
KEY_COLUMN = "record_key"

__all__ = [
    "KEY_COLUMN",
    "KEY_MODULUS",
    "NOT_RECORDED",
    "Amounts",
    "AmountsRow",
    "Condition",
    "Count",
    "Criterion",
    "Crossing",
    "GroupSizes",
    "Linked",
    "LinkedRow",
    "Names",
    "Population",
    "Records",
    "Reply",
    "number_code",
]

#: Whole numbers from here on are written as Python writes a float: DuckDB and NumPy agree on it.
_LARGE = 1e15


def number_code(value: float) -> str:
    """A number as a code: `2013`, `12.5`; "nr" for NaN. `sql` writes the same expression for DuckDB."""
    if value != value:
        return NOT_RECORDED
    return str(int(value)) if abs(value) < _LARGE and value == int(value) else repr(float(value))


@dataclass(frozen=True)
class Condition:
    """The column holds one of the codes; a list column, at least one of them."""

    column: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Criterion:
    """One filter: or between alternatives, and within an alternative. `key` is what a Count may ignore."""

    key: str
    alternatives: tuple[tuple[Condition, ...], ...]


@dataclass(frozen=True)
class Count:
    """Rows kept, by code of the column `by` ("" for the total), as if the criterion `ignoring` was not there."""

    key: str
    by: str = ""
    ignoring: str = ""


@dataclass(frozen=True)
class GroupSizes:
    """How many groups of rows kept have this many rows: groups share the value of the column `of`.

    keys: (dataset, its identifier column) where the key of a group is found.
    """

    key: str
    of: str
    keys: tuple[str, str] | None = None


@dataclass(frozen=True)
class Names:
    """The values of two columns for every row kept, in no order: (identifier, name)."""

    key: str
    identifier: str
    name: str


@dataclass(frozen=True)
class Records:
    """What plain columns hold for every row kept, in no order: one or more `texts` (null is "nr"), `numbers`."""

    key: str
    texts: tuple[str, ...]
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Crossing:
    """Rows kept, by value of the column `of` and code of the column `by`, which may be a list."""

    key: str
    of: str
    by: str


@dataclass(frozen=True)
class Linked:
    """Rows of another dataset whose column `foreign` is the `own` column of a row kept, by 1 to 4 columns.

    A column of `by` is the other dataset's, or else the population's. `where` narrows those rows; `distinct` names
    up to two columns, of either dataset, whose distinct values are counted. keys: (dataset, its identifier column)
    where the key of `foreign` is found.
    """

    key: str
    dataset: str
    foreign: str
    own: str
    by: tuple[str, ...]
    where: tuple[Condition, ...] = ()
    distinct: tuple[str, ...] = ()
    keys: tuple[str, str] | None = None


@dataclass(frozen=True)
class Amounts:
    """Sums of two amounts in the linked rows of another dataset (one row a link), by bin of their ratio.

    `edges` are percentages, in order: bin 0 holds ratios ≤ edges[0], bin i ]edges[i-1], edges[i]], the last bin
    what is above. A row without both amounts, or whose whole is 0, is in the bin NOT_RECORDED.
    """

    key: str
    dataset: str
    foreign: str
    own: str
    part: str
    whole: str
    edges: tuple[float, ...]


#: What can be asked of a Population.
Ask = Count | GroupSizes | Names | Records | Crossing | Linked | Amounts


@dataclass(frozen=True)
class Population:
    """The rows of a dataset that every criterion keeps, and what is asked of them."""

    dataset: str
    criteria: tuple[Criterion, ...]
    asks: tuple[Ask, ...]
    keyed: bool = False

    @property
    def datasets(self) -> tuple[str, ...]:
        """Every dataset that must be read, each once."""
        linked = [ask.dataset for ask in self.asks if isinstance(ask, Linked | Amounts)]
        keys = [ask.keys[0] for ask in self.asks if self.keyed and isinstance(ask, Linked | GroupSizes) and ask.keys]
        return tuple(dict.fromkeys((self.dataset, *linked, *keys)))


@dataclass(frozen=True)
class LinkedRow:
    by: tuple[str, ...]
    rows: int
    distinct: tuple[int, ...] = ()
    cell_key: int = 0


@dataclass(frozen=True)
class AmountsRow:
    """One bin: rows, sums of both amounts, least and greatest ratio (0 to 1), greatest whole of a row."""

    rows: int
    part: float
    whole: float
    least: float | None
    greatest: float | None
    greatest_whole: float | None
    cell_key: int = 0


#: The texts and the numbers of one row.
Record = tuple[tuple[str, ...], tuple[float | None, ...]]


@dataclass(frozen=True)
class Reply:
    """The engine's answers, by key of what was asked.

    counts: code → rows, "" for a total (0 where nothing is kept; codes without a row are absent).
    sizes: rows in the group → groups. names: (identifier, name). amounts: bin number as text, or "nr".
    records: (texts, numbers) of each row, a number that is null being None. A Crossing is in linked, by (of, by).
    cell_keys: of a keyed Population, the same as counts and sizes, with keys of cells for numbers.
    """

    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    sizes: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    names: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    linked: Mapping[str, tuple[LinkedRow, ...]] = field(default_factory=dict)
    amounts: Mapping[str, Mapping[str, AmountsRow]] = field(default_factory=dict)
    records: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    cell_keys: Mapping[str, Mapping[str | int, int]] = field(default_factory=dict)

    def merged(self, other: "Reply") -> "Reply":
        """Both replies as one; keys of what was asked are never in both."""
        return Reply(
            {**self.counts, **other.counts},
            {**self.sizes, **other.sizes},
            {**self.names, **other.names},
            {**self.linked, **other.linked},
            {**self.amounts, **other.amounts},
            {**self.records, **other.records},
            {**self.cell_keys, **other.cell_keys},
        )
