"""Facts that follow their contract: read without a builder, references followed, stale files said at their CSV line."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from ptce_data.build import public_facts
from ptce_data.build.checking import at_lines, check
from ptce_data.build.data_folder import build
from ptce_data.build.public_facts import contract_facts
from ptce_data.datasets.catalogue import DATASET
from ptce_data.datasets.faults import DataError, Fault
from ptce_data.schema import codes
from ptce_data.schema.contracts import Column, Table
from ptce_data.schema.tables import TABLES

VISITS = Table(
    "visits",
    "Visites",
    "Visites de pôles.",
    "une visite",
    (
        Column("pole_id", "text", "Pôle."),
        Column("year", "integer", "Année."),
        Column("hours", "number", "Heures.", nullable=True),
        Column("sectors", "text[]", "Secteurs.", codes=codes.SECTORS),
        Column("in_qpv", "text", "En QPV.", nullable=True, codes=codes.YES_NO),
    ),
    sort=("pole_id",),
)
HEADER = "pole_id,year,hours,sectors,in_qpv"


def facts(folder: Path, *lines: str) -> Path:
    (folder / "facts").mkdir(exist_ok=True)
    (folder / "facts/visits.csv").write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
    return folder


def test_types_codes_and_empty_values_are_those_of_the_contract(tmp_path):
    rows = contract_facts.rows(facts(tmp_path, "b,2020,1.5,culture;emploi,oui", "a,2021,,,"), VISITS)
    assert rows == [
        {"pole_id": "b", "year": 2020, "hours": 1.5, "sectors": ["culture", "emploi"], "in_qpv": "oui"},
        {"pole_id": "a", "year": 2021, "hours": None, "sectors": [], "in_qpv": None},
    ]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (",2020,,,", "pole_id"),
        ("a,,,,", "year"),
        ("a,vingt,,,", "year"),
        ("a,2020,1;5,,", "hours"),
        ("a,2020,,culture;pêche,", "sectors"),
        ("a,2020,,,peut-être", "in_qpv"),
    ],
)
def test_a_faulty_value_is_said_at_its_line(tmp_path, line, column):
    with pytest.raises(DataError) as refused:
        contract_facts.rows(facts(tmp_path, "z,2020,,,", line), VISITS)
    (fault,) = refused.value.faults
    assert (fault.file, fault.column, fault.row) == ("visits.csv", column, 3)


def test_tables_are_those_of_the_contracts():
    assert {table.key for table in TABLES} == set(DATASET)


def test_build_says_a_fault_of_the_contract_at_the_line_of_the_facts(small_data):
    path = small_data / "facts/poles.csv"
    before = (small_data / "poles.parquet").read_bytes()
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines, lines[1]]), encoding="utf-8")
    with pytest.raises(DataError) as refused:
        build(small_data)
    assert "en double" in refused.value.rule
    assert (refused.value.file, refused.value.row) in (("poles.csv", 2), ("poles.csv", len(lines) + 1))
    assert (small_data / "poles.parquet").read_bytes() == before


def test_a_broken_reference_of_the_facts_is_said_at_its_line(small_data):
    tables = public_facts.tables(small_data)
    poles = tables["poles"]
    ranked = sorted(range(len(poles)), key=lambda rank: (poles[rank]["region_code"], poles[rank]["pole_id"]))
    fault = Fault("poles.parquet", "commune_code", 5, "absent de communes.parquet", "corriger")
    (said,) = at_lines((fault,), tables, small_data)
    line = (small_data / "facts/poles.csv").read_text(encoding="utf-8").splitlines()[said.row - 1]
    assert said.file == "poles.csv" and line.startswith(poles[ranked[4]]["pole_id"])
    other = Fault("structures.parquet", "pole_id", 5, "absent", "corriger")
    assert at_lines((other,), tables, small_data) == (other,)


def test_build_follows_references(small_data, monkeypatch):
    references = (("commune_code", "territories", "code"),)
    monkeypatch.setitem(DATASET["poles"].table.__dict__, "references", references)
    with pytest.raises(DataError) as refused:
        build(small_data)
    assert refused.value.file == "poles.csv" and "absent de territories.parquet" in refused.value.rule


def test_check_says_where_the_facts_have_changed_since_the_files_were_built(small_data):
    assert check(small_data) == ()
    path = small_data / "facts/figures.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[6] = lines[6].replace(lines[6].split(",")[1], "Une autre enquête", 1)
    path.write_text("".join(lines), encoding="utf-8")
    (fault,) = check(small_data)
    assert (fault.file, fault.row) == ("figures.csv", 7) and "figures.parquet" in fault.rule and "build" in fault.remedy
    build(small_data)
    assert check(small_data) == ()


def test_check_says_that_a_line_is_new_or_gone(small_data):
    path = small_data / "facts/neighbourhoods.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8")
    assert [fault.file for fault in check(small_data)] == ["neighbourhoods.csv"]


def test_files_of_the_project_agree_with_its_facts(root):
    tables = public_facts.tables(root / "data")
    for key, rows in tables.items():
        assert pq.read_metadata(root / "data" / f"{key}.parquet").num_rows == len(rows)
