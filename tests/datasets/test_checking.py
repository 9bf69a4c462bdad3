"""Each way a Parquet file can be broken: `check` names the place, the rule and the remedy; `reading` refuses alike."""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ptce_data.build.checking import check, report
from ptce_data.datasets import reading
from ptce_data.datasets.catalogue import DATASETS
from ptce_data.datasets.faults import DataError

Change = Callable[[pa.Table], pa.Table]


def _set(column: str, row: int, value: object) -> Change:
    def change(table: pa.Table) -> pa.Table:
        values = table.column(column).to_pylist()
        values[row] = value
        at = table.column_names.index(column)
        return table.set_column(at, column, pa.array(values, table.schema.field(column).type))

    return change


def _cast(column: str, type_: pa.DataType) -> Change:
    def change(table: pa.Table) -> pa.Table:
        at = table.column_names.index(column)
        return table.set_column(at, column, table.column(column).cast(type_))

    return change


def _first_twice(table: pa.Table) -> pa.Table:
    return pa.concat_tables([table.slice(0, 1), table])


def _reversed(table: pa.Table) -> pa.Table:
    return table.take(list(range(len(table) - 1, -1, -1)))


#: key, change, column, row, words of the rule.
BROKEN = [
    ("structures", lambda table: table.drop_columns(["name"]), "name", None, "manquante"),
    ("structures", lambda table: table.append_column("x", pa.nulls(len(table))), "x", None, "inconnue du contrat"),
    ("poles", _cast("year_created", pa.string()), "year_created", None, "type string au lieu de int64"),
    ("poles", _cast("members", pa.float64()), "members", None, "type double au lieu de int64"),
    ("structures", _set("name", 4, None), "name", 5, "obligatoire"),
    ("poles", _set("region_code", 2, "99"), "region_code", 3, "'99' hors de la liste"),
    ("poles", _set("sectors", 1, ["culture", "pêche"]), "sectors", 2, "'pêche' hors de la liste"),
    ("poles", _set("sectors", 1, ["culture", None]), "sectors", None, "valeur vide dans une liste"),
    ("poles", _set("year_created", 3, 1789), "year_created", 4, "sous 1900"),
    ("neighbourhoods", _set("poverty_rate", 0, 130.0), "poverty_rate", 1, "au-dessus de 100"),
    ("neighbourhoods", _set("lon", 0, float("nan")), "lon", 1, "NaN"),
    ("sample_poles", _first_twice, "pole_id", 2, "en double"),
    ("structures", _set("pole_id", 0, "demo-00"), "pole_id", 1, "absent de sample_poles.parquet"),
    ("poles", _set("commune_code", 0, "00000"), "commune_code", 1, "absent de communes.parquet"),
    ("responses", _set("respondent_id", 0, "demo-00-00"), "respondent_id", 1, "absent de structures.parquet"),
    ("responses", _set("unit", 0, "pole"), "respondent_id", 1, "absent de sample_poles.parquet"),
    ("responses", _set("item", 0, "lieux"), "item", 1, "étrangère à sa question"),
    ("responses", _set("answer", 10, "peut-être"), "answer", 11, "'peut-être' hors de la liste"),
    ("figures", _set("item_code", 65, "culture"), "item_code", 66, "étrangère à son indicateur"),
    ("structures", _set("region_code", 0, "01"), "region_code", 1, "n’est pas celle du département"),
    ("communes", _reversed, "commune_code", 2, "mal triées"),
]


def _break(folder: Path, key: str, change: Change) -> None:
    path = folder / f"{key}.parquet"
    pq.write_table(change(pq.read_table(path)), path)


def words_or_name(value: object) -> str:
    """The part of a test's identifier: the same in every process, so without the address of a function."""
    return getattr(value, "__name__", str(value))[:40]


@pytest.mark.parametrize(("key", "change", "column", "row", "words"), BROKEN, ids=words_or_name)
def test_broken_table(small_data: Path, key: str, change: Change, column: str, row: int | None, words: str):
    _break(small_data, key, change)
    faults = check(small_data)
    fault = next(fault for fault in faults if (fault.column, fault.row) == (column, row) and words in fault.rule)
    assert fault.file == f"{key}.parquet"
    assert fault.remedy
    for part in (fault.file, f"colonne {column}", "Remède"):
        assert part in str(fault)
    if "absent de" not in words:  # what a file says of another is not a reader's business
        with pytest.raises(DataError) as refused:
            reading.read(key, small_data)
        assert fault in refused.value.faults


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.key)
@pytest.mark.parametrize("kept", [None, 0, 4, 0.5, -1], ids=["missing", "empty", "magic", "half", "cut"])
@pytest.mark.slow
def test_missing_or_truncated_file(small_data: Path, dataset, kept: float | None):
    path = small_data / dataset.file
    content = path.read_bytes()
    path.unlink()
    if kept is not None:
        path.write_bytes(content[: int(kept * len(content)) if isinstance(kept, float) else kept])
    (fault,) = check(small_data)
    assert fault.file == dataset.file
    assert fault.row is None
    assert ("introuvable" if kept is None else "illisible") in fault.rule
    with pytest.raises(DataError) as refused:
        reading.path(dataset.key, small_data)
    assert refused.value.faults == (fault,)
    assert "build" in refused.value.remedy


def test_damaged_pages_are_a_fault_too(small_data: Path):
    """The footer is sound and the data isn't: seen when the column is read."""
    path = small_data / "communes.parquet"
    content = bytearray(path.read_bytes())
    content[1000:10_000] = b"\xff" * 9_000
    path.write_bytes(bytes(content))
    assert "illisible" in next(fault for fault in check(small_data) if fault.file == path.name).rule


def test_every_fault_at_once(small_data: Path):
    _break(small_data, "poles", _set("region_code", 2, "99"))
    _break(small_data, "responses", _set("answer", 0, "?"))
    (small_data / "figures.parquet").unlink()
    facts = small_data / "facts" / "poles.csv"
    facts.write_text(facts.read_text(encoding="utf-8").replace(",high,", ",élevée,", 1), encoding="utf-8")
    faults = check(small_data)
    assert {fault.file for fault in faults} >= {"poles.parquet", "responses.parquet", "figures.parquet", "poles.csv"}
    lines = report(faults).splitlines()
    assert lines[:-1] == [str(fault) for fault in faults]
    assert lines[-1] == f"{len(faults)} défauts."


def test_rows_that_break_one_rule_are_one_fault(small_data: Path):
    def change(table: pa.Table) -> pa.Table:
        return _set("name", 7, None)(_set("name", 3, None)(table))

    _break(small_data, "structures", change)
    (fault,) = check(small_data)
    assert (fault.row, fault.count) == (4, 2)
    assert "2 lignes en tout" in str(fault)


def test_a_folder_without_facts_is_checked_on_its_tables(tmp_path: Path, root: Path):
    for dataset in DATASETS:
        (tmp_path / dataset.file).write_bytes((root / "data" / dataset.file).read_bytes())
    assert check(tmp_path) == ()


def test_an_empty_folder_misses_every_file(tmp_path: Path):
    assert [fault.file for fault in check(tmp_path)] == [dataset.file for dataset in DATASETS]
