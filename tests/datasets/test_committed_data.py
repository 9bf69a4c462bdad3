"""What is committed is what the facts give today, and keeps its contracts."""

from pathlib import Path

import pytest
from frictionless import Package, Resource, Schema

from ptce_data.build.checking import check, report
from ptce_data.build.data_folder import build
from ptce_data.datasets import data_dictionary, data_package, release
from ptce_data.datasets.catalogue import BUNDLED, DATASET, DATASETS
from ptce_data.datasets.reading import read

_STALE = "run « python -m ptce_data build » and commit what it wrote"


@pytest.mark.parametrize("file", [*(dataset.file for dataset in DATASETS), data_package.FILE, release.FILE])
def test_committed_file_is_a_fresh_build(file: str, root: Path, fresh_data: Path):
    assert (root / "data" / file).read_bytes() == (fresh_data / file).read_bytes(), _STALE


def test_committed_dictionary_is_up_to_date(root: Path, fresh_data: Path):
    committed = (root / "docs" / data_dictionary.FILE).read_text(encoding="utf-8")
    assert committed == data_dictionary.text(), _STALE
    assert committed == (fresh_data / data_dictionary.FILE).read_text(encoding="utf-8")


def test_bundled_folder_has_no_fault():
    assert report(check(BUNDLED)) == report(())


def test_building_again_changes_no_byte(copied_data: Path):
    before = {path.name: path.read_bytes() for path in copied_data.glob("*.parquet")}
    written = build(copied_data)
    assert {path.name for path in written} == {*before, data_package.FILE, release.FILE}
    assert {path.name: path.read_bytes() for path in copied_data.glob("*.parquet")} == before


def test_datapackage_is_a_valid_descriptor(root: Path):
    found = Package.validate_descriptor(str(root / "data" / data_package.FILE))
    assert found.valid, found.flatten(["message"])
    resources = Package(str(root / "data" / data_package.FILE)).resources
    assert [resource.name for resource in resources] == [dataset.key for dataset in DATASETS]


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.key)
def test_rows_keep_the_published_schema(dataset):
    """Frictionless's own opinion, on the small tables whole and on a slice of the long ones."""
    frame = read(dataset.key, BUNDLED).head(200)
    frame = frame.astype(object).where(frame.notna(), None)
    rows = [
        {name: list(value) if hasattr(value, "tolist") else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]
    schema = data_package.table_schema(dataset.table)
    schema.pop("foreignKeys", None)  # they need the other tables: `check` follows them
    found = Resource(data=rows, schema=Schema.from_descriptor(schema)).validate()
    assert found.valid, found.flatten(["rowNumber", "fieldName", "message"])[:5]


def test_frictionless_sees_a_value_out_of_its_list():
    """The opinion above is worth something: the same schema refuses a wrong code."""
    schema = data_package.table_schema(DATASET["poles"].table)
    schema = {"fields": [field for field in schema["fields"] if field["name"] in ("geo_basis", "sectors")]}
    rows = [{"geo_basis": "somewhere", "sectors": ["culture"]}]
    assert not Resource(data=rows, schema=Schema.from_descriptor(schema)).validate().valid
