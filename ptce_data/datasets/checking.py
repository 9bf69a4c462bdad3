"""Every fault of a data folder at once: each file against its contract, files against each other, facts."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ptce_data.datasets import public
from ptce_data.datasets.catalogue import DATASET, DATASETS, data_folder
from ptce_data.datasets.faults import DataError, Fault
from ptce_data.datasets.inspecting import inspect
from ptce_data.texts import spaced

#: Who answers is a structure or a pole, as `unit` says.
_RESPONDENTS = {"structure": ("structures", "structure_id"), "pole": ("sample_poles", "pole_id")}


def check(folder: str | Path | None = None) -> tuple[Fault, ...]:
    """Every fault of the Parquet files of a folder, and of its facts where it has some; empty when all is well.

    References are followed between files that keep their own contract. Never raises for what the files hold.
    """
    folder = Path(folder if folder is not None else data_folder())
    faults = [fault for dataset in DATASETS for fault in inspect(folder / dataset.file, dataset.table)]
    broken = {fault.file for fault in faults}
    sound = {dataset.key: folder / dataset.file for dataset in DATASETS if dataset.file not in broken}
    faults += [fault for key in sound for fault in _reference_faults(key, sound)]
    if (folder / "facts").is_dir():
        faults += _facts_faults(folder)
    return tuple(faults)


def report(faults: Sequence[Fault]) -> str:
    """The faults as text, one per line, closed by their number; written for the person who will repair."""
    if not faults:
        return spaced(f"Aucun défaut : {len(DATASETS)} fichiers gardent leur contrat.")
    number = "1 défaut" if len(faults) == 1 else f"{len(faults)} défauts"
    return "\n".join([*map(str, faults), f"{number}."])


def _reference_faults(key: str, sound: dict[str, Path]) -> Iterator[Fault]:
    for column, table, target in DATASET[key].table.references:
        if table in sound:
            yield from _broken(sound[key], column, _values(sound[key], column), sound[table], target)
    if key == "responses":
        units = _values(sound[key], "unit")
        for unit, (table, target) in _RESPONDENTS.items():
            if table in sound:
                # Rows of the other unit are left out by making them null: a null refers to nothing.
                mine = pc.if_else(pc.equal(units, unit), _values(sound[key], "respondent_id"), None)
                yield from _broken(sound[key], "respondent_id", mine, sound[table], target)


def _broken(file: Path, column: str, values: pa.ChunkedArray, target: Path, target_column: str) -> Iterator[Fault]:
    known = pc.unique(_values(target, target_column))
    wrong = pc.and_(pc.is_valid(values), pc.invert(pc.is_in(values, value_set=known)))
    if pc.any(wrong).as_py():
        at = pc.index(wrong, True).as_py()
        rule = f"{values[at].as_py()!r} absent de {target.name}, colonne {target_column}"
        remedy = f"corriger la valeur, ou ajouter la ligne à {target.name}"
        yield Fault(file.name, column, at + 1, rule, remedy, pc.sum(wrong).as_py())


def _values(file: Path, column: str) -> pa.ChunkedArray:
    return pq.read_table(file, columns=[column]).column(0).cast(pa.string())


def _facts_faults(folder: Path) -> tuple[Fault, ...]:
    try:
        public.tables(folder)
    except DataError as error:
        return error.faults
    return ()
