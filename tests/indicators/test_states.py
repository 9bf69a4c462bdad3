"""Masked, not asked, no answer, empty and zero: five things that never look alike."""

import pytest

from ptce_data.indicators import INDICATORS, answer, compute
from ptce_data.results import Measure, Status
from ptce_data.results.wording import base_line
from ptce_data.selection import Selection
from tests.factories import figure, responses, sample_pole, structure, write_dataset

NAMED_ONLY = ("cooperation-forms", "contributions")


def _one(folder, key, selection=None):
    (result,) = compute(selection or Selection(), (key,), folder)
    return result


def _states(result):
    return {item.code: (item.status, item.count) for item in result.items}


@pytest.fixture
def ten(tmp_path):
    """Ten structures: eight of d1, two of d2; six answered the question on values."""
    rows = [structure(n, "d1" if n < 8 else "d2", legal_status="association" if n < 7 else "scic") for n in range(10)]
    said = dict.fromkeys(range(4), "oui") | {4: "non", 5: "non", 6: "sans-reponse", 7: "sans-reponse"}
    said |= {8: "non-posee", 9: "non-posee"}
    answers = responses("values", "cooperation", said)
    answers += responses("values", "mutualisation", {n: "non" if n < 6 else a for n, a in said.items()})
    answers += responses("values", "lien-social", {n: "oui" if n < 3 else "non" for n in range(6)})
    answers += responses("pooling", "lieux", dict.fromkeys(range(10), "sans-reponse"))
    answers += responses("hr-impact", "effet-rh", dict.fromkeys(range(10), "non-posee"))
    return write_dataset(tmp_path, rows, responses=answers)


def test_zero_is_shown_and_a_no_of_two_is_masked(ten):
    result = _one(ten, "values")
    assert result.base.n == 6
    assert result.base.poles is None  # two poles are kept: how few isn't told
    assert _states(result) == {
        "cooperation": (Status.MASKED, None),  # four yes, two no
        "mutualisation": (Status.SHOWN, 0),
        "lien-social": (Status.SHOWN, 3),
    }
    assert result.items[0].no_answer == 2
    assert result.items[0].not_asked == 2
    assert result.items[2].share == 0.5
    assert result.items[1].low == 0.0


def test_asked_and_nobody_answered(ten):
    result = _one(ten, "pooling")
    assert result.base.n == 0
    states = {item.code: item.status for item in result.items}
    assert states["lieux"] is Status.NO_ANSWER
    assert states["competences"] is Status.NOT_ASKED


@pytest.mark.parametrize("key", ["hr-impact", "cooperation-forms", "contributions", "hr-effects"])
def test_not_asked(ten, key):
    assert {item.status for item in _one(ten, key).items} == {Status.NOT_ASKED}


def test_nothing_selected_is_empty_everywhere(ten):
    found = answer(Selection(regions=("94",)), folder=ten)
    assert (found.poles_total, found.sample_total, found.sample_poles, found.pole_ids) == (0, 0, 0, ())
    for result in found.results:
        assert result.base.n == 0
        # What nobody was asked is not asked, whatever is selected.
        state = Status.NOT_ASKED if result.key in NAMED_ONLY else Status.EMPTY
        for item in result.items:
            assert (item.status, item.count, item.share, item.low) == (state, None, None, None), result.key


def test_every_result_of_empty_files_is_well_defined(tmp_path):
    found = answer(Selection(), folder=write_dataset(tmp_path))
    assert [result.key for result in found.results] == [indicator.key for indicator in INDICATORS]
    measured = [result for result in found.results if result.key not in NAMED_ONLY]
    assert {item.status for result in measured for item in result.items} == {Status.EMPTY}


def test_unknown_is_an_item_of_the_directory_and_no_answer_of_a_survey(tmp_path):
    rows = [structure(n, iae=value) for n, value in enumerate(["oui"] * 4 + ["non"] * 3 + [None] * 2)]
    result = _one(write_dataset(tmp_path, rows), "iae")
    assert result.base.n == 7
    assert _states(result) == {"oui": (Status.SHOWN, 4), "non": (Status.SHOWN, 3)}
    assert [item.no_answer for item in result.items] == [2, 2]
    public = _one(None, "poles-by-legal-status")
    assert public.items[-1].code == "nr"
    assert sum(item.count for item in public.items) == public.base.n


