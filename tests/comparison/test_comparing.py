"""A ComparisonReport against counts made by hand, leave-one-out, and the three uncertainties."""

import dataclasses
import math

import pytest

import ptce_data
from ptce_data import statistics
from ptce_data.comparison import Group, Verdict, pole_of_sample, rank
from ptce_data.comparison.api import compare
from ptce_data.datasets.faults import DataError
from ptce_data.results import Measure as ResultMeasure
from ptce_data.schema.user_pole import Tally, UserPole
from tests.factories import figure, responses, sample_pole, structure, user_pole, write_dataset

MINE = user_pole(
    {
        "pooling/lieux": (11, 12),
        "pooling/competences": (3, 12),
        "values/cooperation": (11, 12),
        "values/mutualisation": (0, 0),
        "sectors/tourisme": (2, 12),
        "qpv/oui": (5, 12),
    },
    legal_status="scic",
    structures=12,
    fte_total=20,
    fte_coordination=3,
)


def test_the_reference_is_the_figure_of_the_other_pages():
    results = {result.key: result for result in ptce_data.compute(ptce_data.Selection())}
    rows = [row for row in compare(MINE).rows if row.measure == "share" and row.item != "tourisme"]
    assert len(rows) == 4
    for row in rows:
        item = next(item for item in results[row.indicator].items if item.code == row.item)
        assert (row.reference.value, row.reference.count, row.reference.n) == (item.share, item.count, 187)
        assert row.reference.low <= item.low and item.high <= row.reference.high, "poles as clusters only add doubt"


def test_mine_is_counted_with_its_own_base_and_wilsons_interval():
    row = compare(MINE).row("pooling", "lieux")
    assert (row.own.value, row.own.count, row.own.n) == (11 / 12, 11, 12)
    assert (row.own.low, row.own.high) == pytest.approx(statistics.intervals([11], [12], [None])[0])


def test_what_i_did_not_answer_has_no_row_and_what_i_alone_say_has_one():
    report = compare(MINE)
    with pytest.raises(KeyError):
        report.row("values", "mutualisation")
    assert report.row("sectors", "tourisme").reference.value == 0


def test_three_verdicts():
    report = compare(MINE)
    assert report.row("pooling", "lieux").verdict is Verdict.ABOVE
    assert report.row("pooling", "competences").verdict is Verdict.BELOW
    assert report.row("values", "cooperation").verdict is Verdict.COMPATIBLE
    for row in report.rows:
        low, high = row.gap
        expected = Verdict.ABOVE if low > 0 else Verdict.BELOW if high < 0 else Verdict.COMPATIBLE
        assert row.verdict is expected


def test_the_published_value_has_an_interval_only_on_a_stated_base():
    report = compare(MINE)
    assert report.row("qpv", "oui").published.base_n == 187
    assert report.row("qpv", "oui").published.low < 72 / 187 < report.row("qpv", "oui").published.high
    assert report.row("pooling", "lieux").published.low is None
    assert report.row("pooling", "lieux").published.certainty == "unstated"
    assert report.row("values", "cooperation").published.certainty == "impossible"
    assert report.row("coordination", "overall").published.value == pytest.approx(0.1)


def test_bounds_that_assume_nothing_are_those_of_24_of_50_of_160():
    surveyed, known = compare(MINE).row("pooling", "lieux").selection
    assert (surveyed.kept, surveyed.of, known.kept, known.of) == (187, 740, 24, 160)
    assert (surveyed.low, surveyed.high) == pytest.approx((108 / 740, (108 + 553) / 740))
    assert 0 <= known.high - known.low - 136 / 160 < 0.02, "rounded outwards, to the point"
    assert compare(MINE, Group("region", ("84",))).row("pooling", "lieux").selection == ()


def test_a_pole_of_the_sample_is_always_taken_out_of_its_reference():
    listed = Group("liste", ("demo-01", "demo-02", "demo-06", "demo-07"))
    for group in (None, Group("region", ("84",)), Group("similaires"), listed):
        report = compare(pole_of_sample("demo-01"), group)
        assert report.left_out == "demo-01" and "demo-01" not in {peer.pole_id for peer in report.peers}
        assert report.rows and "sans mon pôle" in report.group_words
    whole, without = compare(MINE), compare(pole_of_sample("demo-01"))
    assert without.structures == whole.structures - 13 == 174
    row = without.row("pooling", "connaissances")
    assert row.reference.n == 174 and row.selection[0].of == 740 - 13 and row.selection[1].of == 159


def test_my_own_figures_brought_for_a_pole_of_the_sample_are_mine_and_still_left_out():
    report = compare(dataclasses.replace(MINE, sample_pole_id="demo-01"))
    assert report.row("pooling", "lieux").own.count == 11
    assert report.row("pooling", "lieux").reference.n == 174


def test_the_answers_of_a_pole_of_the_sample_come_out_by_the_door():
    """13 structures: 1, 2, 11 and 12 are ranges, never numbers; coordination is one pole's answer: no row at all."""
    report = compare(pole_of_sample("demo-01"))
    masked = [row for row in report.rows if row.own.masked]
    assert masked
    for row in report.rows:
        if row.measure == "share" and row.own.count is not None:
            assert row.own.count not in (1, 2), row.key
        if row.own.masked:
            assert row.own.count is None and row.own.low <= row.own.possible[0] <= row.own.possible[1]
    with pytest.raises(KeyError):
        report.row("coordination", "overall")
    assert pole_of_sample("demo-01").tallies == ()


