"""The key of a cell is the sum of the keys of those counted, whoever counts: DuckDB, memory, and a plain loop."""

from collections import Counter, defaultdict
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from ptce_data.engines import KEY_MODULUS, Count, Crossing, Population
from ptce_data.engines.duckdb_engine import DuckDBEngine
from ptce_data.engines.numpy_engine import MemoryEngine
from ptce_data.indicators import INDICATORS, asking
from ptce_data.selection import Selection
from tests.engines.strategies import near_selections, samples
from tests.factories import responses, sample_pole, write_dataset

pytestmark = pytest.mark.slow

DUCK, MEMORY = DuckDBEngine("duckdb://?memory=0"), MemoryEngine()
BOTH = pytest.mark.parametrize("engine", [DUCK, MEMORY], ids=["duckdb", "memory"])
SLOW = settings(max_examples=12, suppress_health_check=list(HealthCheck))


def _keyed(folder, rows):
    random = Random(5)
    rows = [row | {"record_key": random.randrange(KEY_MODULUS)} for row in rows]
    answered = {number: ("oui", "non", "sans-reponse", "non-posee")[number % 4] for number in range(len(rows))}
    poles = [
        sample_pole(f"d{n}", 10 * n, n - 1, record_key=random.randrange(KEY_MODULUS), region_code="84")
        for n in range(1, 5)
    ]
    said = responses("values", "cooperation", answered) + responses("values", "mutualisation", answered)
    return rows, poles, write_dataset(folder, rows, responses=said, sample_poles=poles)


def _keys(reply):
    rows = {
        row.by: row.cell_key for key in ("responses/structure", "respondents/structure") for row in reply.linked[key]
    }
    return dict(reply.cell_keys), rows, {code: row.cell_key for code, row in reply.amounts["amounts"].items()}


@given(rows=samples(), selection=near_selections())
@SLOW
def test_both_engines_give_the_same_keys(tmp_path_factory, rows, selection):
    _, _, folder = _keyed(tmp_path_factory.mktemp("sample"), rows)
    question = asking.populations(selection, INDICATORS, ("structures",), keyed=True)
    assert _keys(DUCK.ask(question, folder)) == _keys(MEMORY.ask(question, folder))


@BOTH
@given(rows=samples())
@SLOW
def test_keys_are_sums_over_the_respondents_counted(tmp_path_factory, engine, rows):
    rows, poles, folder = _keyed(tmp_path_factory.mktemp("sample"), rows)
    populations = list(asking.populations(Selection(), INDICATORS, ("structures",), keyed=True))
    populations.append(Population("structures", (), (Crossing("crossed", "pole_id", "sectors"),), keyed=True))
    reply = engine.ask(tuple(populations), folder)
    sectors, crossed, sizes = Counter(), Counter(), defaultdict(int)
    for row in rows:
        for code in row["sectors"] or ["nr"]:
            sectors[code] += row["record_key"]
            crossed[row["pole_id"], code] += row["record_key"]
    of_pole = {pole["pole_id"]: pole["record_key"] for pole in poles}
    for pole, size in Counter(row["pole_id"] for row in rows).items():
        sizes[size] += of_pole[pole]
    assert reply.cell_keys["sectors"] == {code: key % KEY_MODULUS for code, key in sectors.items()}
    assert {row.by: row.cell_key for row in reply.linked["crossed"]} == {
        by: key % KEY_MODULUS for by, key in crossed.items()
    }
    assert reply.cell_keys["structures/poles"] == {size: key % KEY_MODULUS for size, key in sizes.items()}
    assert reply.cell_keys["structures/total"] == {"": sum(row["record_key"] for row in rows) % KEY_MODULUS}
    # Yes, no: half the structures; each counts once, however many items it answered.
    (respondents,) = reply.linked["respondents/structure"] if len(rows) else (None,)
    if respondents:
        said = [row["record_key"] for number, row in enumerate(rows) if number % 4 < 2]
        assert respondents.cell_key == sum(said) % KEY_MODULUS


@BOTH
def test_keys_are_given_only_where_they_are_asked(tmp_path, engine):
    _, _, folder = _keyed(tmp_path, [])
    reply = engine.ask((Population("structures", (), (Count("total"),)),), folder)
    assert reply.cell_keys == {}
