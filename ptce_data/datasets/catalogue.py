"""The datasets: which file, which contract, where it comes from, what is known to be missing."""

import os
from dataclasses import dataclass
from pathlib import Path

from ptce_data.results import Source
from ptce_data.schema import tables

#: Environment variable that points to another data folder.
FOLDER_VARIABLE = "PTCE_DATA"

_BUNDLED = Path(__file__).resolve().parents[2] / "data"

_LICENCE_OUVERTE = "Licence Ouverte 2.0"
_SAMPLE = Source(
    "Échantillon de démonstration, calé sur les chiffres publiés de l’enquête du Labo de l’ESS",
    "données de 2015, publiées en 2017",
    licence="MIT",
)
_SAMPLE_GAPS = "Fabriqué : seules les marges nationales sont celles de l’enquête ; tout croisement est inventé."


@dataclass(frozen=True)
class Dataset:
    """One file of the data folder; provenance is a code of PROVENANCES, gaps are written for readers."""

    key: str
    file: str
    table: tables.Table
    source: Source
    provenance: str
    gaps: str


def _dataset(table: tables.Table, source: Source, provenance: str, gaps: str) -> Dataset:
    return Dataset(table.key, f"{table.key}.parquet", table, source, provenance, gaps)


DATASETS: tuple[Dataset, ...] = (
    _dataset(
        tables.POLES,
        Source("Annuaire des PTCE, lu sur des pages publiques", "novembre 2026", licence="Faits publics"),
        "public",
        "81 pôles sur 111 ont une commune, 90 un secteur, 61 le statut de leur structure porteuse. "
        "Rien ne dit qu’un pôle est encore actif. "
        "Membres et emplois mêlent dates et périmètres : ne jamais les sommer.",
    ),
    _dataset(tables.SAMPLE_POLES, _SAMPLE, "demonstration", _SAMPLE_GAPS),
    _dataset(tables.STRUCTURES, _SAMPLE, "demonstration", _SAMPLE_GAPS),
    _dataset(tables.RESPONSES, _SAMPLE, "demonstration", _SAMPLE_GAPS),
    _dataset(
        tables.FIGURES,
        Source(
            "Labo de l’ESS, enquête d’analyse des PTCE, d’après ASH n° 3025",
            "2017 (données de 2015)",
            "https://ash.tm.fr/hebdo/3025/decryptage/les-ptce-au-service-de-la-solidarite-et-du-lien-social-421920.php",
            "Chiffres cités, source à chaque ligne",
        ),
        "published",
        "La base des pourcentages est souvent tue ou contradictoire ; chaque ligne dit ce qu’on en sait.",
    ),
    _dataset(
        tables.NEIGHBOURHOODS,
        Source("INSEE et ANCT, quartiers prioritaires 2024", "2024", licence=_LICENCE_OUVERTE),
        "public",
        "Situés par leur commune, pas par leur périmètre (écart médian de 1,2 km). Ni Saint-Martin ni Polynésie. "
        "Taux de pauvreté absent pour 219 quartiers.",
    ),
    _dataset(
        tables.COMMUNES,
        Source(
            "INSEE, code officiel géographique 2026 ; points de GeoNames",
            "2026",
            licence=f"{_LICENCE_OUVERTE} ; points : GeoNames, CC BY 4.0",
        ),
        "public",
        "Environ 14 300 communes (86 % de la population) ont un point.",
    ),
    _dataset(
        tables.TERRITORIES,
        Source(
            "INSEE, code officiel géographique 2026 ; contours de Natural Earth",
            "2026",
            licence=f"{_LICENCE_OUVERTE} ; contours : domaine public",
        ),
        "public",
        "Contours simplifiés, grossiers outre-mer.",
    ),
)

DATASET = {dataset.key: dataset for dataset in DATASETS}


def data_folder() -> Path:
    """The data folder: the PTCE_DATA environment variable, else the project's `data/`."""
    return Path(os.environ.get(FOLDER_VARIABLE) or _BUNDLED)