def test_a_masked_reference_gives_a_range_and_a_verdict_that_every_value_of_it_gives():
    rows = compare(pole_of_sample("demo-01"), Group("region", ("84",))).rows
    masked = [row for row in rows if row.reference.masked]
    assert masked
    for row in masked:
        assert row.reference.value is None and row.reference.count is None
        low, high = row.reference.possible
        assert 0 <= low < high <= 1 and row.reference.low <= low and high <= row.reference.high


def test_groups_too_small_are_refused_and_say_why():
    report = compare(MINE, Group("region", ("53",)))
    assert report.rows == () and "3" in report.refusal and len(report.peers) == 2
    small = compare(MINE, Group("taille", ("1-4",)))
    assert len(small.peers) >= 3 and small.structures < 20 and "20" in small.refusal and small.rows == ()
    listed = compare(MINE, Group("liste", ("demo-01", "demo-02", "demo-06", "ailleurs")))
    assert listed.unknown == ("ailleurs",) and listed.rows


def test_size_and_coordination_have_the_interval_of_their_poles():
    report = compare(MINE)
    size = report.row("pole-size", "mean")
    assert size.reference.value == pytest.approx(187 / 24)
    assert size.reference.low < 187 / 24 < size.reference.high and size.own.low is None
    ratio = report.row("coordination", "overall")
    assert ratio.own.value == 0.15 and ratio.reference.value == pytest.approx(0.1, abs=5e-4)
    (result,) = ptce_data.compute(ptce_data.Selection(), ["coordination"])
    assert result.measure is ResultMeasure.RATIO and result.items[0].share == ratio.reference.value


@pytest.mark.parametrize(("total", "coordination"), [(0, 0), (10, 11), (None, 1), (10, None), (10, -1)])
def test_coordination_that_makes_no_share_has_no_row(total, coordination):
    mine = dataclasses.replace(MINE, fte_total=total, fte_coordination=coordination)
    assert "coordination" not in {row.indicator for row in compare(mine).rows}


def test_everything_by_hand_on_another_wave(tmp_path):
    """Four poles of 6 structures; "lieux" is said by 1, 2, 3 and 4 of them; one structure did not answer."""
    rows = [
        structure(6 * pole + n, f"p{pole}", in_qpv="oui" if n < 3 else "non") for pole in range(4) for n in range(6)
    ]
    answers = {6 * pole + n: "oui" if n <= pole else "non" for pole in range(4) for n in range(6)} | {
        23: "sans-reponse"
    }
    folder = write_dataset(
        tmp_path,
        rows,
        responses=responses("pooling", "lieux", answers),
        sample_poles=[sample_pole(f"p{pole}", 10, pole) for pole in range(4)],
        figures=[figure("f", "pooling", "lieux", 58)],
    )
    mine = UserPole(
        tallies=(Tally("pooling", "lieux", 6, 6), Tally("qpv", "oui", 3, 6)), fte_total=4, fte_coordination=1
    )
    report = compare(mine, folder=folder)
    row = report.row("pooling", "lieux")
    assert (row.reference.count, row.reference.n, row.poles) == (10, 23, 4)
    effect = math.ceil(4 * statistics.design_effect([1, 2, 3, 4], [6, 6, 6, 5])) / 4
    assert (row.reference.low, row.reference.high) == statistics.clustered_interval(10 / 23, 23, effect)
    assert row.verdict is Verdict.ABOVE and row.spread.poles == 4 and row.spread.whole is None
    assert row.published.value == 0.58 and row.published.low is None
    assert report.row("qpv", "oui").verdict is Verdict.COMPATIBLE
    assert report.row("coordination", "overall").reference.value == pytest.approx(6 / 40)
    assert "pole-size" not in {row.indicator for row in report.rows}, "I did not say how many structures"


def test_nothing_brought_gives_no_row_and_an_empty_sample_is_refused(tmp_path):
    assert compare(UserPole()).rows == ()
    assert compare(MINE, folder=write_dataset(tmp_path)).refusal


def test_ranks_on_request_with_their_interval():
    best, worst, poles = rank(MINE, Group(), "pooling", "lieux")
    assert 1 <= best <= worst <= poles == 25
    assert rank(MINE, Group(), "values", "lien-social") is None
    assert rank(MINE, Group("region", ("53",)), "pooling", "lieux") is None
    assert rank(pole_of_sample("demo-01"), Group(), "pooling", "lieux") is None, "its answers are not told one by one"
    with pytest.raises(KeyError):
        rank(MINE, Group(), "coordination", "overall")


def test_faults_are_not_swallowed(tmp_path):
    with pytest.raises(DataError):
        compare(MINE, folder=tmp_path)
    with pytest.raises(KeyError):
        pole_of_sample("demo-99")


def test_compare_is_in_the_front_door():
    assert ptce_data.compare(MINE) == compare(MINE)
