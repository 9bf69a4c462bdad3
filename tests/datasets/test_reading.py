"""Reading: checked once per version of the file, from the folder in use, or refused."""

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ptce_data.datasets import reading
from ptce_data.datasets.catalogue import BUNDLED, DATASETS, FOLDER_VARIABLE, data_folder


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.key)
def test_read_gives_the_columns_of_the_contract(dataset):
    frame = reading.read(dataset.key, BUNDLED)
    assert list(frame.columns) == [column.name for column in dataset.table.columns]
    assert len(frame) > 0


def test_read_gives_a_frame_of_its_own():
    first = reading.read("poles", BUNDLED)
    first.loc[:, "name"] = "changed"
    assert not (reading.read("poles", BUNDLED)["name"] == "changed").any()


def test_the_folder_in_use_is_the_environments(monkeypatch: pytest.MonkeyPatch, small_data: Path):
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    assert data_folder() == BUNDLED
    monkeypatch.setenv(FOLDER_VARIABLE, str(small_data))
    assert reading.path("poles") == small_data / "poles.parquet"


def test_a_file_is_checked_once_until_it_changes(small_data: Path, monkeypatch: pytest.MonkeyPatch):
    seen = []
    inspect = reading.inspect
    monkeypatch.setattr(reading, "inspect", lambda path, table: seen.append(path) or inspect(path, table))
    path = reading.path("poles", small_data)
    reading.path("poles", small_data)
    assert seen == [path]
    pq.write_table(pq.read_table(path).slice(0, 5), path)
    assert len(reading.read("poles", small_data)) == 5
    assert seen == [path, path]


def test_a_repaired_file_is_read_again(small_data: Path):
    path = small_data / "figures.parquet"
    content = path.read_bytes()
    path.write_bytes(content[:100])
    with pytest.raises(reading.DataError, match="illisible"):
        reading.read("figures", small_data)
    path.write_bytes(content)
    assert len(reading.read("figures", small_data)) == 135


@pytest.mark.parametrize("type_", [pa.large_string(), pa.dictionary(pa.int32(), pa.string())], ids=str)
def test_text_may_be_encoded_otherwise(small_data: Path, type_: pa.DataType):
    """pandas writes large strings, a big file is better off with dictionaries: same nature, same contract."""
    path = small_data / "structures.parquet"
    table = pq.read_table(path)
    fields = [field.with_type(type_) if field.type == pa.string() else field for field in table.schema]
    pq.write_table(table.cast(pa.schema(fields)), path)
    pd.testing.assert_series_equal(
        reading.read("structures", small_data)["pole_id"].astype(str),
        reading.read("structures", BUNDLED)["pole_id"].astype(str),
    )


def test_an_unknown_dataset_is_a_mistake_of_the_programme():
    with pytest.raises(KeyError):
        reading.path("nothing")


def test_a_data_error_says_how_many_other_faults(small_data: Path):
    path = small_data / "structures.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["name", "sectors"]), path)
    with pytest.raises(reading.DataError) as refused:
        reading.path("structures", small_data)
    error = refused.value
    assert (error.file, error.column, error.row) == ("structures.parquet", "name", None)
    assert len(error.faults) == 2
    assert "Autres défauts\u00a0: 1\u202f;" in str(error)
