"""Walk of docs/architecture.md, "Adding": a dataset is a CSV, a contract and an entry of the catalogue."""

import pytest

pytestmark = [pytest.mark.process, pytest.mark.slow]

CONTRACT = """VISITS = Table(
    "visits",
    "Visites de pôles",
    "Visites inventées, pour un essai.",
    "une visite",
    (
        Column("visit_id", "text", "Identifiant.", unique=True),
        Column("pole_id", "text", "Pôle visité."),
        Column("year", "integer", "Année de la visite.", minimum=2000),
        Column("sectors", "text[]", "Secteurs vus.", codes=codes.SECTORS),
    ),
    sort=("visit_id",),
    references=(("pole_id", "poles", "pole_id"),),
)

"""

CATALOGUE = """    _dataset(tables.VISITS, "Visites", "2026", "public", "Tout est inventé.", MIT),
"""

CSV = """visit_id,pole_id,year,sectors
v2,{pole},2021,culture;emploi
v1,{pole},2020,
"""

WALK = """
import ptce_data
from pathlib import Path
from ptce_data.exports import Kind, formats
from tests.pages.opening import opened

frame = ptce_data.load("visits")
assert frame["visit_id"].tolist() == ["v1", "v2"] and list(frame["sectors"][1]) == ["culture", "emploi"]
for one in formats(Kind.DATASET):
    assert one.make(Kind.DATASET, "visits")
app = opened(Path.cwd(), "donnees")
assert not app.exception and not app.error
assert any("Visites de pôles" in part.value for part in app.markdown)
assert "visits.parquet" in Path("docs/dictionnaire.md").read_text()
assert "visits" in Path("data/datapackage.json").read_text()
print("followed")
"""


def test_a_dataset_is_three_files(scratch):
    pole = (scratch.folder / "data/facts/poles.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    scratch.insert("ptce_data/schema/tables.py", "#: Every contract above", CONTRACT)
    scratch.insert("ptce_data/datasets/catalogue.py", ")\n\nDATASET = {", CATALOGUE)
    scratch.write("data/facts/visits.csv", CSV.format(pole=pole))
    scratch.check_listed("A dataset")
    assert "visits.parquet" in scratch.run_command("build")
    assert "Aucun défaut" in scratch.run_command("check")
    assert scratch.run_code(WALK).endswith("followed\n")

    facts = scratch.folder / "data/facts/visits.csv"
    facts.write_text(CSV.format(pole=pole).replace("2020", "2022"), encoding="utf-8")
    assert "visits.csv, ligne 3\u00a0: visits.parquet ne dit plus la même chose" in failing(scratch, "check")
    facts.write_text(CSV.format(pole=pole).replace(f"v1,{pole}", "v1,inconnu"), encoding="utf-8")
    before = (scratch.folder / "data/visits.parquet").read_bytes()
    assert "visits.csv, colonne pole_id, ligne 3\u00a0: 'inconnu' absent de poles.parquet" in failing(scratch, "build")
    assert (scratch.folder / "data/visits.parquet").read_bytes() == before


def failing(scratch, name: str) -> str:
    """What a command that must exit with 1 says."""
    code = f"import io, sys; from ptce_data.__main__ import main; sys.stderr = sys.stdout; assert main([{name!r}]) == 1"
    return scratch.run_code(code)
