"""The command line gives the pages' numbers, and says in French what is wrong."""

import csv
import io
import json
import subprocess
import sys

import pytest

from ptce_data.__main__ import main
from ptce_data.indicators import INDICATORS, compute
from ptce_data.selection import Selection

KEYS = {"policy", "key", "title", "theme", "base", "provenance", "source", "multiple", "items"}
ITEM_KEYS = {"code", "label", "count", "share", "low", "high", "masked", "published", "status"}
#: What scripts were promised; other keys may be added, none of these may go or change its type.
PROMISED = {"key": str, "title": str, "theme": str, "provenance": str, "source": str, "multiple": bool, "items": list}
PROMISED_BASE = {"n": int, "unit": str, "population": str, "certainty": str}
PROMISED_ITEM = {"code": str, "label": str, "masked": bool}


def test_json_is_what_the_library_computes(capsys):
    assert main(["figures", "--link", "region=84&secteur=culture", "--format", "json"]) == 0
    said = capsys.readouterr()
    results = json.loads(said.out)
    selection = Selection(regions=("84",), sectors=("culture",))
    assert results == [result.to_dict() for result in compute(selection)]
    assert [result["key"] for result in results] == [indicator.key for indicator in INDICATORS]
    assert all(set(result) == KEYS for result in results)
    assert all(set(item) == ITEM_KEYS for result in results for item in result["items"])
    assert said.err == ""


@pytest.mark.parametrize("link", ["", "region=84&iae=oui", "region=94&iae=oui", "departement=01&qpv=oui"])
def test_json_keeps_the_keys_that_scripts_were_promised(link, capsys):
    assert main(["figures", "--link", link, "--format", "json"]) == 0
    for result in json.loads(capsys.readouterr().out):
        assert typed(result, PROMISED) and typed(result["base"], PROMISED_BASE)
        for item in result["items"]:
            assert typed(item, PROMISED_ITEM)
            numbers = [item[key] for key in ("count", "share", "low", "high", "published")]
            assert all(number is None or isinstance(number, int | float) for number in numbers)
            assert item["share"] is None or 0 <= item["share"] <= 1


def typed(found: dict, promised: dict) -> bool:
    return all(type(found[key]) is kind for key, kind in promised.items())


def test_published_is_printed_as_in_the_source(capsys):
    main(["figures", "--format", "json"])
    out = capsys.readouterr().out
    assert '"published": 57,' in out
    assert '"published": 66.7,' in out


def test_csv_tells_zero_masked_and_not_asked_apart(capsys):
    assert main(["figures", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    state = {(row["indicateur"], row["code"]): (row["état"], row["effectif"]) for row in rows}
    assert state["poles-by-region", "94"] == ("mesuré", "0")
    assert state["sectors", "action-sociale"] == ("masqué", "")
    assert state["contributions", "mecenat"] == ("non posée", "")
    assert state["legal-status", "association"] == ("mesuré", "107")
    assert len(rows) == sum(len(result.items) for result in compute(Selection()))


def test_csv_of_an_empty_selection_says_so(capsys):
    assert main(["figures", "--link", "region=94&iae=oui", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    # Two questions were asked of nobody, whatever is selected.
    named = {"Quelles formes prend la coopération\u202f?", "Qu’apporte la coopération au territoire\u202f?"}
    assert {row["état"] for row in rows if row["question"] not in named} == {"sélection vide"}
    assert {row["état"] for row in rows if row["question"] in named} == {"non posée"}


def test_table_is_written_for_people(capsys):
    assert main(["figures"]) == 0
    out = capsys.readouterr().out
    assert "Base\u00a0: 187\u00a0structures, 24\u00a0pôles" in out
    assert "57,2\u202f%" in out
    assert "publié\u00a0: 57\u202f%" in out


def test_what_a_link_holds_in_vain_is_said_on_stderr(capsys):
    link = "https://example.org/effets?region=84&secteur=zzz&foo=1"
    assert main(["figures", "--link", link, "--format", "json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out) == [result.to_dict() for result in compute(Selection(regions=("84",)))]
    assert "secteur=zzz" in said.err
    assert "foo" in said.err
    main(["figures", "--link", "region=" + "8" * 10_000, "--format", "json"])
    assert "trop long" in capsys.readouterr().err


@pytest.mark.slow
def test_check_says_every_fault_and_exits_1(copied_data, capsys):
    assert main(["check", str(copied_data)]) == 0
    assert "Aucun défaut" in capsys.readouterr().out
    (copied_data / "poles.parquet").unlink()
    (copied_data / "structures.parquet").write_bytes(b"PAR1")
    assert main(["check", str(copied_data)]) == 1
    out = capsys.readouterr().out
    assert "poles.parquet" in out
    assert "structures.parquet" in out


@pytest.mark.slow
def test_build_writes_the_same_bytes_again(copied_data, capsys):
    before = (copied_data / "structures.parquet").read_bytes()
    (copied_data / "structures.parquet").unlink()
    assert main(["build", "--into", str(copied_data)]) == 0
    assert "structures.parquet" in capsys.readouterr().out
    assert (copied_data / "structures.parquet").read_bytes() == before


@pytest.mark.parametrize("variable", ["PTCE_DATA", "PTCE_ENGINE"])
def test_faults_are_said_in_french_without_a_traceback(variable, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv(variable, str(tmp_path / "absent"))
    assert main(["figures"]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("Erreur\u00a0: ")
    assert "Remède" in said.err
    assert said.out == ""


def test_a_command_that_is_not_understood(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["figures", "--format", "xml"])
    assert stop.value.code == 1
    assert "Erreur\u00a0: commande incomplète ou inconnue" in capsys.readouterr().err


@pytest.mark.process
def test_as_a_program_whatever_the_encoding_of_the_terminal(tmp_path):
    run = [sys.executable, "-m", "ptce_data", "figures", "--link", "statut=nope"]
    ended = subprocess.run(run, capture_output=True, env={"PYTHONIOENCODING": "ascii", "PATH": ""})
    assert ended.returncode == 0
    assert "Quelles valeurs fondent le pôle" in ended.stdout.decode("utf-8")
    assert "statut=nope" in ended.stderr.decode("utf-8")
