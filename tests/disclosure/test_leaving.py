"""The keys of respondents never leave: no table, no file, no figure has them, under any policy."""

import io
import json

import pyarrow.parquet as pq
import pytest

import ptce_data
from ptce_data.__main__ import main
from ptce_data.datasets import reading
from ptce_data.datasets.catalogue import DATASETS
from ptce_data.datasets.release import Policy
from ptce_data.disclosure import public_tables
from ptce_data.engines import KEY_COLUMN
from ptce_data.exports import Kind, formats
from tests.comparison.waves import copied


@pytest.fixture(scope="module", params=[Policy.OPEN, Policy.PROTECTED])
def wave(request, tmp_path_factory):
    return copied(tmp_path_factory.mktemp("wave") / "data", request.param, "imported")


@pytest.mark.parametrize("key", [dataset.key for dataset in DATASETS])
def test_no_table_has_the_key(wave, monkeypatch, key):
    monkeypatch.setenv("PTCE_DATA", str(wave))
    own = reading.read(key, wave)
    others = [column for column in own.columns if column != KEY_COLUMN]
    loaded, file = ptce_data.load(key, wave), pq.read_table(io.BytesIO(public_tables.parquet(key, wave)))
    assert list(loaded.columns) == others and loaded.equals(own[others])
    assert file.column_names == others and file.to_pandas().equals(own[others])
    assert KEY_COLUMN.encode() not in public_tables.parquet(key, wave)
    for one in formats(Kind.DATASET):
        assert KEY_COLUMN.encode() not in one.make(Kind.DATASET, key)


def test_the_keys_are_in_the_release_s_own_files(wave):
    assert all(reading.read(key, wave)[KEY_COLUMN].notna().all() for key in ("structures", "sample_poles"))


@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_no_key_is_printed(wave, monkeypatch, capsys, form):
    monkeypatch.setenv("PTCE_DATA", str(wave))
    assert main(["figures", "--format", form]) == 0
    printed = capsys.readouterr().out
    keys = {str(key) for name in ("structures", "sample_poles") for key in reading.read(name, wave)[KEY_COLUMN]}
    assert KEY_COLUMN not in printed and not any(key in printed for key in keys if len(key) > 6)
    if form == "json":
        assert json.loads(printed)
