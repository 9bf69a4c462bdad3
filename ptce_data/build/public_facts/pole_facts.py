"""The public directory of poles: the words of the sources become codes, a commune becomes a point."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from ptce_data.build import fact_lines
from ptce_data.build.public_facts.neighbourhood_facts import communes_with_one
from ptce_data.schema import codes, cog, source_words

_COLUMNS = (
    "id",
    "name",
    "alias",
    "commune",
    "insee",
    "dept",
    "region",
    "sectors",
    "carrier",
    "carrier_legal_status",
    "wave",
    "recognition_status",
    "year_created",
    "members",
    "members_note",
    "jobs",
    "jobs_note",
    "source_url",
    "confidence",
    "geo_basis",
    "note",
)


def rows(folder: Path, communes: Iterable[Mapping], neighbourhoods: Iterable[Mapping]) -> list[dict]:
    """Rows of the `poles` table from `facts/poles.csv`; DataError with every faulty line."""
    places = {commune["commune_code"]: commune for commune in communes}
    with_qpv = communes_with_one(neighbourhoods)
    lines = fact_lines.read(folder / "facts" / "poles.csv", _COLUMNS)
    built = [_row(line, places, with_qpv) for line in lines]
    fact_lines.refuse(lines)
    return built


def _row(line: fact_lines.Line, places: Mapping[str, Mapping], with_qpv: frozenset[str]) -> dict:
    return (
        {
            "pole_id": line.text("id", required=True),
            "name": line.text("name", required=True),
            "alias": line.text("alias"),
        }
        | _place(line, places, with_qpv)
        | {
            "sectors": [line.mapped("sectors", source_words.SECTORS, value) for value in line.several("sectors")],
            "carrier": line.text("carrier"),
            "legal_status": line.mapped("carrier_legal_status", source_words.LEGAL_STATUSES),
            "recognition": _recognition(line),
            "iae": None,
            "year_created": line.integer("year_created"),
            "members": line.integer("members"),
            "members_note": line.text("members_note"),
            "jobs": line.integer("jobs"),
            "jobs_note": line.text("jobs_note"),
            "source_urls": _sources(line),
            "confidence": line.mapped("confidence", source_words.CONFIDENCES),
            "note": line.text("note"),
        }
    )


def _place(line: fact_lines.Line, places: Mapping[str, Mapping], with_qpv: frozenset[str]) -> dict:
    """A pole is drawn at the point of its commune; without commune, or without point, it isn't drawn."""
    region = line.mapped("region", source_words.REGIONS)
    departement = line.text("dept")
    if departement is not None and cog.REGION_OF.get(departement) != region:
        line.fault("dept", f"le département {departement!r} n’est pas de cette région", "corriger l’un ou l’autre")
    commune = line.text("insee")
    known = places.get(commune, {})
    if commune is not None and known.get("departement_code") != departement:
        line.fault("insee", f"la commune {commune!r} n’est pas de ce département", "corriger l’un ou l’autre")
    basis = line.mapped("geo_basis", source_words.GEO_BASES)
    if (commune is None) == (basis in codes.LOCATED_BASES):
        rule = f"précision {basis!r} {'sans' if commune is None else 'avec une'} commune"
        line.fault("geo_basis", rule, f"une commune demande l’un de : {', '.join(codes.LOCATED_BASES)}")
    return {
        "commune_code": commune,
        "commune_name": line.text("commune"),
        "departement_code": departement,
        "region_code": region,
        "lon": known.get("lon"),
        "lat": known.get("lat"),
        "geo_basis": basis,
        "in_qpv": None if commune is None else "oui" if commune in with_qpv else "non",
    }


def _recognition(line: fact_lines.Line) -> str | None:
    read = (line.text("wave") or "", line.text("recognition_status") or "")
    if read not in source_words.RECOGNITIONS:
        known = " ; ".join("+".join(filter(None, pair)) for pair in source_words.RECOGNITIONS)
        line.fault("recognition_status", f"reconnaissance {read!r} inconnue", f"prendre l’une de : {known}")
    return source_words.RECOGNITIONS.get(read)


def _sources(line: fact_lines.Line) -> list[str]:
    urls = line.several("source_url")
    if not urls or any(not url.startswith(("http://", "https://")) for url in urls):
        line.fault("source_url", "source manquante, ou qui n’est pas une adresse", "écrire une adresse http(s)")
    return urls
