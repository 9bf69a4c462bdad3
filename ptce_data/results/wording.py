"""A Result in French: its words (units, states, columns, base), then its sentences. The same Result, the same words."""

from collections.abc import Callable
from urllib.parse import urlsplit

from ptce_data.results import Item, Measure, Result, Source, Status
from ptce_data.texts import (
    NBSP,
    NNBSP,
    date,
    inflected,
    listing,
    number,
    percent,
    plural,
    published_percent,
    quoted,
    typographic,
)

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


def earlier_text(result: Result, item: Item) -> str:
    """`41,2 %`, or why there is none; "" where no earlier wave is shown."""
    if result.earlier is None:
        return ""
    found = next((one for one in result.earlier.items if one.code == item.code), None)
    if found is None:
        return "non mesuré"
    return value_text(result.earlier, found) or state_text(found)


def beside(result: Result) -> str:
    """What the wave before is, and whether a line joins the two; "" where none is shown."""
    before = result.earlier
    if before is None:
        return ""
    said = f"La {wave_word(before)} est à côté, en creux ({base_line(before).replace('Base', 'base', 1)})."
    if result.joined:
        return f"{said} Un trait relie les deux{NBSP}: question et base sont les mêmes."
    return f"{said} Rien ne les relie{NBSP}: la question, ou ceux à qui elle est posée, a changé."


def _survey_frame(result: Result) -> str:
    counts = {item.code: number(item.count) for item in result.items}
    return (
        f"Des {counts['poles/known']}{NBSP}pôles repérés en France, {counts['poles/surveyed']} ont été interrogés et "
        f"{counts['poles/kept']} gardés{NBSP}; des {counts['structures/surveyed']}{NBSP}structures membres des pôles "
        f"interrogés, {counts['structures/kept']} appartiennent aux pôles gardés."
    ).replace(f"{NBSP};", "\N{NARROW NO-BREAK SPACE};")


def _coordination(result: Result) -> str:
    items = {item.code: item for item in result.items}
    if all(item.status is Status.EMPTY for item in result.items):
        return f"{no_unit(result.base.unit).capitalize()} dans la sélection{NBSP}: il n’y a rien à mesurer."
    overall, least, greatest = (items[code] for code in ("overall", "minimum", "maximum"))
    value = value_text(result, overall) or state_text(overall)
    poles = f"{number(result.base.n)}{NBSP}{unit_word('pole', result.base.n)}"
    words = f"Part des emplois (en équivalent temps plein) consacrée à la coordination, sur {poles}{NBSP}: {value}"
    if overall.published is None:
        return f"{words}."
    words = f"{words} (publié{NBSP}: {published_text(overall)})."
    if least.published is None or greatest.published is None:
        return words
    return f"{words} Publié, par pôle{NBSP}: de {published_text(least)} à {published_text(greatest)}."


#: Indicator key → its sentence.
OWN_SENTENCES: dict[str, Callable[[Result], str]] = {
    "survey-frame": _survey_frame,
    "coordination": _coordination,
}


#: How many items a sentence names after the first: the chart and the table have them all.
FOLLOWERS = 3


def title(result: Result) -> str:
    """The question that the figure answers."""
    return result.title


def sentence(result: Result) -> str:
    """What the figure says, in one to three sentences."""
    own = OWN_SENTENCES.get(result.key, _general)
    return " ".join(filter(None, (own(result), beside(result))))


def _general(result: Result) -> str:
    shown = [item for item in result.items if item.status is Status.SHOWN]
    if not result.items or all(item.status is Status.EMPTY for item in result.items):
        return f"{_capital(no_unit(result.base.unit))} dans la sélection{NBSP}: il n’y a rien à mesurer."
    if not shown:
        return _without_value(result)
    parts = [_lead(result, shown), _others(result, shown), _withheld(result)]
    return " ".join(filter(None, parts))


def alternative(result: Result) -> str:
    """The chart for who cannot see it: question, base, then every item in its order."""
    readings = f"{NNBSP}; ".join(reading(result, item) for item in result.items)
    return f"{title(result)} {base_line(result)}. {readings or sentence(result)}."


