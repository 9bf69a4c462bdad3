"""The engine's Reply → one Result per indicator, before disclosure and intervals."""

from dataclasses import dataclass, field, replace

from ptce_data.datasets.catalogue import DATASET
from ptce_data.engine import NOT_RECORDED, Reply
from ptce_data.indicators.asking import AMOUNTS, POLES, SAMPLE, TOTAL, question_keys
from ptce_data.indicators.declaration import Indicator, Kind
from ptce_data.indicators.published import Figures
from ptce_data.results import Base, Item, Measure, Result, Status
from ptce_data.schema.questions import QUESTION

_RATIO_ITEMS = (("overall", "Ensemble"), ("minimum", "Minimum"), ("maximum", "Maximum"))

_ORIGINS = {"demonstration": "de l’échantillon de démonstration", "imported": "de l’échantillon importé"}
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

    used: indicator key → codes that some unit has, whatever the selection.
    """

    reply: Reply
    figures: Figures
    used: dict[str, frozenset[str]]
    selection: str  # in words, "" for the whole

    def measure(self, indicator: Indicator) -> Measured:
        measures = {
            Kind.BREAKDOWN: self._breakdown,
            Kind.QUESTION: self._question,
            Kind.GROUP_SIZES: self._group_sizes,
            Kind.RATIO: self._ratio,
            Kind.RATIO_BINS: self._ratio_bins,
        }
        return measures[indicator.kind](indicator)

    def total(self, population: str) -> int:
        return self.reply.counts[f"{population}/{TOTAL}"][""]

    def poles(self) -> int:
        """Poles of the sample with at least one structure kept."""
        return sum(self.reply.sizes[f"{SAMPLE}/{POLES}"].values())

    # Kinds

    def _breakdown(self, indicator: Indicator) -> Measured:
        counts = self.reply.counts[indicator.key]
        total, unknown = self.total(indicator.population), counts.get(NOT_RECORDED, 0)
        public = indicator.unit == "pole"
        # In the directory "non renseigné" is a fact of the page read; in a survey it is no answer.
        base = total if public else total - unknown
        codes = DATASET[indicator.population].table.column(indicator.column).codes
        marks = self._percents(indicator)
        used = self.used[indicator.key]
        keys = [code for code in codes.keys if indicator.every_code or code in used or code in marks]
        keys += [NOT_RECORDED] if public and NOT_RECORDED in used else []
        status = _status(total, base)
        items = tuple(
            _item(
                code,
                codes.label(code).capitalize() if code == NOT_RECORDED else codes.label(code),
                counts.get(code, 0),
                base,
                status,
                marks.get(code),
                no_answer=0 if public else unknown,
            )
            for code in keys
        )
        measure = Measure.COUNT if public else Measure.SHARE
        poles = None if public else self.poles()
        result = self._result(indicator, base, items, measure, poles=poles)
        return Measured(result, partition=not indicator.multiple)

    def _question(self, indicator: Indicator) -> Measured:
        question = QUESTION[indicator.key]
        answers_key, respondents_key = question_keys(question.unit)
        answers = {row.by[1:]: row.rows for row in self.reply.linked.get(answers_key, ()) if row.by[0] == question.key}
        respondents = [row for row in self.reply.linked.get(respondents_key, ()) if row.by[0] == question.key]
        base, poles = respondents[0].distinct if respondents else (0, 0)
        marks = self._percents(indicator)
        kept = self.total(indicator.population)
        items = []
        for item in question.items:
            said = {answer: answers.get((item.code, answer), 0) for answer in ("oui", "sans-reponse", "non-posee")}
            asked = any(rows for (code, answer), rows in answers.items() if code == item.code and answer != "non-posee")
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

    def _group_sizes(self, indicator: Indicator) -> Measured:
        sizes = self.reply.sizes[f"{SAMPLE}/{POLES}"]
        counts, lower = {}, 0
        for one in indicator.bins:
            upper = float("inf") if one.upper is None else one.upper
            counts[one.code] = sum(groups for size, groups in sizes.items() if lower < size <= upper)
            lower = upper
        return self._histogram(indicator, counts, self.poles())

    def _ratio_bins(self, indicator: Indicator) -> Measured:
        rows = self.reply.amounts[AMOUNTS]
        counts = {one.code: rows[str(rank)].rows if str(rank) in rows else 0 for rank, one in enumerate(indicator.bins)}
        return self._histogram(indicator, counts, sum(counts.values()), sum(row.rows for row in rows.values()))

    def _histogram(self, indicator: Indicator, counts: dict[str, int], base: int, total: int | None = None) -> Measured:
        total = base if total is None else total
        status = _status(total, base)
        items = tuple(
            _item(one.code, one.label, counts[one.code], base, status, no_answer=total - base) for one in indicator.bins
        )
        return Measured(self._result(indicator, base, items, poles=base), partition=True)

    def _ratio(self, indicator: Indicator) -> Measured:
        rows = self.reply.amounts[AMOUNTS]
        known = [row for code, row in rows.items() if code != NOT_RECORDED]
        base, total = sum(row.rows for row in known), sum(row.rows for row in rows.values())
        whole = sum(row.whole for row in known)
        status = _status(total, base)
        marks = self._percents(indicator)
        values: dict[str, float] = {}
        resting_on: dict[str, int] = {}
        if known:
            least, greatest = min(row.least for row in known), max(row.greatest for row in known)
            values = {"overall": sum(row.part for row in known) / whole, "minimum": least, "maximum": greatest}
            zeros = rows["0"].rows if least == 0 else 1
            resting_on = {"overall": base, "minimum": zeros, "maximum": base if greatest == 0 else 1}
        items = tuple(
            Item(code, label, None, values.get(code), None, None, marks.get(code), status, no_answer=total - base)
            for code, label in _RATIO_ITEMS
        )
        result = self._result(indicator, base, items, Measure.RATIO, poles=base)
        dominance = max((row.greatest_whole for row in known), default=0.0) / whole if whole else 0.0
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
        items = tuple(replace(item, published_text=words.get(item.code, "")) for item in items) if words else items
        public = dataset.provenance == "public"
        frame = None if public or self.selection else self.figures.frames.get(indicator.unit)
        return Result(
            indicator.key,
            indicator.title,
            indicator.theme,
            Base(
                base,
                indicator.unit,
                f"{_UNITS[indicator.unit]} {'de l’annuaire public' if public else _ORIGINS[dataset.provenance]}",
                certainty or (published.certainty if published else "counted"),
                note,
                # A base that outgrows the frame was not drawn from it (an imported survey, say).
                frame if frame is not None and base <= frame else None,
                poles,
            ),
            dataset.provenance,
            dataset.source,
            items,
            measure,
            indicator.multiple,
            " ".join(filter(None, (indicator.note, printed))),
            published.source if published else None,
            self.selection,
        )


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
