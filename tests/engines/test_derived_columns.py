"""A derived column is declared once and computed at reading: both engines, `read` and a plain loop agree."""

from collections import Counter
from dataclasses import replace

import pytest

from ptce_data.datasets.catalogue import DATASET
from ptce_data.datasets.reading import read
from ptce_data.engines import NOT_RECORDED, Condition, Count, Criterion, Crossing, Linked, Population
from ptce_data.engines.duckdb_engine import DuckDBEngine
from ptce_data.engines.numpy_engine import MemoryEngine
from ptce_data.schema.contracts import Bin, DerivedColumn
from tests.factories import pole, responses, structure, write_dataset

YEARS = DerivedColumn(
    name="year_band",
    description="Période de création",
    source="year_created",
    bins=(Bin("l'avant", "Avant 2014", 2013), Bin("apres", "2014 ou plus", None)),
)
SIZES = DerivedColumn(
    name="pole_size",
    description="Taille du pôle",
    source="pole_id",
    bins=(Bin("1", "Une", 1), Bin("2-3", "Deux ou trois", 3), Bin("4-plus", "Quatre ou plus", None)),
    counted=True,
)
CREATED = (2000, 2013, 2014, 2020, None, 2013)
MEMBERS = ("d1", "d2", "d2", "d3", "d3", "d3", "d4", "d4", "d4", "d4")


@pytest.fixture(params=[lambda: DuckDBEngine("duckdb://?memory=0"), MemoryEngine], ids=["duckdb", "memory"])
def engine(request):
    return request.param()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for key, derived in (("poles", YEARS), ("structures", SIZES)):
        dataset = DATASET[key]
        monkeypatch.setitem(DATASET, key, replace(dataset, table=replace(dataset.table, derived=(derived,))))
    return write_dataset(
        tmp_path,
        [structure(number, key) for number, key in enumerate(MEMBERS)],
        poles=[pole(f"p{rank}", year_created=year, sectors=["culture"]) for rank, year in enumerate(CREATED)],
        responses=responses("values", "cooperation", dict.fromkeys(range(len(MEMBERS)), "oui")),
    )


def test_a_derived_column_is_counted_kept_and_crossed(folder, engine):
    old = Criterion("old", ((Condition("year_band", ("l'avant",)),),))
    poles = (Count("bands", "year_band", "old"), Count("kept"), Crossing("crossed", "year_band", "sectors"))
    link = Linked("said", "responses", "respondent_id", "structure_id", ("pole_size", "answer"))
    reply = engine.ask(
        (Population("poles", (old,), poles), Population("structures", (), (Count("sizes", "pole_size"), link))), folder
    )
    assert reply.counts["bands"] == {"l'avant": 3, "apres": 2, NOT_RECORDED: 1}
    assert reply.counts["kept"] == {"": 3}
    assert [(row.by, row.rows) for row in reply.linked["crossed"]] == [(("l'avant", "culture"), 3)]
    sizes = {"1": 1, "2-3": 5, "4-plus": 4}
    assert reply.counts["sizes"] == sizes
    assert {row.by[0]: row.rows for row in reply.linked["said"]} == sizes


def test_reading_gives_it_last_and_no_file_holds_it(folder):
    import pyarrow.parquet as pq

    frame = read("poles", folder)
    assert list(frame.columns)[-1] == "year_band"
    assert frame.loc[frame["year_band"].isna(), "pole_id"].tolist() == ["p4"]
    assert Counter(frame["year_band"].dropna()) == {"l'avant": 3, "apres": 2}
    assert Counter(read("structures", folder)["pole_size"]) == {"1": 1, "2-3": 5, "4-plus": 4}
    assert "year_band" not in pq.read_schema(folder / DATASET["poles"].file).names


def test_its_codes_are_those_of_its_bands():
    codes = SIZES.column.codes
    assert (codes.keys, codes.label("2-3")) == (("1", "2-3", "4-plus"), "Deux ou trois")


@pytest.mark.parametrize("values", [{"source": "no_column"}, {"name": "jobs"}, {"source": "name"}])
def test_a_derived_column_without_its_source_is_refused(values):
    with pytest.raises(ValueError, match="poles"):
        replace(DATASET["poles"].table, derived=(replace(YEARS, **values),))
