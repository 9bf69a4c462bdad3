"""Priority neighbourhoods (QPV 2024), located by commune."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from ptce_data.build import fact_lines
from ptce_data.build.public_facts.commune_facts import whole_commune
from ptce_data.schema import cog, source_words

_COLUMNS = (
    "code",
    "name",
    "commune_codes",
    "departement_code",
    "population",
    "poverty_rate",
    "status_vs_2015",
    "codes_2015",
    "lon",
    "lat",
    "location_precision",
)


def rows(folder: Path, communes: Iterable[Mapping]) -> list[dict]:
    """Rows of the `neighbourhoods` table from `facts/neighbourhoods.csv`; names of communes come from `communes`."""
    names = {commune["commune_code"]: commune["name"] for commune in communes}
    lines = fact_lines.read(folder / "facts" / "neighbourhoods.csv", _COLUMNS)
    built = [_row(line, names) for line in lines]
    fact_lines.refuse(lines)
    return built


def communes_with_one(neighbourhoods: Iterable[Mapping]) -> frozenset[str]:
    """Codes of the communes that hold at least one QPV; an arrondissement counts for its whole commune too."""
    holders = {code for row in neighbourhoods for code in row["commune_codes"]}
    return frozenset(holders | {whole_commune(code) for code in holders})


def _row(line: fact_lines.Line, names: Mapping[str, str]) -> dict:
    communes = line.several("commune_codes")
    if not communes:
        line.fault("commune_codes", "aucune commune", "écrire le code INSEE de la commune")
    departement = line.mapped("departement_code", source_words.DEPARTEMENTS)
    return {
        "qpv_code": line.text("code", required=True),
        "name": line.text("name", required=True),
        "commune_codes": communes,
        "commune_names": [line.mapped("commune_codes", names, code) for code in communes],
        "departement_code": departement,
        "region_code": cog.REGION_OF.get(departement),
        "population": line.integer("population"),
        "poverty_rate": line.number("poverty_rate"),
        "change_since_2015": line.mapped("status_vs_2015", source_words.QPV_CHANGES),
        "codes_2015": line.several("codes_2015"),
        "lon": line.number("lon"),
        "lat": line.number("lat"),
        "location_precision": line.text("location_precision", required=True),
    }
