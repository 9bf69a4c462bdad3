"""Facts to Parquet: `build` writes every file of the data folder, the same bytes for the same facts."""

from pathlib import Path

from ptce_data.build import demonstration, public_facts
from ptce_data.build.checking import at_lines, files_faults
from ptce_data.datasets import data_dictionary, data_package, release
from ptce_data.datasets.catalogue import BUNDLED, DATASET, DATASETS, data_folder
from ptce_data.datasets.faults import DataError
from ptce_data.datasets.parquet_files import staging, write

#: The pages of documentation, beside the bundled data.
DOCS = BUNDLED.parent / "docs"


def build(folder: str | Path | None = None, docs: str | Path | None = None) -> tuple[Path, ...]:
    """Write every table of the catalogue from `folder`/facts and `folder`/outlines, and say what was written.

    docs: where the dictionary goes; by default beside the bundled data, and nowhere for another folder.
    Raises DataError with every fault found; then nothing that was in `folder` has changed.
    """
    folder = Path(folder if folder is not None else data_folder())
    if docs is None and folder.resolve() == BUNDLED:
        docs = DOCS
    tables = _tables(folder)
    with staging(folder) as staged:
        for key, rows in tables.items():
            write(rows, DATASET[key].table, staged)
        faults = files_faults({dataset.key: staged / dataset.file for dataset in DATASETS})
        if faults:
            raise DataError(at_lines(faults, tables, folder))
        data_package.write(staged)
        release.write(release.DEMONSTRATION, staged)
    written = [folder / dataset.file for dataset in DATASETS] + [folder / data_package.FILE, folder / release.FILE]
    return (*written, data_dictionary.write(Path(docs))) if docs is not None else tuple(written)


def _tables(folder: Path) -> dict[str, list[dict]]:
    facts = public_facts.tables(folder)
    return facts | demonstration.rows(facts["figures"])
