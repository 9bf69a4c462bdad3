"""The words that a figure always uses: units, states, columns, certainty of a base."""

from urllib.parse import urlsplit

from ptce_data.results import Item, Measure, Result, Source, Status
from ptce_data.texts.formats import NBSP, date, inflected, listing, number, percent, published_percent, typographic

#: (singular, plural, "none of them") of each unit asked.
_UNITS = {
    "structure": ("structure", "structures", "aucune structure"),
    "pole": ("pôle", "pôles", "aucun pôle"),
}

#: A state in a file: one word that no number can be taken for.
FILE_STATES = {
    Status.MASKED: "masqué",
    Status.NOT_ASKED: "non posée",
    Status.NO_ANSWER: "sans réponse",
    Status.EMPTY: "sélection vide",
}

#: The name of the column of what was measured, by provenance.
_MEASURED = {"public": "annuaire", "published": "publié", "demonstration": "démonstration", "imported": "vos données"}


def unit_word(unit: str, n: float) -> str:
    """`structure`, `structures`, `pôle`, `pôles`."""
    one, many, _ = _UNITS[unit]
    return inflected(n, one, many)


def no_unit(unit: str) -> str:
    """`aucune structure`, `aucun pôle`."""
    return _UNITS[unit][2]


def measured_word(result: Result) -> str:
    return wave_word(result) or _MEASURED[result.provenance]


def wave_word(result: Result) -> str:
    """`vague 2027`, "" for what is no imported wave."""
    return f"vague{NBSP}{result.wave}" if result.wave else ""


def value_text(result: Result, item: Item) -> str:
    """`57,2 %` or `1 518`; "" for an item without a value."""
    if item.status is not Status.SHOWN:
        return ""
    return number(item.count) if result.measure is Measure.COUNT else percent(item.share)


def published_text(item: Item) -> str:
    """`57 %`, or the words of the source that printed none (`deux tiers`); "" where nothing is published."""
    if item.published_text:
        return typographic(item.published_text)
    return "" if item.published is None else published_percent(item.published)


def interval_text(item: Item) -> str:
    """`50,0 % à 64,1 %`, "" where there is none."""
    return "" if item.low is None or item.high is None else f"{percent(item.low)} à {percent(item.high)}"


def state_text(item: Item) -> str:
    """Why an item has no value, as a chart and a table say it; "" when it has one."""
    match item.status:
        case Status.SHOWN:
            return ""
        case Status.MASKED:
            return "masqué (secret statistique)"
        case Status.NO_ANSWER:
            return "sans réponse"
        case Status.NOT_ASKED:
            return "sans chiffre publié" if item.published is None else "question non posée"
        case Status.EMPTY:
            return "rien à mesurer"


def base_line(result: Result) -> str:
    """`Base : 187 structures, 24 pôles`."""
    base = result.base
    if all(item.status is Status.NOT_ASKED for item in result.items):
        return f"Base{NBSP}: aucune, la question est sans chiffre"
    if base.few:
        return f"Base{NBSP}: moins de {base.n + 1}{NBSP}{unit_word(base.unit, 2)}"
    if not base.n:
        return f"Base{NBSP}: {no_unit(base.unit)}"
    line = f"Base{NBSP}: {number(base.n)}{NBSP}{unit_word(base.unit, base.n)}"
    if base.poles is None or base.unit == "pole":
        return line
    return f"{line}, {number(base.poles)}{NBSP}{unit_word('pole', base.poles)}"


def base_note(result: Result) -> str:
    """What is known of the base of the published percentages, said plainly; "" when there is nothing to say.

    The note of the Result, which says why, or else its certainty in words.
    """
    opening = {
        "counted": "",
        "stated": "",
        "unstated": "La source ne dit pas la base de ses pourcentages.",
        "impossible": "La base que dit la source est arithmétiquement impossible.",
    }[result.base.certainty]
    shown = any(item.published is not None for item in result.items)
    return typographic(result.base.note or (opening if shown else ""))


def source_line(source: Source) -> str:
    """`Title, 5 juillet 2017 · Licence Ouverte 2.0`: all that a caption owes; the sites read where they are several."""
    line = ", ".join(filter(None, (source.title, date(source.date))))
    sites = [site(url) for url in (source.url, *source.more_urls) if url] if source.more_urls else []
    return typographic(" · ".join(filter(None, (line, f"lu sur {listing(sites)}" if sites else "", source.licence))))


def site(url: str) -> str:
    """`ash.tm.fr`: the site of an address, as readers know it; the words themselves where they are no address."""
    return urlsplit(url).netloc.removeprefix("www.") or url
