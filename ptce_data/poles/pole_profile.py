"""The facts of a pole, one line each, with what must be said beside them. Plain text: never HTML, never Markdown."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from ptce_data.poles import pole_wording
from ptce_data.poles.directory import Pole
from ptce_data.schema import cog
from ptce_data.schema.codes import CONFIDENCES, GEO_BASES, LEGAL_STATUSES, NOT_RECORDED, RECOGNITIONS, CodeList
from ptce_data.texts import number

MISSING = "non renseigné"


@dataclass(frozen=True)
class Line:
    """One fact: label, value ("non renseigné" where no page says it), and the note that it can't be read without."""

    label: str
    value: str
    note: str = ""


def lines(pole: Pole) -> tuple[Line, ...]:
    """Everything known of a pole, in the order of reading."""
    return (
        *([Line("Autres noms", pole.alias)] if pole.alias else ()),
        Line("Lieu", _place(pole), _defined(GEO_BASES, pole.geo_basis)),
        Line("Secteurs", pole_wording.sectors(pole) if pole.sectors else MISSING),
        Line("Structure porteuse", pole.carrier or MISSING),
        Line("Statut de la structure porteuse", LEGAL_STATUSES.label(pole.legal_status or NOT_RECORDED)),
        Line("Reconnaissance", RECOGNITIONS.label(pole.recognition), _definition(RECOGNITIONS, pole.recognition)),
        Line("Année de création", str(pole.year_created) if pole.year_created is not None else MISSING),
        Line("Membres", _count(pole.members), pole.members_note or ""),
        Line("Emplois", _count(pole.jobs), pole.jobs_note or ""),
        *([Line("Remarque", pole.note)] if pole.note else ()),
        Line("Confiance", CONFIDENCES.label(pole.confidence), _definition(CONFIDENCES, pole.confidence)),
    )


def sources(pole: Pole) -> tuple[tuple[str, str], ...]:
    """(host, address) of the pages read; only web addresses, so that a link can't be a script."""
    return tuple((host, url) for url in pole.source_urls if (host := _host(url)))


def _host(url: str) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return (
        parts.hostname.removeprefix("www.").rstrip(".")
        if parts.scheme in ("http", "https") and parts.hostname
        else None
    )


def _place(pole: Pole) -> str:
    region = cog.REGIONS.label(pole.region_code)
    place = pole_wording.place(pole)
    return place if place == region else f"{place}, {region}"


def _count(value: int | None) -> str:
    return MISSING if value is None else number(value)


def _definition(codes: CodeList, code: str) -> str:
    return next(entry.definition for entry in codes if entry.code == code)


def _defined(codes: CodeList, code: str) -> str:
    """The label, and the definition where there is one: `Lieu tiré du nom. Approximatif.`"""
    definition = _definition(codes, code)
    return f"{codes.label(code)}. {definition}" if definition else f"{codes.label(code)}."
