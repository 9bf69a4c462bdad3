"""What the form holds: a UserPole of what is right, and beside it the entries that are not, as they were typed.

Entries are named: a fact by its key ("departement_code"), the structures that answered a question by its indicator
("pooling"), the structures that say yes to an item by both ("pooling/lieux"). No Streamlit here.
"""

from dataclasses import dataclass, replace

from ptce_data.intake.cell_values import InvalidValue, parse_cell
from ptce_data.intake.intake_limits import MAX_NAME, MAX_STRUCTURES
from ptce_data.schema.user_pole import Tally, UserPole
from ptce_data.texts import NBSP, NNBSP, number, plural
from ptce_data.views.pages.comparer.screens import ASK, FACT

Entry = str | float | None

_AMOUNTS = ("fte_total", "fte_coordination")


class Refused(Exception):
    """An entry that can't be kept; str() says the rule and what to write, in French."""


@dataclass(frozen=True)
class Draft:
    """pole: what is right. wrong: (name, entry, message) of what isn't, one for each name at most."""

    pole: UserPole = UserPole()
    wrong: tuple[tuple[str, Entry, str], ...] = ()

    def entry(self, name: str) -> Entry:
        """What the field shows: the entry as it was typed if it is wrong, else what the pole says."""
        for other, entry, _ in self.wrong:
            if other == name:
                return entry
        return _said(self.pole, name)

    def message(self, name: str) -> str:
        """Why the entry is wrong; "" when it is right."""
        return next((message for other, _, message in self.wrong if other == name), "")

    def with_entry(self, name: str, entry: Entry) -> "Draft":
        """The Draft once this field was filled, or emptied (None). What was wrong is tried again: it may fit now."""
        tries = [(name, entry), *((other, old) for other, old, _ in self.wrong if other != name)]
        pole, wrong = self.pole, []
        for other, value in tries:
            try:
                pole = _with(pole, other, value)
            except Refused as refused:
                pole = _without(pole, other)
                wrong.append((other, value, str(refused)))
        pole, lost = _fitting(pole)
        return Draft(pole, (*wrong, *lost))


def answered(pole: UserPole, indicator: str) -> tuple[int, int] | None:
    """(least, most) structures that answered the items of a question; None when nothing is said of it."""
    counts = [tally.answered for tally in pole.tallies if tally.indicator == indicator and tally.answered]
    return (min(counts), max(counts)) if counts else None


def answers(pole: UserPole) -> int:
    """How many things are said of this pole."""
    facts = (pole.departement_code, pole.recognition, pole.legal_status, *(getattr(pole, key) for key in _AMOUNTS))
    return len(pole.tallies) + bool(pole.name) + bool(pole.structures) + sum(fact is not None for fact in facts)


def _said(pole: UserPole, name: str) -> Entry:
    indicator, _, item = name.partition("/")
    if item:
        tally = pole.tally(indicator, item)
        return tally.yes if tally else None
    if indicator in ASK:
        counts = answered(pole, indicator)
        return counts[0] if counts and counts[0] == counts[1] != pole.structures else None
    value = getattr(pole, name)
    if name in _AMOUNTS and value is not None:
        return number(value, 2).rstrip("0").rstrip(",")
    return value


def _with(pole: UserPole, name: str, entry: Entry) -> UserPole:
    indicator, _, item = name.partition("/")
    if item:
        return _with_yes(pole, indicator, item, entry)
    if indicator in ASK:
        return _with_answered(pole, indicator, entry)
    if name == "structures":
        return _with_structures(pole, entry)
    if name in _AMOUNTS:
        return _with_amount(pole, name, entry)
    if name == "name":
        return replace(pole, name=" ".join(str(entry or "").split())[:MAX_NAME])
    return replace(pole, **{name: entry})


def _without(pole: UserPole, name: str) -> UserPole:
    """The pole without what a wrong entry takes the place of; counts that others rest on stay as they were."""
    return pole if name == "structures" or name in ASK else _with(pole, name, None)


def _with_structures(pole: UserPole, entry: Entry) -> UserPole:
    if entry is None and pole.tallies:
        raise Refused(f"Des réponses en dépendent{NBSP}: écrire un nombre, ou tout effacer.")
    count = None if entry is None else _count(entry, MAX_STRUCTURES, "structures")
    if count == 0:
        raise Refused(f"Un pôle a au moins une structure{NBSP}: écrire 1 ou plus.")
    # Questions that everyone answered follow; the others keep their own number, or all there is.
    moved = tuple(
        replace(tally, answered=count) if tally.answered == pole.structures and tally.yes <= count else tally
        for tally in pole.tallies
    )
    return replace(pole, structures=count, tallies=moved)