def test_coordination_of_the_poles_kept(tmp_path):
    rows = [structure(n, f"d{n}", departement="69" if n < 4 else "01") for n in range(7)]
    fte = [(10, 0), (10, 0), (20, 0), (10, 4), (40, 2), (40, 2), (None, None)]
    folder = write_dataset(tmp_path, rows, sample_poles=[sample_pole(f"d{n}", *pair) for n, pair in enumerate(fte)])
    result = _one(folder, "coordination")
    assert result.measure is Measure.RATIO
    assert result.base.n == 6
    shares = {item.code: item.share for item in result.items}
    assert shares == {"overall": pytest.approx(8 / 130), "minimum": 0.0, "maximum": None}
    bins = _one(folder, "coordination-distribution")
    assert _states(bins)["0"] == (Status.SHOWN, 3)
    assert [item.no_answer for item in bins.items] == [1] * 5
    assert not any(item.masked for item in bins.items if item.code == "5-10")
    filtered = _one(folder, "coordination", Selection(departements=("69",)))
    assert filtered.base.n == 4
    assert filtered.items[0].share == pytest.approx(4 / 50)


def test_sizes_of_poles_are_those_of_the_structures_kept(tmp_path):
    rows = [structure(10 * p + n, f"d{p}", iae="oui" if n else "non") for p in range(3) for n in range(5)]
    folder = write_dataset(tmp_path, rows)
    assert _states(_one(folder, "pole-size"))["5-6"] == (Status.SHOWN, 3)
    assert _states(_one(folder, "pole-size", Selection(iae=("oui",))))["1-4"] == (Status.SHOWN, 3)


def test_marks_come_from_the_figures_table_and_stay_under_filters(tmp_path):
    rows = [structure(n, legal_status="association" if n % 2 else "scic", in_qpv="oui") for n in range(12)]
    figures = [
        figure("a", "legal-status", "association", 57.0),
        figure("b", "legal-status", "sarl", 9.5, base_certainty="unstated"),
        figure("c", "qpv", "oui", 72, unit="structures", base_as_stated="parmi 187 structures"),
        figure("labo-2017-methode-structures-echantillon", None, None, 740, unit="structures"),
    ]
    folder = write_dataset(tmp_path, rows, figures=figures)
    for selection in (Selection(), Selection(qpv=("oui",))):
        result = _one(folder, "legal-status", selection)
        # SARL has a mark and no structure: it is shown all the same.
        assert {item.code: item.published for item in result.items} == {"association": 57, "sarl": 9.5, "scic": None}
        assert result.base.certainty == "unstated"
        assert result.published_source.title == "Enquête"
        # The frame is known for the whole sample, not for a part of it.
        assert result.base.frame == (None if selection else 740)
    qpv = _one(folder, "qpv")
    assert [item.published for item in qpv.items] == [None]
    assert "«\u202f72 structures\u202f», parmi 187 structures" in qpv.note


@pytest.mark.parametrize("key", NAMED_ONLY)
def test_what_was_not_measured_is_no_figure_of_the_sample(key):
    """Named by the survey, without a figure: published, from the survey, under any filter."""
    for selection in (Selection(), Selection(qpv=("oui",)), Selection(regions=("94",))):
        result = _one(None, key, selection)
        assert (result.provenance, result.policy, result.selection) == ("published", "", "")
        assert "Labo de l'ESS" in result.source.title.replace("’", "'")
        assert "démonstration" not in result.base.population
        assert {item.status for item in result.items} == {Status.NOT_ASKED}


def test_the_base_of_sectors_is_that_of_most_and_the_others_are_named():
    base = _one(None, "sectors").base
    assert base.certainty == "stated"
    assert "187 structures" in base.note
    assert "action sociale (1\u202f%)" in base.note
    assert "formation (3\u202f%)" in base.note
    assert "« activités des membres de PTCE »" in base.note
    assert _one(None, "qpv").base.note == ""


def test_a_total_of_one_or_two_is_told_nowhere_on_the_page(tmp_path):
    same = {"iae": "oui", "in_qpv": "non", "sectors": ["culture"]}
    rows = [structure(n, "d1", legal_status="scic" if n < 2 else "association", **same) for n in range(20)]
    folder = write_dataset(tmp_path, rows)
    found = answer(Selection(legal_statuses=("scic",)), "portrait", folder)
    assert (found.sample_few, found.sample_total, found.sample_poles) == (True, 2, None)
    assert found.sample_facets["legal_statuses"]["scic"] is None
    assert set(found.sample_facets["iae"].values()) == {None}
    for result in found.results:
        assert result.base.few
        assert not any(item.status is Status.SHOWN for item in result.items)
        assert "moins de 3" in base_line(result)


def test_every_figure_of_the_sample_says_its_policy():
    for result in compute(Selection()):
        assert bool(result.policy_note) == (result.provenance == "demonstration"), result.key
        assert result.to_dict()["policy"] == result.policy
