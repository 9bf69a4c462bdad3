"""One Parquet file against its contract. What it holds of other files is `checking`'s business.

Vectorised, one column at a time: the same code serves 111 poles and ten million structures.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ptce_data.datasets import arrow_types
from ptce_data.datasets.catalogue import SAMPLE
from ptce_data.datasets.faults import DataError, Fault
from ptce_data.datasets.release import release
from ptce_data.schema.contracts import Column, Pair, Table

_REBUILD = "reconstruire le fichier par « python -m ptce_data build », ou en remettre une copie saine"
_IMPORT = "importer de nouveau la vague par « python -m ptce_data import », ou remettre une copie saine du fichier"

_JOIN = " / "


def inspect(path: Path, table: Table) -> tuple[Fault, ...]:
    """Every fault of one file; empty when it keeps its contract. Never raises for what the file holds.

    A column that may be empty and isn't there was added to the contract after the file: it is read as empty.
    """
    remedy = _remedy(path, table)
    if not path.is_file():
        return (Fault(path.name, None, None, f"fichier introuvable dans {path.parent.name}/", remedy),)
    try:
        with pq.ParquetFile(path) as file:
            return _inspect_open(file, path.name, table, remedy)
    except (pa.ArrowException, OSError) as error:
        cause = str(error).splitlines()[0][:120]
        return (Fault(path.name, None, None, f"fichier Parquet illisible ou tronqué ({cause})", remedy),)


def _remedy(path: Path, table: Table) -> str:
    """A wave is imported, and nothing here could build it again."""
    with suppress(DataError):
        if table.key in SAMPLE and release(path.parent).imported:
            return _IMPORT
    return _REBUILD


def inspect_rows(rows: pa.Table, name: str, table: Table) -> tuple[Fault, ...]:
    """Every fault of the values of a table in memory, whose columns have the types of the contract, in any order."""
    return tuple(_value_faults(lambda column: rows.column(column.name), name, table, table.columns))


def _inspect_open(file: pq.ParquetFile, name: str, table: Table, remedy: str) -> tuple[Fault, ...]:
    found = file.schema_arrow
    faults = list(_shape_faults(found, name, table, remedy))
    broken = {fault.column for fault in faults}
    sound = [column for column in table.columns if column.name in found.names and column.name not in broken]
    if {column.name for column in sound}.issuperset(table.sort):
        faults += _sort_faults([_read(file, table.column(key)) for key in table.sort], name, table)
    return (*faults, *_value_faults(lambda column: _read(file, column), name, table, sound))


def _value_faults(
    values: Callable[[Column], pa.ChunkedArray], name: str, table: Table, sound: Sequence[Column]
) -> Iterator[Fault]:
    """values: reads a column. sound: columns that are there, in their type."""
    for column in sound:
        yield from _column_faults(values(column), name, column)
    for pair in table.pairs:
        if {column.name for column in sound}.issuperset((pair.first, pair.second)):
            yield from _pair_faults(*(values(table.column(key)) for key in (pair.first, pair.second)), name, pair)


def _read(file: pq.ParquetFile, column: Column) -> pa.ChunkedArray:
    values = file.read(columns=[column.name]).column(0)
    return values.cast(pa.string()) if column.type == "text" else values


def _shape_faults(found: pa.Schema, name: str, table: Table, remedy: str) -> Iterator[Fault]:
    declared = {column.name: column for column in table.columns}
    for column in declared.values():
        if column.nullable and column.name not in found.names:
            continue
        if found.names.count(column.name) != 1:
            yield Fault(name, column.name, None, "colonne manquante ou en double", remedy)
        elif not arrow_types.accepts(column.type, found.field(column.name).type):
            rule = f"type {found.field(column.name).type} au lieu de {arrow_types.TYPES[column.type]}"
            yield Fault(name, column.name, None, rule, f"convertir la colonne en {arrow_types.TYPES[column.type]}")
    for extra in sorted(set(found.names) - set(declared)):
        yield Fault(
            name, extra, None, "colonne inconnue du contrat", "la retirer, ou la déclarer dans ptce_data/schema"
        )


def _column_faults(values: pa.ChunkedArray, name: str, column: Column) -> Iterator[Fault]:
    if not column.nullable and values.null_count:
        yield _first(pc.is_null(values), name, column, "valeur obligatoire manquante", "renseigner la valeur")
    if column.codes is not None:
        yield from _code_faults(values, name, column)
    for bound, beyond, words in ((column.minimum, pc.less, "sous"), (column.maximum, pc.greater, "au-dessus de")):
        if bound is not None and pc.any(beyond(values, bound)).as_py():
            yield _first(beyond(values, bound), name, column, f"valeur {words} {bound:g}", "corriger la valeur")
    if column.type == "number" and pc.any(pc.is_nan(values)).as_py():
        yield _first(pc.is_nan(values), name, column, "valeur qui n’est pas un nombre (NaN)", "laisser vide")
    if column.unique:
        yield from _duplicate_faults(values, name, column)


def _code_faults(values: pa.ChunkedArray, name: str, column: Column) -> Iterator[Fault]:
    flat, rows = values, None
    if column.type == "text[]":
        flat, rows = pc.list_flatten(values), pc.list_parent_indices(values)
    allowed = pa.array(column.codes.keys, pa.string())
    wrong = pc.and_(pc.is_valid(flat), pc.invert(pc.is_in(flat.cast(pa.string()), value_set=allowed)))
    if pc.any(wrong).as_py():
        at = pc.index(wrong, True).as_py()
        row = (at if rows is None else rows[at].as_py()) + 1
        rule = f"code {flat[at].as_py()!r} hors de la liste « {column.codes.title} »"
        remedy = f"prendre l’un de : {', '.join(column.codes.keys[:12])}" + ("…" if len(column.codes) > 12 else "")
        yield Fault(name, column.name, row, rule, remedy, pc.sum(wrong).as_py())
    if rows is not None and flat.null_count:
        yield Fault(name, column.name, None, "valeur vide dans une liste", "retirer la valeur vide", flat.null_count)


def _duplicate_faults(values: pa.ChunkedArray, name: str, column: Column) -> Iterator[Fault]:
    counts = pc.value_counts(values)
    repeated = counts.filter(pc.greater(counts.field("counts"), 1))
    if len(repeated):
        identifier = repeated[0]["values"].as_py()
        again = [row for row, value in enumerate(values.to_pylist(), 1) if value == identifier][1]
        rule = f"identifiant {identifier!r} en double"
        yield Fault(name, column.name, again, rule, "garder une seule ligne par identifiant", len(repeated))


def _sort_faults(keys: list[pa.ChunkedArray], name: str, table: Table) -> Iterator[Fault]:
    if len(keys[0]) < 2 or any(key.null_count for key in keys):
        return
    after = pa.repeat(pa.scalar(False), len(keys[0]) - 1)
    for key in reversed(keys):
        before, next_ = key.slice(0, len(key) - 1), key.slice(1)
        after = pc.or_(pc.greater(before, next_), pc.and_(pc.equal(before, next_), after))
    if pc.any(after).as_py():
        row = pc.index(after, True).as_py() + 2
        rule = f"lignes mal triées (ordre attendu : {', '.join(table.sort)})"
        yield Fault(name, table.sort[0], row, rule, f"trier par {', '.join(table.sort)}")


def _pair_faults(first: pa.ChunkedArray, second: pa.ChunkedArray, name: str, pair: Pair) -> Iterator[Fault]:
    found = pc.binary_join_element_wise(first, second, _JOIN)
    allowed = [f"{value}{_JOIN}{other}" for value, others in pair.allowed.items() for other in others]
    wrong = pc.and_(pc.is_valid(found), pc.invert(pc.is_in(found, value_set=pa.array(allowed, pa.string()))))
    if pc.any(wrong).as_py():
        at = pc.index(wrong, True).as_py()
        possible = pair.allowed.get(first[at].as_py())
        remedy = f"prendre l’une de : {', '.join(possible)}" if possible else f"corriger la colonne {pair.first}"
        rule = f"{pair.rule} ({found[at].as_py()})"
        yield Fault(name, pair.second, at + 1, rule, remedy, pc.sum(wrong).as_py())


def _first(wrong: pa.ChunkedArray, name: str, column: Column, rule: str, remedy: str) -> Fault:
    return Fault(name, column.name, pc.index(wrong, True).as_py() + 1, rule, remedy, pc.sum(wrong).as_py())
