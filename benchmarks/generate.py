"""A data folder of N made-up structures, and their answers up to a million, that keeps every contract.

python -m benchmarks.generate FOLDER 10000000

Rows are made by DuckDB, sorted as the contract says, in row groups of 250,000: the same seed gives the same rows.
The other tables are those of the bundled data.
"""

import shutil
import sys
from pathlib import Path

from ptce_data.datasets import release
from ptce_data.datasets.catalogue import data_folder
from ptce_data.schema import codes, cog
from ptce_data.schema.questions import QUESTIONS

#: Structures of a pole, as in the survey.
PER_POLE = 8

#: Beyond this number of structures, nobody answers: the portrait needs no answer.
MOST_RESPONDENTS = 1_000_000

_COPY = "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 250000)"

#: A number from 0 to 1 that depends on a structure and on what is drawn, whatever the order of rows.
_DRAW = "(hash({what}, {seed}) % 1000003) / 1000003.0"


def generate(folder: Path, structures: int) -> Path:
    """Write the folder; its poles are those of the public directory, its sample is made up."""
    import duckdb

    folder.mkdir(parents=True, exist_ok=True)
    for file in data_folder().glob("*.parquet"):
        if file.stem not in ("structures", "sample_poles", "responses"):
            shutil.copy(file, folder / file.name)
    connection = duckdb.connect()
    places = list(cog.REGION_OF.items())
    connection.execute("CREATE TABLE places (place BIGINT, departement_code VARCHAR, region_code VARCHAR)")
    connection.executemany("INSERT INTO places VALUES (?, ?, ?)", [[i, *place] for i, place in enumerate(places)])
    poles = -(-structures // PER_POLE)
    connection.execute(_write(folder, "sample_poles", _poles(poles, len(places)), "region_code, pole_id"))
    connection.execute(
        _write(folder, "structures", _structures(structures, folder), "region_code, pole_id, structure_id")
    )
    respondents = structures if structures <= MOST_RESPONDENTS else 0
    connection.execute(_write(folder, "responses", _responses(respondents), "question, item, respondent_id"))
    connection.close()
    release.write(release.DEMONSTRATION, folder)
    return folder


def _write(folder: Path, table: str, query: str, order: str) -> str:
    literal = str(folder / f"{table}.parquet").replace("'", "''")
    return f"COPY (SELECT * FROM ({query}) ORDER BY {order}) TO '{literal}' {_COPY}"


def _poles(poles: int, places: int) -> str:
    share = _DRAW.format(what="pole", seed=1)
    recognition = _one_of(codes.RECOGNITIONS.keys[:4], "pole", 2)
    return f"""
        SELECT printf('p%08d', pole) AS pole_id, printf('Pôle de démonstration %d', pole) AS name,
            departement_code, region_code, 'association' AS legal_status, {recognition} AS recognition,
            20::DOUBLE AS fte_total, round(20 * 0.38 * {share} * {share}, 2)::DOUBLE AS fte_coordination,
            NULL::BIGINT AS record_key
        FROM range({poles}) AS t(pole) JOIN places ON place = (pole * 37) % {places}"""


def _structures(structures: int, folder: Path) -> str:
    poles = str(folder / "sample_poles.parquet").replace("'", "''")
    sectors = codes.SECTORS.keys
    first, second = _one_of(sectors[:-2], "n", 3), _one_of(sectors, "n", 4)
    two = f"{_DRAW.format(what='n', seed=5)} < 0.4 AND {first} <> {second}"
    # More than half are associations, as in the survey; a few are not recorded.
    statuses = ("association",) * 8 + codes.LEGAL_STATUSES.keys
    return f"""
        SELECT printf('s%09d', n) AS structure_id, p.pole_id, printf('Structure de démonstration %d', n) AS name,
            p.departement_code, p.region_code,
            CASE WHEN {two} THEN [{first}, {second}] ELSE [{first}] END AS sectors,
            CASE WHEN {_DRAW.format(what="n", seed=6)} < 0.98 THEN {_one_of(statuses, "n", 7)} END AS legal_status,
            p.recognition, {_yes("n", 8, 0.385)} AS in_qpv, {_yes("n", 9, 0.23)} AS iae,
            NULL::BIGINT AS record_key
        FROM range({structures}) AS t(n)
        JOIN '{poles}' AS p ON p.pole_id = printf('p%08d', n // {PER_POLE})"""


def _responses(respondents: int) -> str:
    asked = [(question.key, item.code) for question in QUESTIONS if question.asked for item in question.items]
    items = ", ".join(f"('{question}', '{item}')" for question, item in asked)
    return f"""
        SELECT printf('s%09d', n) AS respondent_id, 'structure' AS unit, question, item,
            {_yes("n, question, item", 10, 0.5)} AS answer
        FROM range({respondents}) AS t(n), (VALUES {items}) AS asked(question, item)"""


def _one_of(values: tuple[str, ...], what: str, seed: int) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"[{listed}][1 + (hash({what}, {seed}) % {len(values)})::BIGINT]"


def _yes(what: str, seed: int, share: float) -> str:
    return f"CASE WHEN {_DRAW.format(what=what, seed=seed)} < {share} THEN 'oui' ELSE 'non' END"


if __name__ == "__main__":
    print(generate(Path(sys.argv[1]), int(sys.argv[2])))
