"""The engine is chosen by URL, in one place."""

import subprocess
import sys

import pytest

from ptce_data import engines
from ptce_data.engines.duckdb_engine import DuckDBEngine
from ptce_data.indicators import answer
from ptce_data.selection import Selection
from tests.factories import structure, write_dataset


def test_unknown_engine_says_what_to_do_in_french(monkeypatch):
    monkeypatch.setenv("PTCE_ENGINE", "spark://cluster")
    with pytest.raises(engines.EngineError, match="moteur inconnu.*spark://cluster.*duckdb://.*Remède"):
        engines.ask(())


@pytest.mark.parametrize("url", ["memory://", "duckdb://", "duckdb://?memory=0"])
def test_every_engine_gives_the_same_answer(monkeypatch, url):
    selection = Selection(regions=("84",), sectors=("culture", "emploi"))
    default = answer(selection)
    monkeypatch.setenv("PTCE_ENGINE", url)
    assert answer(selection) == default


@pytest.mark.process
def test_the_bundled_data_needs_no_engine_package():
    code = (
        "import sys; from ptce_data import Selection, answer; answer(Selection(), 'carte');"
        "heavy = {'duckdb', 'scipy', 'streamlit', 'altair'} & set(sys.modules); assert not heavy, heavy"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@pytest.mark.parametrize("url", ["duckdb://", "duckdb://?memory=0"])
def test_a_file_that_changes_is_read_again(tmp_path, url):
    duck = DuckDBEngine(url)
    question = (engines.Population("structures", (), (engines.Count("total"),)),)
    write_dataset(tmp_path, [structure(1)])
    assert duck.ask(question, tmp_path).counts["total"] == {"": 1}
    write_dataset(tmp_path, [structure(number, sectors=["culture"]) for number in range(4)])
    assert duck.ask(question, tmp_path).counts["total"] == {"": 4}
