"""What is said of a percentage: whole numbers only, no sentence."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ptce_data.statistics import Bases, Rounding


class Verdict(StrEnum):
    """From the most doubtful."""

    IMPOSSIBLE = "impossible"  # no numerator gives it on the base stated, rounded or truncated
    UNDECIDABLE = "undecidable"  # arithmetic has no hold: see Reason
    POSSIBLE = "possible"  # some numerator gives it: it need not be true


class Reason(StrEnum):
    """Why nothing can be decided."""

    NO_BASE = "no-base"  # the source gives no number for its base
    AMOUNT = "amount"  # a share of an amount (money, working time), not of counted units
    WORDS = "words"  # not printed as a plain percentage
    CHANGE = "change"  # over 100: a change, not a share


@dataclass(frozen=True)
class Way:
    """One rounding: numerators on the stated base (None without one), and every base on which it is possible."""

    rounding: Rounding
    numerators: tuple[int, ...] | None
    bases: Bases


@dataclass(frozen=True)
class Candidate:
    """A base that the same survey is known to have: `unit` and `about` as published, numerators by rounding."""

    figure_id: str
    base: int
    unit: str
    about: str
    rounded: tuple[int, ...]
    truncated: tuple[int, ...]

    @property
    def possible(self) -> bool:
        return bool(self.rounded or self.truncated)


@dataclass(frozen=True)
class Neighbour:
    """One numerator and what it would be printed as: `exact` with two decimals more, rounded half up."""

    count: int
    exact: Decimal
    rounded: Decimal
    truncated: Decimal


@dataclass(frozen=True)
class Checked:
    """One published percentage. `percent` is None where the source printed no plain number (`words` says what).

    decimals: as printed; base_as_stated: in the words of the facts file; base_n: its number, None where there is
    none; ways: half up, then truncated, () where nothing can be tested; impossible_together: its base is impossible for
    all the answers to its question at once.
    """

    figure_id: str
    survey: str
    date: str
    topic: str
    item: str
    question: str
    percent: Decimal | None
    decimals: int
    words: str
    base_as_stated: str
    base_n: int | None
    certainty: str
    indicator: str
    item_code: str
    url: str
    verdict: Verdict
    reason: Reason | None = None
    ways: tuple[Way, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    impossible_together: bool = False

    @property
    def testable(self) -> bool:
        """Whether some base could be ruled out: a share of counted units, printed as a number."""
        return bool(self.ways)

    @property
    def computed(self) -> bool:
        """Made by us from counts of the source, which doesn't print it."""
        return self.certainty == "counted"

    @property
    def truncated_only(self) -> bool:
        """Possible on its base, but only if the source cuts decimals off instead of rounding."""
        return self.verdict is Verdict.POSSIBLE and not self.ways[0].numerators

    @property
    def smallest_base(self) -> int | None:
        return self.ways[0].bases.smallest if self.ways else None

    @property
    def doubtful(self) -> bool:
        """Impossible, alone or with the other answers to its question."""
        return self.verdict is Verdict.IMPOSSIBLE or self.impossible_together


@dataclass(frozen=True)
class Group:
    """Percentages that must share a base: the answers to one question, printed for one base, largest first.

    verdict: about `base`, the one stated for all (None where there is none): one rounding must do for all.
    ways: as for one, without numerators; known: (base, unit, possible for all) of the survey's known bases.
    """

    question: str
    members: tuple[Checked, ...]
    base: int | None
    verdict: Verdict
    ways: tuple[Way, ...]
    known: tuple[tuple[int, str, bool], ...]

    @property
    def smallest_base(self) -> int | None:
        """By the usual rounding."""
        return self.ways[0].bases.smallest
