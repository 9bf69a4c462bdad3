"""A Result: what was measured, with all that is needed to read it.

Chart, table, text, file and slide are made from a Result alone, so that they can't disagree. Four things stay
different all the way: masked, not asked, no answer and zero.
"""

from dataclasses import dataclass
from enum import StrEnum


class Measure(StrEnum):
    """How an item is read."""

    SHARE = "share"  # `share` is count / base.n, from 0 to 1
    COUNT = "count"  # `count` alone is meant to be read
    RATIO = "ratio"  # `share` is a ratio of two amounts, and `count` is None


class Status(StrEnum):
    """Why an item has a value, or hasn't."""

    SHOWN = "shown"
    MASKED = "masked"  # fewer respondents than the disclosure rule allows
    NOT_ASKED = "not_asked"  # the question was not put to these respondents
    NO_ANSWER = "no_answer"  # asked, and nobody answered
    EMPTY = "empty"  # nothing is selected


@dataclass(frozen=True)
class Base:
    """What the shares are shares of.

    n: respondents who answered, in `unit` ("structure" or "pole"); `population` names them in French
    ("structures de l’échantillon de démonstration"); `certainty` is a code of BASE_CERTAINTIES and speaks of the
    *published* percentages ("counted" where nothing published is shown); `note` says why.
    `frame` is the size of the population the base was drawn from, None where it isn't known.
    `poles` is the number of poles that the respondents belong to. `few`: fewer respondents than the disclosure rule
    shows, one at least; n is then the most they can be, and nothing else is said of them.
    """

    n: int
    unit: str
    population: str
    certainty: str = "counted"
    note: str = ""
    frame: int | None = None
    poles: int | None = None
    few: bool = False


@dataclass(frozen=True)
class Item:
    """One row of a Result. `count` and `share` are None unless status is SHOWN.

    low, high: bounds of the 95 % confidence interval, from 0 to 1, None where none is meant.
    published: the percentage as the source prints it (57 for 57 %), None where there is none; published_text: what
    the source prints instead of a percentage ("deux tiers", whose `published` is 66.7), "" otherwise.
    no_answer, not_asked: respondents of the selection who did not answer this item, or were not asked; None where
    their number would tell a base of too few.
    """

    code: str
    label: str
    count: int | None = None
    share: float | None = None
    low: float | None = None
    high: float | None = None
    published: float | None = None
    status: Status = Status.SHOWN
    no_answer: int | None = 0
    not_asked: int | None = 0
    published_text: str = ""
    phrase: str = ""  # as `Result.phrase`, where this item needs its own

    @property
    def masked(self) -> bool:
        return self.status is Status.MASKED


@dataclass(frozen=True)
class Source:
    """Where it comes from: `title` and `date` as printed in a caption, `url` None for our own files.

    `more_urls`: the other pages read, where the figures of one Result come from several.
    """

    title: str
    date: str
    url: str | None = None
    licence: str = ""
    more_urls: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """One figure, measured on one Selection.

    `title` states the question; `provenance` is a code of PROVENANCES; `published_source` is given where items
    carry a published value; `multiple` is True where several answers were possible. `earlier` is the same figure in
    the wave before, measured on the same Selection; `joined` says that wording and base are the same in both, so that
    a line may join them.
    """

    key: str
    title: str
    theme: str
    base: Base
    provenance: str
    source: Source
    items: tuple[Item, ...]
    measure: Measure = Measure.SHARE
    multiple: bool = False
    note: str = ""
    published_source: Source | None = None
    selection: str = ""  # the selection in words, "" for the whole
    wave: str = ""  # the wave of an imported survey, "" for anything else
    earlier: "Result | None" = None
    joined: bool = False
    policy: str = ""  # that of the release it comes from (`datasets.release.Policy`), "" where nothing is secret
    policy_note: str = ""  # the same, as readers are told it
    phrase: str = ""  # what the units of an item do, {label} being its label; "" for "répondent {label}"

    def to_dict(self) -> dict:
        """The public form, for scripts: shares from 0 to 1, `published` as printed."""
        return {
            "key": self.key,
            "title": self.title,
            "theme": self.theme,
            "base": {
                "n": self.base.n,
                "unit": self.base.unit,
                "population": self.base.population,
                "certainty": self.base.certainty,
                "few": self.base.few,
            },
            "provenance": self.provenance,
            "source": self.source.title,
            "policy": self.policy,
            "multiple": self.multiple,
            "items": [
                {
                    "code": item.code,
                    "label": item.label,
                    "count": item.count,
                    "share": item.share,
                    "low": item.low,
                    "high": item.high,
                    "masked": item.masked,
                    "published": item.published,
                    "status": str(item.status),
                }
                for item in self.items
            ],
        } | self._waves()

    def _waves(self) -> dict:
        """What is said of waves, where some were imported."""
        if not self.wave:
            return {}
        earlier = {} if self.earlier is None else {"earlier": self.earlier.to_dict(), "joined": self.joined}
        return {"wave": self.wave} | earlier
