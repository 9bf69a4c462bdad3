"""What a comparison asks, pole by pole: both engines agree with a plain loop over the rows."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from ptce_data.engines import NOT_RECORDED, Condition, Crossing, Linked, Population, Records
from ptce_data.engines.duckdb_engine import DuckDBEngine
from ptce_data.engines.numpy_engine import MemoryEngine
from tests.engines.strategies import near_selections, samples
from tests.factories import responses, sample_pole, write_dataset

pytestmark = pytest.mark.slow

BOTH = pytest.mark.parametrize("engine", [DuckDBEngine("duckdb://?memory=0"), MemoryEngine()], ids=["duckdb", "memory"])
SLOW = settings(max_examples=15, suppress_health_check=list(HealthCheck))
SAID = ("oui", "non", "sans-reponse", "non-posee")


@BOTH
@pytest.mark.parametrize("column", ["sectors", "legal_status"])
@given(rows=samples())
@SLOW
def test_a_crossing_counts_each_code_of_each_pole(tmp_path_factory, engine, column, rows):
    folder = write_dataset(tmp_path_factory.mktemp("sample"), rows)
    reply = engine.ask((Population("structures", (), (Crossing("crossed", "pole_id", column),)),), folder)
    listed = ((row["pole_id"], row[column] if column == "sectors" else [row[column]]) for row in rows)
    expected = Counter((pole, code or NOT_RECORDED) for pole, codes in listed for code in codes or [None])
    assert {row.by: row.rows for row in reply.linked["crossed"]} == expected


@BOTH
@given(rows=samples(), selection=near_selections())
@SLOW
def test_answers_are_counted_pole_by_pole(tmp_path_factory, engine, rows, selection):
    answered = {number: SAID[number % 4] for number in range(len(rows))}
    folder = write_dataset(
        tmp_path_factory.mktemp("sample"), rows, responses=responses("values", "cooperation", answered)
    )
    by = ("pole_id", "question", "item", "answer")
    asked = Linked("said", "responses", "respondent_id", "structure_id", by, (Condition("unit", ("structure",)),))
    kept = engine.ask(
        (Population("structures", selection.criteria(), (Records("kept", ("structure_id",)), asked)),), folder
    )
    mine = {texts[0] for texts, _ in kept.records["kept"]}
    expected = Counter(
        (row["pole_id"], "values", "cooperation", answered[number])
        for number, row in enumerate(rows)
        if row["structure_id"] in mine
    )
    assert {row.by: row.rows for row in kept.linked["said"]} == expected


@BOTH
def test_records_say_what_is_not_known(tmp_path, engine):
    poles = [sample_pole("d1", 10, 0.5, legal_status="scic"), sample_pole("d2", None, 1)]
    folder = write_dataset(tmp_path, sample_poles=poles)
    ask = Records("poles", ("pole_id", "legal_status"), ("fte_total", "fte_coordination"))
    reply = engine.ask((Population("sample_poles", (), (ask, Records("names", ("pole_id",)))),), folder)
    assert sorted(reply.records["poles"]) == [(("d1", "scic"), (10.0, 0.5)), (("d2", "nr"), (None, 1.0))]
    assert sorted(reply.records["names"]) == [(("d1",), ()), (("d2",), ())]
