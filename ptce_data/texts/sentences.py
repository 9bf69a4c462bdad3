"""The sentences of a Result: the same Result always gives the same words."""

from ptce_data.results import Item, Measure, Result, Status
from ptce_data.texts.formats import NBSP, NNBSP, listing, number, plural, quoted
from ptce_data.texts.own_sentences import OWN_SENTENCES
from ptce_data.texts.phrases import phrase
from ptce_data.texts.waves import beside, earlier_text
from ptce_data.texts.wording import (
    base_line,
    interval_text,
    no_unit,
    published_text,
    state_text,
    unit_word,
    value_text,
    wave_word,
)

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
    return f"{value} des {number(base.n)}{NBSP}{base.population} {phrase(result, item)}"


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
