"""Every colour of the observatory, declared once.

A mark keeps the same colour on the light paper and on the dark one: at least 3:1 against both. Text takes the
colour of the theme, or INK and MUTED_INK in files. Colour is never the only carrier: a sector has its sign, a
published value its tick and its word, a provenance its word. `tests/palette` holds the contrasts, the separation
seen by colour-blind readers and the separation in greyscale.
"""

PAPER = {"light": "#FFFFFF", "dark": "#12181F"}
INK = {"light": "#16202A", "dark": "#EEF1F4"}
MUTED_INK = {"light": "#55606C", "dark": "#AEB8C2"}

ACCENT = "#1F6F9F"  # what we measured; white text on it is readable
REFERENCE = "#D9731A"  # what a survey published
INTERVAL = "#79818C"  # what chance alone could change

PROVENANCE_COLOURS: dict[str, str] = {
    "public": ACCENT,
    "published": REFERENCE,
    "demonstration": "#964EA3",
    "imported": "#0F7C74",
}

_ENVIRONMENT = "#A88A14"
_FOOD = "#D97369"
_WORK = "#4C5DCB"
_CULTURE = "#C02661"
_SERVICES = "#0E96DC"
_CARE = "#964EA3"
_OTHER = "#79818C"

#: Seven hues for fourteen sectors, neighbours in meaning sharing one: the sign tells them apart.
SECTOR_COLOURS: dict[str, str] = {
    "ecoactivites": _ENVIRONMENT,
    "emploi": _WORK,
    "alimentation": _FOOD,
    "culture": _CULTURE,
    "services-entreprises": _SERVICES,
    "services-personne": _CARE,
    "formation": _WORK,
    "action-sociale": _CARE,
    "habitat-energie": _ENVIRONMENT,
    "mobilite": _SERVICES,
    "numerique": _SERVICES,
    "textile-reemploi": _ENVIRONMENT,
    "tourisme": _CULTURE,
    "autre": _OTHER,
    "nr": _OTHER,
}

#: Two letters drawn on a point or beside a label, one per sector.
SECTOR_SIGNS: dict[str, str] = {
    "ecoactivites": "Éc",
    "emploi": "Em",
    "alimentation": "Al",
    "culture": "Cu",
    "services-entreprises": "Se",
    "services-personne": "Sp",
    "formation": "Fo",
    "action-sociale": "As",
    "habitat-energie": "Ha",
    "mobilite": "Mo",
    "numerique": "Nu",
    "textile-reemploi": "Te",
    "tourisme": "To",
    "autre": "Au",
    "nr": "nr",
}


def rgb(colour: str) -> list[int]:
    """[31, 111, 159] for "#1F6F9F"."""
    return list(bytes.fromhex(colour.removeprefix("#")))
