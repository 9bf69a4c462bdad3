"""The words of a ComparisonReport: three verdicts, French typography, nothing good or bad."""

import re

import pytest

from ptce_data.comparison import VARIABLES, Group, pole_of_sample, recommendations, report_wording, similar_poles
from ptce_data.comparison.api import compare
from ptce_data.comparison.contacts import recommendation_reason
from ptce_data.comparison.report import Estimate, Measure, PublishedValue, Row, SelectionBounds, Spread, Verdict
from ptce_data.comparison.report_wording import far_warning, similar_reason
from ptce_data.schema.user_pole import Tally, UserPole
from tests.factories import user_pole

WORDS = {variable.key: variable.words for variable in VARIABLES}
MINE = user_pole(
    {
        "pooling/lieux": (11, 12),
        "pooling/competences": (1, 12),
        "sectors/culture": (6, 12),
        "qpv/oui": (5, 12),
    },
    structures=12,
    fte_total=20,
    fte_coordination=3,
)

#: A space that would leave its punctuation alone on the next line, a straight apostrophe, a straight quote.
_WRONG = re.compile(r" [;:?!%»]|« |\w'\w|\"")
_JUDGING = re.compile(
    r"\b(?:mieux|meilleur\w*|pire|bon(?:ne)?s?|mauvais\w*|performan\w*|retard|avance|bravo|insuffisan\w*)\b"
)


def row(**changed):
    values = {
        "indicator": "pooling",
        "item": "lieux",
        "title": "Que mutualisent les membres\u202f?",
        "label": "Lieux",
        "measure": Measure.SHARE,
        "own": Estimate(4 / 13, 0.127, 0.576, 4, 13),
        "reference": Estimate(0.58, 0.49, 0.66, 108, 187),
        "poles": 24,
        "spread": Spread(24, (0.35, 0.75), (0.2, 0.9), True),
        "published": PublishedValue(0.58, "unstated"),
        "gap": (-0.47, -0.01),
        "verdict": Verdict.BELOW,
    }
    return Row(**(values | changed))


def test_a_row_in_full():
    assert report_wording.row_sentence(row()) == (
        "Lieux\u00a0: 31\u202f% dans mon pôle (4 sur 13\u00a0structures, intervalle 13–58\u202f%). "
        "Référence\u00a0: 58\u202f% (24\u00a0pôles, intervalle 49–66\u202f%). "
        "Mon pôle est «\u202fen dessous\u202f»\u00a0: l’incertitude ne l’explique pas "
        "(écart de −47 à −1\u00a0points). "
        "La moitié centrale des 24\u00a0pôles va de 35\u202f% à 75\u202f%\u202f; l’étendue, sans les deux pôles "
        "extrêmes de chaque côté, va de 20\u202f% à 90\u202f%. "
        "Publié\u00a0: 58\u202f% (base non dite par la source\u00a0: pas d’intervalle)."
    )
    assert report_wording.why(row()) == "24\u00a0pôles, intervalle 49–66\u202f%"


@pytest.mark.parametrize(
    ("verdict", "words"), [("below", "en dessous"), ("compatible", "compatible"), ("above", "au-dessus")]
)
def test_three_verdicts_and_no_fourth(verdict, words):
    assert report_wording.verdict_words(row(verdict=Verdict(verdict))) == words
    assert set(report_wording.VERDICTS) == set(Verdict) and report_wording.VERDICTS[verdict] == words


def test_a_masked_value_is_a_range_and_says_why():
    masked = row(own=Estimate(None, 0.0, 0.5, None, 13, (1 / 13, 2 / 13)))
    assert report_wording.value_words(masked, masked.own) == "de 8\u202f% à 15\u202f%"
    assert "secret statistique" in report_wording.row_sentence(masked)
    unknown = row(own=Estimate(None, 0.0, 1.0, None, 13, (0.0, 1.0)))
    assert report_wording.value_words(unknown, unknown.own) == "masqué"
    nothing = row(reference=Estimate(None), verdict=None, gap=None, missing="reference")
    assert report_wording.verdict_words(nothing) == "masqué" and "Mon pôle est" not in report_wording.row_sentence(
        nothing
    )


