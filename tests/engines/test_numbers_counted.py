"""A number is counted by value: DuckDB, memory and a plain loop agree, null being "nr"."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ptce_data.engines import NOT_RECORDED, Condition, Count, Criterion, Crossing, Population, Records
from ptce_data.engines.duckdb_engine import DuckDBEngine
from ptce_data.engines.numpy_engine import MemoryEngine
from tests.factories import pole, write_dataset

BOTH = pytest.mark.parametrize("engine", [DuckDBEngine("duckdb://?memory=0"), MemoryEngine()], ids=["duckdb", "memory"])

#: One column of each type of number of the contract of real poles.
COLUMNS = ("year_created", "lon")

rows_of_poles = st.lists(
    st.tuples(
        st.none() | st.integers(1990, 1994),
        st.none() | st.sampled_from((0.0, -0.0, 2.0, -3.5, 0.1, 1e-5, 1 / 3)) | st.floats(-180, 180, allow_nan=False),
    ),
    max_size=12,
)


def _expected(value):
    """The code of a number, written again: a whole number without a decimal point."""
    if value is None:
        return NOT_RECORDED
    return f"{value:.0f}".replace("-0", "0") if float(value).is_integer() else repr(value)


def _folder(tmp_path_factory, values):
    poles = [
        pole(f"p{rank:02}", year_created=year, lon=lon, lat=None, sectors=["culture"])
        for rank, (year, lon) in enumerate(values)
    ]
    return write_dataset(tmp_path_factory.mktemp("poles"), poles=poles)


@BOTH
@given(values=rows_of_poles)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_numbers_are_counted_crossed_listed_and_kept_by_value(tmp_path_factory, engine, values):
    folder = _folder(tmp_path_factory, values)
    for rank, column in enumerate(COLUMNS):
        codes = [_expected(row[rank]) for row in values]
        wanted = tuple(dict.fromkeys(codes))[:2]
        kept = Criterion("kept", ((Condition(column, wanted),),))
        asks = (
            Count("counts", column),
            Crossing("crossed", column, "sectors"),
            Crossing("crossing", "region_code", column),
            Records("listed", (column,)),
        )
        reply = engine.ask((Population("poles", (), asks),), folder)
        assert reply.counts["counts"] == Counter(codes)
        assert {row.by[0]: row.rows for row in reply.linked["crossed"]} == Counter(codes)
        assert {row.by[1]: row.rows for row in reply.linked["crossing"]} == Counter(codes)
        assert sorted(texts[0] for texts, _ in reply.records["listed"]) == sorted(codes)
        narrowed = engine.ask((Population("poles", (kept,), (Count("total"), Count("all", column, "kept"))),), folder)
        assert narrowed.counts["total"] == {"": sum(code in wanted for code in codes)}
        assert narrowed.counts["all"] == Counter(codes)
