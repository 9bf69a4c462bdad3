"""The datasets: which file, which contract, where it comes from, what is known to be missing."""

import os
from dataclasses import dataclass
from pathlib import Path

from ptce_data.results import Source
from ptce_data.schema import tables
from ptce_data.texts import spaced

#: Environment variable that points to another data folder.
FOLDER_VARIABLE = "PTCE_DATA"

#: The data that comes with the project.
BUNDLED = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True)
class Licence:
    """name: short name in `datapackage.json`; title: as readers see it, with what it covers."""

    name: str
    title: str
    url: str | None = None


ETALAB = Licence("etalab-2.0", "Licence Ouverte 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/")
GEONAMES = Licence("CC-BY-4.0", "points : GeoNames, CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
NATURAL_EARTH = Licence(
    "public-domain",
    "contours : Natural Earth, domaine public",
    "https://www.naturalearthdata.com/about/terms-of-use/",
)
MIT = Licence("MIT", "MIT", "https://opensource.org/license/mit")
CITED = Licence("faits-cites", "faits et chiffres cités, source à chaque ligne")


@dataclass(frozen=True)
class Dataset:
    """One file of the data folder; provenance is a code of PROVENANCES, gaps are written for readers."""

    key: str
    file: str
    table: tables.Table
    source: Source
    provenance: str
    gaps: str
    licences: tuple[Licence, ...]


def _dataset(
    table: tables.Table, title: str, date: str, provenance: str, gaps: str, *licences: Licence, url: str | None = None
) -> Dataset:
    source = Source(spaced(title), date, url, spaced(" ; ".join(licence.title for licence in licences)))
    return Dataset(table.key, f"{table.key}.parquet", table, source, provenance, spaced(gaps), licences)


def _sample(table: tables.Table) -> Dataset:
    return _dataset(
        table,
        "Échantillon de démonstration, calé sur les chiffres publiés de l’enquête du Labo de l’ESS",
        "données de 2015, publiées en 2017",
        "demonstration",
        "Fabriqué : seules les marges nationales sont celles de l’enquête ; tout croisement est inventé.",
        MIT,
    )


DATASETS: tuple[Dataset, ...] = (
    _dataset(
        tables.POLES,
        "Annuaire des PTCE, lu sur des pages publiques",
        "novembre 2026",
        "public",
        "81 pôles sur 111 ont une commune, 90 un secteur, 61 le statut de leur structure porteuse. "
        "Rien ne dit qu’un pôle est encore actif. "
        "Membres et emplois mêlent dates et périmètres : ne jamais les sommer.",
        CITED,
    ),
    _sample(tables.SAMPLE_POLES),
    _sample(tables.STRUCTURES),
    _sample(tables.RESPONSES),
    _dataset(
        tables.FIGURES,
        "Labo de l’ESS, enquête d’analyse des PTCE, d’après ASH n° 3025",
        "2017 (données de 2015)",
        "published",
        "La base des pourcentages est souvent tue ou contradictoire ; chaque ligne dit ce qu’on en sait.",
        CITED,
        url="https://ash.tm.fr/hebdo/3025/decryptage/les-ptce-au-service-de-la-solidarite-et-du-lien-social-421920.php",
    ),
    _dataset(
        tables.NEIGHBOURHOODS,
        "INSEE et ANCT, quartiers prioritaires 2024",
        "2024",
        "public",
        "Situés par leur commune, pas par leur périmètre (écart médian de 1,2 km). Ni Saint-Martin ni Polynésie. "
        "Taux de pauvreté absent pour 219 quartiers.",
        ETALAB,
        GEONAMES,
    ),
    _dataset(
        tables.COMMUNES,
        "INSEE, code officiel géographique 2026 ; points de GeoNames",
        "2026",
        "public",
        "Environ 14 300 communes (88 % de la population) ont un point.",
        ETALAB,
        GEONAMES,
    ),
    _dataset(
        tables.TERRITORIES,
        "INSEE, code officiel géographique 2026 ; contours de Natural Earth",
        "2026",
        "public",
        "Contours simplifiés, grossiers outre-mer.",
        ETALAB,
        NATURAL_EARTH,
    ),
)

DATASET = {dataset.key: dataset for dataset in DATASETS}

#: The tables that a wave of the survey is made of, and the files that go together in a release.
SAMPLE = ("sample_poles", "structures", "responses")
SAMPLE_FILES = (*(DATASET[key].file for key in SAMPLE), "release.json")


def data_folder() -> Path:
    """The data folder: the PTCE_DATA environment variable, else the project's `data/`."""
    return Path(os.environ.get(FOLDER_VARIABLE) or BUNDLED)
