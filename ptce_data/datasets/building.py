"""Facts to Parquet: `build` writes every file of the data folder, the same bytes for the same facts."""

from pathlib import Path

from ptce_data.datasets import demonstration, public
from ptce_data.datasets.catalogue import DATASET, DATASETS, data_folder
from ptce_data.datasets.faults import DataError
from ptce_data.datasets.inspecting import inspect
from ptce_data.datasets.writing import staging, write


def build(folder: str | Path | None = None) -> tuple[Path, ...]:
    """Write every table of the catalogue from `folder`/facts and `folder`/outlines, and say where.

    Raises DataError with every fault found; then nothing that was in `folder` has changed.
    """
    folder = Path(folder if folder is not None else data_folder())
    tables = _tables(folder)
    with staging(folder) as staged:
        for key, rows in tables.items():
            write(rows, DATASET[key].table, staged)
        faults = [fault for key in tables for fault in inspect(staged / DATASET[key].file, DATASET[key].table)]
        if faults:
            raise DataError(tuple(faults))
    return tuple(folder / dataset.file for dataset in DATASETS if dataset.key in tables)


def _tables(folder: Path) -> dict[str, list[dict]]:
    facts = public.tables(folder)
    return facts | demonstration.rows(facts["figures"])