def _with_answered(pole: UserPole, indicator: str, entry: Entry) -> UserPole:
    if pole.structures is None:
        raise Refused(_FIRST)
    count = pole.structures if entry is None else _count(entry, pole.structures, "structures du pôle")
    own = [tally for tally in pole.tallies if tally.indicator == indicator]
    most = max((tally.yes for tally in own), default=0)
    if count < most:
        raise Refused(f"{plural(most, 'structure')} disent déjà «{NNBSP}oui{NNBSP}» ici{NBSP}: écrire {most} ou plus.")
    moved = (replace(tally, answered=count) if tally.indicator == indicator else tally for tally in pole.tallies)
    return replace(pole, tallies=tuple(moved))


def _with_yes(pole: UserPole, indicator: str, item: str, entry: Entry) -> UserPole:
    others = tuple(tally for tally in pole.tallies if (tally.indicator, tally.item) != (indicator, item))
    if entry is None:
        return replace(pole, tallies=others)
    if pole.structures is None:
        raise Refused(_FIRST)
    old = pole.tally(indicator, item)
    counts = answered(pole, indicator)
    base = old.answered if old else counts[1] if counts else pole.structures
    yes = _count(entry, base, "structures qui ont répondu")
    if ASK[indicator].parts:
        left = base - sum(tally.yes for tally in others if tally.indicator == indicator)
        if yes > left:
            raise Refused(
                f"Une structure n’a qu’un statut, et il n’en reste que {number(max(left, 0))} sur {number(base)}"
                f"{NBSP}: écrire {number(max(left, 0))} ou moins."
            )
    return replace(pole, tallies=_ordered((*others, Tally(indicator, item, yes, base))))


def _with_amount(pole: UserPole, name: str, entry: Entry) -> UserPole:
    if entry is None or not str(entry).strip():
        return replace(pole, **{name: None})
    try:
        value = parse_cell(FACT[name], str(entry))
    except InvalidValue as wrong:
        raise Refused(f"{wrong.rule.capitalize()}{NBSP}: écrire {wrong.remedy}.") from None
    changed = replace(pole, **{name: value})
    total, part = changed.fte_total, changed.fte_coordination
    if total is not None and part is not None and part > total:
        raise Refused(f"Plus d’ETP d’animation que d’ETP en tout{NBSP}: écrire une part du total.")
    return changed


def _count(entry: Entry, most: int, noun: str) -> int:
    if not isinstance(entry, int | float) or entry < 0 or entry != int(entry):
        raise Refused(f"Un nombre entier est attendu{NBSP}: écrire 0 ou plus.")
    if entry > most:
        raise Refused(f"Plus que les {number(most)}{NBSP}{noun}{NBSP}: écrire {number(most)} ou moins.")
    return int(entry)


def _fitting(pole: UserPole) -> tuple[UserPole, tuple[tuple[str, Entry, str], ...]]:
    """The pole without the answers that its number of structures no longer allows, and these answers."""
    if pole.structures is None:
        return pole, ()
    kept, lost = [], []
    for tally in pole.tallies:
        if tally.yes > pole.structures:
            rule = f"Plus que les {number(pole.structures)}{NBSP}structures du pôle"
            message = f"{rule}{NBSP}: écrire {number(pole.structures)} ou moins."
            lost.append((f"{tally.indicator}/{tally.item}", tally.yes, message))
        else:
            kept.append(replace(tally, answered=min(tally.answered, pole.structures)))
    return replace(pole, tallies=tuple(kept)), tuple(lost)


def _ordered(tallies: tuple[Tally, ...]) -> tuple[Tally, ...]:
    """In the order of the codebook, so that two ways of saying the same are equal."""
    pairs = ((ask.indicator, item.code) for ask in ASK.values() for item in ask.items)
    order = {pair: rank for rank, pair in enumerate(pairs)}
    return tuple(sorted(tallies, key=lambda tally: order.get((tally.indicator, tally.item), len(order))))


_FIRST = f"Dire d’abord combien le pôle a de structures, sur l’écran «{NNBSP}Identité et territoire{NNBSP}»."
