"""A release older than a column that may be empty: it reads as empty; another that is missing asks for an import."""

import pyarrow.parquet as pq
import pytest

from ptce_data.datasets import reading
from ptce_data.datasets.catalogue import DATASET
from ptce_data.datasets.faults import DataError
from ptce_data.datasets.release import Policy
from ptce_data.engines import KEY_COLUMN
from ptce_data.engines.duckdb_engine import DuckDBEngine
from ptce_data.engines.numpy_engine import MemoryEngine
from ptce_data.indicators import answer, asking
from ptce_data.selection import Selection
from tests.comparison.waves import copied


@pytest.fixture
def without(tmp_path):
    """Makes a wave whose file lacks some columns."""

    def make(key: str, *columns: str, policy: Policy = Policy.OPEN):
        folder = copied(tmp_path / "data", policy, "imported")
        path = folder / DATASET[key].file
        pq.write_table(pq.read_table(path).drop_columns(list(columns)), path)
        return folder

    return make


NULLABLE = [
    (key, column.name)
    for key in ("structures", "sample_poles")
    for column in DATASET[key].table.columns
    if column.nullable
]


@pytest.mark.parametrize(("key", "column"), NULLABLE)
def test_a_column_that_may_be_empty_and_is_not_there_is_empty(without, key, column):
    folder = without(key, column)
    frame = reading.read(key, folder)
    assert list(frame.columns) == [one.name for one in DATASET[key].table.columns]
    assert frame[column].isna().all()
    assert answer(Selection(), "portrait", folder).sample_total == 187


def test_both_engines_count_it_as_not_recorded(without):
    folder = without("structures", "iae", "legal_status")
    for chosen in (Selection(), Selection(iae=("nr",)), Selection(iae=("oui",))):
        asked = asking.populations(chosen, (), ("structures",))
        replies = [engine.ask(asked, folder) for engine in (MemoryEngine(), DuckDBEngine("duckdb://?memory=0"))]
        assert replies[0].counts == replies[1].counts
        kept = sum(replies[0].counts["structures/total"].values())
        assert kept == (0 if chosen.iae == ("oui",) else 187)


def test_the_remedy_of_a_wave_is_to_import_it_again(without):
    with pytest.raises(DataError) as refused:
        reading.path("structures", without("structures", "pole_id"))
    assert "import" in refused.value.remedy and "build" not in refused.value.remedy


def test_a_protected_wave_without_keys_is_refused(without):
    with pytest.raises(DataError) as refused:
        answer(Selection(), "portrait", without("structures", KEY_COLUMN, policy=Policy.PROTECTED))
    assert refused.value.column == KEY_COLUMN and "importer de nouveau" in refused.value.remedy
