"""The list of percentages: what is searched, how it is sorted, what is kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ptce_data.published.grim_model import Checked, Reason, Verdict
from ptce_data.texts.plain import plain


@dataclass(frozen=True)
class Order:
    """One way to sort: its label, and what each figure is ranked by; the order of the file settles ties."""

    label: str
    rank: Callable[[Checked], object]


_SERIOUSNESS = tuple(Verdict)
_HOLD = (None, *Reason)  # from what arithmetic can tell to what it never will

ORDERS: dict[str, Order] = {
    "verdict": Order(
        "Verdict, le plus douteux d’abord",
        lambda one: (not one.doubtful, _SERIOUSNESS.index(one.verdict), _HOLD.index(one.reason)),
    ),
    "sujet": Order("Sujet", lambda one: plain(one.topic)),
    "pourcentage": Order("Pourcentage, le plus grand d’abord", lambda one: (one.percent is None, -(one.percent or 0))),
    "base": Order(
        "Plus petite base possible, la plus grande d’abord",
        lambda one: (one.smallest_base is None, -(one.smallest_base or 0)),
    ),
}

#: Which figures the list keeps. The last three share out all of them.
KEPT: dict[str, tuple[str, Callable[[Checked], bool]]] = {
    "tous": ("Tous", lambda one: True),
    "impossibles": ("Seulement les impossibles", lambda one: one.doubtful),
    "possibles": ("Possibles", lambda one: one.verdict is Verdict.POSSIBLE and not one.doubtful),
    "indecidables": ("Indécidables", lambda one: one.verdict is Verdict.UNDECIDABLE),
}


def listed(
    figures: Iterable[Checked], words: str = "", order: str = "verdict", kept: str = "tous"
) -> tuple[Checked, ...]:
    """The figures that hold every word, sorted. order: a key of ORDERS; kept: a key of KEPT.

    Words are looked for at the beginning of any word of what is counted, the question, the survey, the base or the
    percentage, whatever their case and accents.
    """
    wanted = plain(words).split()
    _, keep = KEPT[kept]
    found = [one for one in figures if keep(one) and all(f" {word}" in _searched(one) for word in wanted)]
    return tuple(sorted(found, key=ORDERS[order].rank))


def _searched(one: Checked) -> str:
    printed = "" if one.percent is None else str(one.percent)
    parts = (one.item, one.topic, one.question, one.survey, one.date, one.base_as_stated, one.words, printed)
    return " " + plain(" ".join(parts))
