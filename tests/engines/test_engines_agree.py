"""Whoever answers, the answer is the same: DuckDB, memory, and a plain loop over the rows."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from ptce_data.engines import NOT_RECORDED, Condition, Count, Criterion, Population
from ptce_data.engines.duckdb_engine import DuckDBEngine
from ptce_data.engines.numpy_engine import MemoryEngine
from ptce_data.indicators import INDICATORS, asking
from ptce_data.schema import cog
from ptce_data.selection import filters_of
from tests.engines.strategies import near_selections, samples, selections
from tests.factories import responses, sample_pole, write_dataset

pytestmark = pytest.mark.slow

DUCK, MEMORY = DuckDBEngine("duckdb://?memory=0"), MemoryEngine()
BOTH = pytest.mark.parametrize("engine", [DUCK, MEMORY], ids=["duckdb", "memory"])
SLOW = settings(max_examples=15, suppress_health_check=list(HealthCheck))


def _comparable(reply):
    """A Reply without the order of rows, which nobody promises; sums of floats to the ninth decimal."""
    amounts = {
        key: {code: tuple(round(value or 0, 9) for value in vars(row).values()) for code, row in rows.items()}
        for key, rows in reply.amounts.items()
    }
    linked = {key: sorted((row.by, row.rows, row.distinct) for row in rows) for key, rows in reply.linked.items()}
    names = {key: sorted(rows) for key, rows in reply.names.items()}
    return dict(reply.counts), dict(reply.sizes), names, linked, amounts


@given(selection=selections())
@SLOW
def test_both_engines_say_the_same_of_the_bundled_data(selection):
    question = asking.populations(selection, INDICATORS, ("poles", "structures"))
    assert _comparable(DUCK.ask(question)) == _comparable(MEMORY.ask(question))


@given(rows=samples(), selection=near_selections())
@SLOW
def test_both_engines_say_the_same_of_any_sample(tmp_path_factory, rows, selection):
    said = ("oui", "non", "sans-reponse", "non-posee")
    answered = {number: said[number % 4] for number in range(len(rows))}
    folder = write_dataset(
        tmp_path_factory.mktemp("sample"),
        rows,
        responses=responses("values", "cooperation", answered) + responses("values", "mutualisation", answered),
        sample_poles=[
            sample_pole("d1", 10, 0),
            sample_pole("d2", 20, 1),
            sample_pole("d3", 0, 0),
            sample_pole("d4", None, 1),
        ],
    )
    question = asking.populations(selection, INDICATORS, ("poles", "structures"))
    assert _comparable(DUCK.ask(question, folder)) == _comparable(MEMORY.ask(question, folder))


def _codes(row, column):
    value = row[column]
    found = value if isinstance(value, list) else [value]
    return [code for code in found if code is not None] or [NOT_RECORDED]


def _keeps(selection, row, ignoring=""):
    """The meaning of a Selection, written again from its definition, one row at a time."""
    for filter_ in filters_of("structures"):
        values = selection.values(filter_.field)
        key = filter_.criterion
        if values and key not in ("territory", ignoring) and not set(values) & set(_codes(row, filter_.column)):
            return False
    return ignoring == "territory" or _in_territory(selection, row)


def _in_territory(selection, row):
    if not (selection.regions or selection.departements):
        return True
    (departement,) = _codes(row, "departement_code")
    region = row["region_code"]
    if departement != NOT_RECORDED and departement in selection.departements:
        return True
    if departement == NOT_RECORDED and NOT_RECORDED in selection.departements:
        return not selection.regions or region in selection.regions
    narrowed = NOT_RECORDED in selection.departements or any(
        cog.REGION_OF.get(code) == region for code in selection.departements
    )
    return region in selection.regions and not narrowed


@BOTH
@given(rows=samples(), selection=near_selections())
@SLOW
def test_options_are_counted_under_the_other_filters(tmp_path_factory, engine, rows, selection):
    folder = write_dataset(tmp_path_factory.mktemp("sample"), rows)
    reply = engine.ask(asking.populations(selection, (), ("poles", "structures")), folder)
    for filter_ in filters_of("structures"):
        under_others = [row for row in rows if _keeps(selection, row, filter_.criterion)]
        expected = Counter(code for row in under_others for code in _codes(row, filter_.column))
        assert reply.counts[asking.facet_key("structures", filter_.field)] == expected, filter_.field
    kept = [row for row in rows if _keeps(selection, row)]
    assert reply.counts["structures/total"] == {"": len(kept)}
    sizes = Counter(Counter(row["pole_id"] for row in kept).values())
    assert reply.sizes["structures/poles"] == sizes


@BOTH
@pytest.mark.parametrize("code", ["x' OR '1'='1", "'); DROP TABLE poles; --", '"', "$p0", "é\x00"])
def test_a_code_is_data_never_a_piece_of_statement(engine, code):
    criterion = Criterion("sectors", ((Condition("sectors", (code,)),),))
    asked = (Count("total"), Count("all", "region_code", "sectors"))
    reply = engine.ask((Population("poles", (criterion,), asked),))
    assert reply.counts["total"] == {"": 0}
    assert sum(reply.counts["all"].values()) == 111