def reading(result: Result, item: Item) -> str:
    """One item in full: `Association : 57,2 % (107 sur 187), intervalle à 95 % de 50,0 % à 64,1 %, publié 57 %`."""
    words = f"{item.label}{NBSP}: {value_text(result, item) or state_text(item)}"
    if result.measure is Measure.SHARE and item.count is not None:
        words += f" ({number(item.count)} sur {number(result.base.n)})"
    if interval := interval_text(item):
        words += f", intervalle à 95{NNBSP}% de {interval}"
    if item.published is not None:
        words += f", publié {published_text(item)}"
    if before := earlier_text(result, item):
        words += f", {wave_word(result.earlier)}{NBSP}: {before}"
    return words


def _lead(result: Result, shown: list[Item]) -> str:
    first = _first(result, shown)
    published = f" (publié{NBSP}: {published_text(first)})" if first.published is not None else ""
    if not any(_size(result, item) for item in shown):
        return f"Aucune réponse positive parmi {_whole(result)}."
    return f"{_claim(result, first)}{published}."


def _first(result: Result, shown: list[Item]) -> Item:
    """The item that the sentence is about: the largest, or the "yes" of a yes or no."""
    if _yes_or_no(result):
        return shown[0]
    return max(shown, key=lambda item: _size(result, item))


def _claim(result: Result, item: Item) -> str:
    base, value = result.base, value_text(result, item)
    if result.measure is Measure.RATIO:
        return f"{_capital(item.label)}{NBSP}: {value}"
    if base.n == 1:
        return f"Une seule réponse{NBSP}: {quoted(item.label)}"
    if result.measure is Measure.COUNT and item.count == 1:
        return f"{quoted(item.label)} vient en tête, une fois sur {number(base.n)}"
    return f"{value} des {number(base.n)}{NBSP}{base.population} {_phrase(result, item)}"


def _phrase(result: Result, item: Item) -> str:
    """`ont le statut « Association »`: said after the units of an item."""
    return (item.phrase or result.phrase or "répondent {label}").format(label=quoted(item.label))


def _others(result: Result, shown: list[Item]) -> str:
    if _yes_or_no(result):
        return ""
    ranked = sorted(shown, key=lambda item: -_size(result, item))[1 : 1 + FOLLOWERS]
    words = [f"{quoted(item.label)} ({value_text(result, item)})" for item in ranked if _size(result, item)]
    if not words:
        return ""
    return f"{'Suit' if len(words) == 1 else 'Suivent'} {listing(words)}."


def _withheld(result: Result) -> str:
    masked = sum(item.masked for item in result.items)
    if not masked:
        return ""
    verb = "est masquée" if masked == 1 else "sont masquées"
    return f"{plural(masked, 'réponse')} {verb}, {_reason(result)}."


def _reason(result: Result) -> str:
    return f"pour ne rien révéler de moins de 3{NBSP}{unit_word(result.base.unit, 3)}"


def _without_value(result: Result) -> str:
    statuses = {item.status for item in result.items}
    names = listing([quoted(item.label) for item in result.items])
    if Status.MASKED in statuses:
        return f"Toutes les réponses sont masquées, {_reason(result)}."
    if statuses == {Status.NO_ANSWER}:
        return f"La question a été posée et {no_unit(result.base.unit)} n’y a répondu."
    if all(item.published is None for item in result.items):
        return f"La source nomme {names} sans publier de chiffre."
    return f"La question n’a pas été posée ici{NBSP}: seuls les chiffres publiés sont connus."


def _whole(result: Result) -> str:
    if result.base.n == 1:
        return f"la seule réponse ({result.base.population})"
    return f"les {number(result.base.n)}{NBSP}{result.base.population}"


def _yes_or_no(result: Result) -> bool:
    return tuple(item.code for item in result.items) == ("oui", "non")


def _size(result: Result, item: Item) -> float:
    return (item.count if result.measure is Measure.COUNT else item.share) or 0


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
