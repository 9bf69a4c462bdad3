"""The figures of a user's own pole: counts, never the rows behind them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """One item of one question, counted over the member structures of my pole.

    `indicator` is the key of an indicator whose items are shares of structures ("pooling", "sectors", "iae"…),
    `item` one of its codes. `answered` is 0 when the question was not answered: left out, it is not a zero.
    Raises ValueError unless 0 <= yes <= answered.
    """

    indicator: str
    item: str
    yes: int  # structures that say yes, or are it
    answered: int  # structures that answered

    def __post_init__(self):
        if not 0 <= self.yes <= self.answered:
            raise ValueError(f"{self.indicator}/{self.item}\u00a0: {self.yes} oui pour {self.answered} réponses")


@dataclass(frozen=True, slots=True)
class UserPole:
    """My pole: context (codes), sizes and tallies. Nothing is required; what is None was not said.

    Lives in one browser session: never written, never in a link. `sample_pole_id` is set when it was picked in the
    sample, and it is then taken out of every reference it is set against.
    """

    name: str = ""
    departement_code: str | None = None  # INSEE code
    recognition: str | None = None  # codes.RECOGNITION
    legal_status: str | None = None  # codes.LEGAL_STATUS, of the carrying structure
    structures: int | None = None  # member structures
    fte_total: float | None = None
    fte_coordination: float | None = None
    tallies: tuple[Tally, ...] = ()
    sample_pole_id: str | None = None

    def tally(self, indicator: str, item: str) -> Tally | None:
        """The tally of this item; None when it was not brought or nobody answered."""
        return next((t for t in self.tallies if (t.indicator, t.item) == (indicator, item) and t.answered), None)
