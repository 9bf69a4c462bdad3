"""Sentences of the few figures whose items are not answers to one question."""

from collections.abc import Callable

from ptce_data.results import Result, Status
from ptce_data.texts.formats import NBSP, number
from ptce_data.texts.wording import no_unit, published_text, state_text, unit_word, value_text


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