def test_published_bases_are_said():
    stated = row(published=PublishedValue(72 / 187, "stated", 187, 0.33, 0.45))
    assert (
        "Publié\u00a0: 38,5\u202f% (base de 187\u00a0structures, intervalle 33–45\u202f%)"
        in report_wording.row_sentence(stated)
    )
    assert "impossible" in report_wording.row_sentence(row(published=PublishedValue(0.91, "impossible", 24)))
    assert "deux tiers (" in report_wording.row_sentence(
        row(published=PublishedValue(0.667, "stated", words="deux tiers"))
    )
    assert "Publié" not in report_wording.row_sentence(row(published=None))


def test_few_poles_and_no_width():
    assert "Trop peu de pôles" in report_wording.row_sentence(row(spread=Spread(4)))
    assert "est à 0\u202f%" in report_wording.row_sentence(row(spread=Spread(24, (0.0, 0.0), (0.0, 0.0), True)))


def test_a_distribution_withheld_says_why():
    said = report_wording.row_sentence(row(spread=Spread(10, coarse=True, withheld=True)))
    assert "non montrée (secret statistique)" in said and "Trop peu" not in said


def test_the_bounds_say_that_they_assume_nothing():
    surveyed = report_wording.selection_sentence(SelectionBounds("surveyed", "structure", 187, 740, 0.146, 0.893))
    known = report_wording.selection_sentence(SelectionBounds("known", "pole", 24, 160, 0.09, 0.94))
    assert "740" in surveyed and "15\u202f% et 89\u202f%" in surveyed and "sans rien supposer" in surveyed
    assert "160" in known and "9\u202f% et 94\u202f%" in known


def test_ranks_are_intervals():
    assert "entre la 1re et la 21e place sur 24\u00a0pôles" in report_wording.rank_sentence(1, 21, 24)
    assert "\u00a0: la 2e place sur 3" in report_wording.rank_sentence(2, 2, 3)


def every_sentence():
    odd = UserPole(structures=200, departement_code="976", tallies=(Tally("sectors", "tourisme", 200, 200),))
    for mine in (MINE, pole_of_sample("demo-01"), pole_of_sample("demo-24")):
        for text in ("national", "region:84", "similaires", "qpv:non", "region:53"):
            kind, _, value = text.partition(":")
            report = compare(mine, Group(kind, (value,) if value else ()))
            yield from (report.group_words, report.refusal, report_wording.chance_sentence(report))
            for one in report.rows:
                yield from (
                    report_wording.row_sentence(one),
                    report_wording.why(one),
                    report_wording.verdict_words(one),
                )
                yield from map(report_wording.selection_sentence, one.selection)
        yield from (recommendation_reason(call, WORDS) for call in recommendations(mine))
        yield from (similar_reason(pole, WORDS) for pole in similar_poles(mine, 5).poles)
    yield far_warning(similar_poles(odd, 5))


def test_typography_and_no_judgement():
    sentences = [text for text in every_sentence() if text]
    assert len(sentences) > 300
    names = re.compile(r"«\u202f[^»]*»")
    for text in sentences:
        assert not _WRONG.search(text), text
        if "faute de mieux" not in text:
            assert not _JUDGING.search(names.sub("", text)), text


def test_reasons_to_call_are_one_line():
    reasons = [recommendation_reason(call, WORDS) for call in recommendations(MINE)]
    assert any("absent" in reason and "km" in reason for reason in reasons)
    assert any(reason.startswith("Pôle de l’échantillon de démonstration\u00a0: ") for reason in reasons)
    assert all("\n" not in reason and len(reason) < 260 and reason.endswith(".") for reason in reasons)
