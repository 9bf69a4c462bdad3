"""The engine's Reply → one Result per indicator, before masking and intervals.

Numbers of respondents are read through a DisclosurePolicy, and shifted if need be, before any calculation.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import add

from ptce_data.datasets.catalogue import DATASET
from ptce_data.datasets.release import Release
from ptce_data.disclosure import NOBODY, DisclosurePolicy, KeyedCount
from ptce_data.engines import NOT_RECORDED, AmountsRow, LinkedRow, Reply
from ptce_data.indicators.asking import AMOUNTS, POLES, SAMPLE, TOTAL, question_keys
from ptce_data.indicators.declaration import Indicator, Kind
from ptce_data.indicators.published_values import Figures
from ptce_data.results import Base, Item, Measure, Result, Status
from ptce_data.schema.questions import QUESTION

_RATIO_ITEMS = (("overall", "Ensemble"), ("minimum", "Minimum"), ("maximum", "Maximum"))

_UNITS = {"structure": "structures", "pole": "pôles"}


@dataclass(frozen=True)
class Measured:
    """A Result and what disclosure must know of it (see `disclosure.mask`)."""

    result: Result
    partition: bool = False
    yes_no: bool = False
    resting_on: dict[str, int] = field(default_factory=dict)
    dominance: float = 0.0


@dataclass(frozen=True)
class Measuring:
    """What every indicator of one answer is measured from.

    used: indicator key → codes that some unit has, whatever the selection. release: of the sample, None where no
    indicator speaks of it.
    """

    reply: Reply
    figures: Figures
    used: dict[str, frozenset[str]]
    selection: Mapping[str, str]  # population → its Selection in words, "" for the whole
    release: Release | None = None

    def measure(self, indicator: Indicator) -> Measured:
        measures = {
            Kind.BREAKDOWN: self._breakdown,
            Kind.QUESTION: self._question,
            Kind.GROUP_SIZES: self._group_sizes,
            Kind.RATIO: self._ratio,
            Kind.RATIO_BINS: self._ratio_bins,
        }
        return measures[indicator.kind](indicator)

    # Numbers of respondents, as the policy shows them

    @property
    def policy(self) -> DisclosurePolicy:
        return DisclosurePolicy(self.release)

    def total(self, population: str) -> int:
        return self.counted(f"{population}/{TOTAL}", "")

    def poles(self) -> int:
        """Poles of the sample with at least one structure kept."""
        return self._poles_of_size(lambda size: True)

    def counted(self, key: str, code: str) -> int:
        """Units of one code of a Count."""
        return self.policy.count(self._cell(key, code))

    def _cell(self, key: str, code: str) -> KeyedCount:
        keys = self.reply.cell_keys.get(key)
        return KeyedCount(self.reply.counts[key].get(code, 0), None if keys is None else keys.get(code, 0))

    def _answered(self, indicator: Indicator) -> int:
        """Units of the population whose code is known."""
        whole = self._cell(f"{indicator.population}/{TOTAL}", "")
        return self.policy.count(whole - self._cell(indicator.key, NOT_RECORDED))

    def _respondents(self, row: LinkedRow | None, count: int | None = None) -> int:
        """Respondents of a row of linked answers; count: where they aren't its rows."""
        if row is None:
            return 0
        return self.policy.count(KeyedCount(row.rows if count is None else count, row.cell_key))

    def _poles_of_size(self, wanted: Callable[[int], bool]) -> int:
        key = f"{SAMPLE}/{POLES}"
        sizes, keys = self.reply.sizes[key], self.reply.cell_keys.get(key, {})
        cells = (KeyedCount(sizes[size], keys.get(size, 0)) for size in sizes if wanted(size))
        return self.policy.count(sum(cells, NOBODY))

    def _poles_in(self, *bins: str) -> int:
        """Poles of some bins of amounts."""
        rows = [self.reply.amounts[AMOUNTS][code] for code in bins if code in self.reply.amounts[AMOUNTS]]
        return self.policy.count(_respondents_of(rows))

    def _poles_of_amounts(self) -> tuple[int, int]:
        """Poles whose amounts are known, and poles."""
        bins = tuple(self.reply.amounts[AMOUNTS])
        return self._poles_in(*(code for code in bins if code != NOT_RECORDED)), self._poles_in(*bins)

    # Kinds

    def _breakdown(self, indicator: Indicator) -> Measured:
        total, unknown = self.total(indicator.population), self.counted(indicator.key, NOT_RECORDED)
        public = indicator.unit == "pole"
        # In the directory "non renseigné" is a fact of the page read; in a survey it is no answer.
        base = total if public else self._answered(indicator)
        marks = self._percents(indicator)
        labels = self._labels(indicator, marks)
        if public and NOT_RECORDED in self.used[indicator.key]:
            labels[NOT_RECORDED] = "Non renseigné"
        status = _status(total, base)
        counts = self._binned(indicator) if indicator.bins else {}
        items = tuple(
            _item(
                code,
                label,
                counts[code] if code in counts else self.counted(indicator.key, code),
                base,
                status,
                marks.get(code),
                no_answer=0 if public else unknown,
            )
            for code, label in labels.items()
        )
        poles = None if public else self.poles()
        result = self._result(indicator, base, items, indicator.measure, poles=poles)
        return Measured(result, partition=not indicator.multiple)

    def _labels(self, indicator: Indicator, marks: Mapping[str, float]) -> dict[str, str]:
        """Code of each item of a BREAKDOWN → its label: every band of a number, or the codes in use."""
        if indicator.bins:
            return {band.code: band.label for band in indicator.bins}
        codes, used = DATASET[indicator.population].table.column(indicator.column).codes, self.used[indicator.key]
        shown = [code for code in codes.keys if indicator.every_code or code in used or code in marks]
        return {code: codes.label(code) for code in shown}

    def _binned(self, indicator: Indicator) -> dict[str, int]:
        """Units of each band of a number: the rows of its values are added, and so are their keys, before any shift."""
        cells: dict[str, list[KeyedCount]] = {band.code: [] for band in indicator.bins}
        for value in self.reply.counts[indicator.key]:
            if value != NOT_RECORDED:
                cells[indicator.bin_of(float(value))].append(self._cell(indicator.key, value))
        return {code: self.policy.count(reduce(add, of_band)) if of_band else 0 for code, of_band in cells.items()}

    def _question(self, indicator: Indicator) -> Measured:
        question = QUESTION[indicator.key]
        if not question.asked:
            return Measured(self._named_only(indicator))
        answers_key, respondents_key = question_keys(question.unit)
        answers = {row.by[1:]: row for row in self.reply.linked.get(answers_key, ()) if row.by[0] == question.key}
        respondents = [row for row in self.reply.linked.get(respondents_key, ()) if row.by[0] == question.key]
        base, poles = respondents[0].distinct if respondents else (0, 0)
        base = self._respondents(respondents[0], base) if respondents else 0
        # The poles of respondents have no key of their own here: a protected release doesn't say how many.
        poles = None if self.policy.keyed else poles
        marks = self._percents(indicator)
        kept = self.total(indicator.population)
        items = []
        for item in question.items:
            said = {
                answer: self._respondents(answers.get((item.code, answer)))
                for answer in ("oui", "sans-reponse", "non-posee")
            }
            asked = any(code == item.code and answer != "non-posee" for code, answer in answers)
            status = Status.EMPTY if not kept else _status(asked, base, empty=Status.NOT_ASKED)
            items.append(
                _item(
                    item.code,
                    item.label,
                    said["oui"],
                    base,
                    status,
                    marks.get(item.code),
                    no_answer=said["sans-reponse"],
                    not_asked=said["non-posee"],
                )
            )
        result = self._result(
            indicator, base, tuple(items), certainty=question.base_certainty, note=question.base_note, poles=poles
        )
        return Measured(result, yes_no=True)

    def _named_only(self, indicator: Indicator) -> Result:
        """A question whose items the survey names without a figure: nothing was measured, whatever is selected."""
        question = QUESTION[indicator.key]
        return Result(
            indicator.key,
            indicator.title,
            indicator.theme,
            Base(0, question.unit, _UNITS[question.unit], question.base_certainty, question.base_note),
            "published",
            self.figures.survey or DATASET["figures"].source,
            tuple(Item(item.code, item.label, status=Status.NOT_ASKED) for item in question.items),
            multiple=indicator.multiple,
            note=indicator.note,
            phrase=indicator.phrase,
        )

    def _group_sizes(self, indicator: Indicator) -> Measured:
        counts, lower = {}, 0
        for band in indicator.bins:
            upper = float("inf") if band.upper is None else band.upper
            counts[band.code] = self._poles_of_size(lambda size, ends=(lower, upper): ends[0] < size <= ends[1])
            lower = upper
        return self._histogram(indicator, counts, self.poles())

    def _ratio_bins(self, indicator: Indicator) -> Measured:
        counts = {band.code: self._poles_in(str(rank)) for rank, band in enumerate(indicator.bins)}
        return self._histogram(indicator, counts, *self._poles_of_amounts())

    def _histogram(self, indicator: Indicator, counts: dict[str, int], base: int, total: int | None = None) -> Measured:
        total = base if total is None else total
        status = _status(total, base)
        items = tuple(
            _item(band.code, band.label, counts[band.code], base, status, no_answer=max(0, total - base))
            for band in indicator.bins
        )
        return Measured(self._result(indicator, base, items, poles=base), partition=True)

    def _ratio(self, indicator: Indicator) -> Measured:
        rows = self.reply.amounts[AMOUNTS]
        known = [row for code, row in rows.items() if code != NOT_RECORDED]
        base, total = self._poles_of_amounts()
        whole = sum(row.whole for row in known)
        status = _status(total, base)
        marks = self._percents(indicator)
        values: dict[str, float] = {}
        resting_on: dict[str, int] = {}
        dominance = max((row.greatest_whole for row in known), default=0.0) / whole if whole else 0.0
        if known and base:
            least, greatest = min(row.least for row in known), max(row.greatest for row in known)
            overall = self.policy.ratio(sum(row.part for row in known) / whole, dominance, _respondents_of(known))
            values = {"overall": overall, "minimum": least, "maximum": greatest}
            zeros = rows["0"].rows if least == 0 else 1
            resting_on = {"overall": base, "minimum": zeros, "maximum": base if greatest == 0 else 1}
        items = tuple(
            Item(
                code, label, None, values.get(code), None, None, marks.get(code), status, no_answer=max(0, total - base)
            )
            for code, label in _RATIO_ITEMS
        )
        result = self._result(indicator, base, items, Measure.RATIO, poles=base)
        return Measured(result, resting_on=resting_on, dominance=dominance)

    # Parts

    def _percents(self, indicator: Indicator) -> dict[str, float]:
        published = self.figures.by_indicator.get(indicator.key)
        return published.percents if published else {}

    def _result(
        self,
        indicator: Indicator,
        base: int,
        items: tuple[Item, ...],
        measure: Measure = Measure.SHARE,
        certainty: str = "",
        note: str = "",
        poles: int | None = None,
    ) -> Result:
        dataset = DATASET[indicator.dataset]
        published = self.figures.by_indicator.get(indicator.key)
        amounts = published.amounts if published else ()
        printed = f"La source imprime\u00a0: {' et '.join(amounts)}." if amounts else ""
        words = published.words if published else {}
        items = tuple(
            replace(item, published_text=words.get(item.code, ""), phrase=indicator.item_phrases.get(item.code, ""))
            for item in items
        )
        # The directory is public; all the rest is the release's, which alone says what it is.
        release = None if dataset.provenance == "public" else self.release
        # Only the sample calibrated on the published survey was drawn from the frame that the survey says.
        framed = release is not None and not release.imported and not self.selection["structures"]
        frame = self.figures.frames.get(indicator.unit) if framed else None
        return Result(
            indicator.key,
            indicator.title,
            indicator.theme,
            Base(
                base,
                indicator.unit,
                f"{_UNITS[indicator.unit]} {release.origin if release else 'de l’annuaire public'}",
                certainty or (published.certainty if published else "counted"),
                note or (published.note if published else ""),
                # A base that outgrows the frame was not drawn from it.
                frame if frame is not None and base <= frame else None,
                poles,
            ),
            release.provenance if release else dataset.provenance,
            release.source if release else dataset.source,
            items,
            measure,
            indicator.multiple,
            " ".join(filter(None, (note_of(indicator, release), printed))),
            published.source if published else None,
            self.selection[indicator.population],
            release.wave if release and release.imported else "",
            policy=str(release.policy) if release else "",
            policy_note=self.policy.note if release else "",
            phrase=indicator.phrase,
        )


def _respondents_of(rows: Iterable[AmountsRow]) -> KeyedCount:
    return sum((KeyedCount(row.rows, row.cell_key) for row in rows), NOBODY)


def note_of(indicator: Indicator, release: Release | None) -> str:
    """The note of an indicator; what it says of a question without a published figure holds of the demonstration."""
    return "" if indicator.kind is Kind.QUESTION and release and release.imported else indicator.note


def _status(total: int, answered: int, empty: Status = Status.EMPTY) -> Status:
    if not total:
        return empty
    return Status.SHOWN if answered else Status.NO_ANSWER


def _item(
    code: str,
    label: str,
    count: int,
    base: int,
    status: Status,
    published: float | None = None,
    no_answer: int = 0,
    not_asked: int = 0,
) -> Item:
    shown = status is Status.SHOWN
    # Only a shifted count can be over its base.
    count = min(count, base)
    return Item(
        code,
        label,
        count if shown else None,
        count / base if shown else None,
        None,
        None,
        published,
        status,
        no_answer,
        not_asked,
    )
