"""Every fault of a data folder at once: each file against its contract, files against each other, facts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ptce_data.build import public_facts
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
    faults = [fault for dataset in DATASETS for fault in inspect(files[dataset.key], dataset.table)]
    broken = {fault.file for fault in faults}
    sound = {key: file for key, file in files.items() if file.name not in broken}
    names = {key: file.name for key, file in sound.items()}
    for key in sound:
        faults += reference_faults(key, lambda table, column: _values(sound[table], column), names)
    if (folder / "facts").is_dir():
        faults += _facts_faults(folder)
    return tuple(faults)


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
    return pq.read_table(file, columns=[column]).column(0).cast(pa.string())


def _facts_faults(folder: Path) -> tuple[Fault, ...]:
    try:
        public_facts.tables(folder)
    except DataError as error:
        return error.faults
    return ()
