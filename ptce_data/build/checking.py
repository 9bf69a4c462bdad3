"""Every fault of a data folder at once: each file against its contract, files against each other, facts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ptce_data.build import fact_lines, public_facts
from ptce_data.datasets.catalogue import DATASET, DATASETS, data_folder
from ptce_data.datasets.faults import DataError, Fault
from ptce_data.datasets.inspecting import inspect
from ptce_data.datasets.paths import located
from ptce_data.texts import spaced

#: Who answers is a structure or a pole, as `unit` says.
_RESPONDENTS = {"structure": ("structures", "structure_id"), "pole": ("sample_poles", "pole_id")}


def check(folder: str | Path | None = None) -> tuple[Fault, ...]:
    """Every fault of the Parquet files of a folder, and of its facts where it has some; empty when all is well.

    References are followed between files that keep their own contract. Never raises for what the files hold.
    """
    folder = Path(folder if folder is not None else data_folder())
    files = {dataset.key: located(dataset.file, folder) for dataset in DATASETS}
    faults = files_faults(files)
    if (folder / "facts").is_dir():
        broken = {fault.file for fault in faults}
        faults += _facts_faults(folder, {key: file for key, file in files.items() if file.name not in broken})
    return tuple(faults)


def files_faults(files: Mapping[str, Path]) -> list[Fault]:
    """Every fault of the files of datasets: each by itself, then what those that keep their contract say of others."""
    faults = [fault for key, file in files.items() for fault in inspect(file, DATASET[key].table)]
    broken = {fault.file for fault in faults}
    sound = {key: file for key, file in files.items() if file.name not in broken}
    names = {key: file.name for key, file in sound.items()}
    for key in sound:
        faults += reference_faults(key, lambda table, column: _values(sound[table], column), names)
    return faults


def at_lines(faults: Sequence[Fault], tables: Mapping[str, Sequence[Mapping]], folder: Path) -> tuple[Fault, ...]:
    """The same faults, those of a file made from a CSV said at the line of the CSV: that is where one repairs.

    tables: key → rows as they were read from the facts of `folder`, one for each line of the CSV, in its order.
    """
    ranks = {DATASET[key].file: fact_ranks(rows, key, folder) for key, rows in tables.items()}
    return tuple(
        replace(fault, file=f"{Path(fault.file).stem}.csv", row=ranks[fault.file][fault.row - 1])
        if fault.row is not None and ranks.get(fault.file)
        else fault
        for fault in faults
    )


def fact_ranks(rows: Sequence[Mapping], key: str, folder: Path) -> list[int]:
    """The CSV line of each row of a file, in the order of the file; none for a table that no CSV has line by line."""
    lines = fact_lines.numbers(folder / "facts" / f"{key}.csv")
    if len(lines) != len(rows):
        return []
    return [line for line, _ in sorted(zip(lines, rows, strict=True), key=lambda pair: sort_key(pair[1], key))]


def sort_key(row: Mapping, key: str) -> tuple:
    """What the rows of a file are sorted by; a row without it comes first."""
    return tuple((row[column] is not None, row[column] or 0) for column in DATASET[key].table.sort)


def report(faults: Sequence[Fault]) -> str:
    """The faults as text, one per line, closed by their number; written for the person who will repair."""
    if not faults:
        return spaced(f"Aucun défaut : {len(DATASETS)} fichiers gardent leur contrat.")
    number = "1 défaut" if len(faults) == 1 else f"{len(faults)} défauts"
    return "\n".join([*map(str, faults), f"{number}."])


def reference_faults(
    key: str, values: Callable[[str, str], pa.ChunkedArray], names: Mapping[str, str]
) -> Iterator[Fault]:
    """What a table says of others and they don't hold. values: (table, column) → values as text.

    names: table → its file, for the tables that can be followed.
    """
    for column, table, target in DATASET[key].table.references:
        if table in names:
            yield from _broken(names[key], column, values(key, column), names[table], target, values(table, target))
    if key == "responses":
        units = values(key, "unit")
        for unit, (table, target) in _RESPONDENTS.items():
            if table in names:
                # Rows of the other unit are left out by making them null: a null refers to nothing.
                mine = pc.if_else(pc.equal(units, unit), values(key, "respondent_id"), None)
                yield from _broken(names[key], "respondent_id", mine, names[table], target, values(table, target))


def _broken(
    file: str, column: str, values: pa.ChunkedArray, target: str, target_column: str, known: pa.ChunkedArray
) -> Iterator[Fault]:
    wrong = pc.and_(pc.is_valid(values), pc.invert(pc.is_in(values, value_set=pc.unique(known))))
    if pc.any(wrong).as_py():
        at = pc.index(wrong, True).as_py()
        rule = f"{values[at].as_py()!r} absent de {target}, colonne {target_column}"
        remedy = f"corriger la valeur, ou ajouter la ligne à {target}"
        yield Fault(file, column, at + 1, rule, remedy, pc.sum(wrong).as_py())


def _values(file: Path, column: str) -> pa.ChunkedArray:
    """A column as text; a column that a file older than its contract doesn't have is empty."""
    table = pq.read_table(file)
    if column not in table.column_names:
        return pa.chunked_array([pa.nulls(len(table), pa.string())])
    return table.column(column).cast(pa.string())


def _facts_faults(folder: Path, sound: Mapping[str, Path]) -> tuple[Fault, ...]:
    """The faults of the facts, or, where they have none, those that their files don't agree with any more."""
    try:
        tables = public_facts.tables(folder)
    except DataError as error:
        return error.faults
    stale = (_stale(rows, key, folder, sound[key]) for key, rows in tables.items() if key in sound)
    return tuple(fault for fault in stale if fault is not None)


def _stale(rows: Sequence[Mapping], key: str, folder: Path, file: Path) -> Fault | None:
    """The first line of the facts that a file doesn't say, or that it says otherwise."""
    table = DATASET[key].table
    ordered = sorted(rows, key=lambda row: sort_key(row, key))
    columns = [column.name for column in table.columns]
    said = pq.read_table(file)
    said = [said.column(name).to_pylist() if name in said.column_names else [None] * len(said) for name in columns]
    pairs = zip_longest(([row[name] for name in columns] for row in ordered), map(list, zip(*said, strict=True)))
    different = next((rank for rank, (fact, line) in enumerate(pairs) if fact != line), None)
    if different is None:
        return None
    lines = fact_ranks(rows, key, folder)
    place = f"{key}.csv" if lines else file.name
    row = (lines[different] if different < len(lines) else None) if lines else different + 1
    rule = f"{file.name} ne dit plus la même chose que les faits"
    return Fault(place, None, row, rule, "reconstruire par « python -m ptce_data build »")
