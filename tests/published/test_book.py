"""Every published percentage has its verdict, worked out again here by trying every numerator."""

import dataclasses
from fractions import Fraction
from math import floor

import pytest

from ptce_data.datasets.reading import DataError, read
from ptce_data.published import Reason, Verdict, checked_percentages
from ptce_data.published.grim_check import AMOUNTS, KNOWN_BASES
from ptce_data.schema.codes import BASE_CERTAINTIES
from tests.factories import figure, write_dataset


def printed_on(percent, base, decimals, rounded):
    """Every numerator that prints as `percent`, found the long way."""
    scale = 10**decimals
    cut = (lambda share: floor(share + Fraction(1, 2))) if rounded else floor
    return tuple(k for k in range(base + 1) if Fraction(cut(Fraction(100 * k * scale, base)), scale) == percent)


@pytest.fixture(scope="module")
def whole():
    return checked_percentages()


def test_every_percentage_of_the_table_has_one_verdict(whole):
    figures = read("figures")
    percentages = figures[figures["unit"] == "%"]["figure_id"].tolist()
    assert list(whole.figures) == percentages and len(percentages) == 42
    for one in whole.figures.values():
        assert one.verdict in Verdict
        assert (one.reason is None) == (one.verdict is not Verdict.UNDECIDABLE), one.figure_id
        assert one.certainty in BASE_CERTAINTIES


def test_verdicts_are_those_of_the_long_way(whole):
    decided = [one for one in whole.figures.values() if one.verdict is not Verdict.UNDECIDABLE]
    assert len(decided) == 21
    for one in decided:
        rounded, truncated = (printed_on(Fraction(one.percent), one.base_n, one.decimals, way) for way in (True, False))
        assert tuple(way.numerators for way in one.ways) == (rounded, truncated), one.figure_id
        assert (one.verdict is Verdict.POSSIBLE) == bool(rounded or truncated)


def test_the_smallest_base_is_that_of_the_long_way(whole):
    tested = [one for one in whole.figures.values() if one.testable]
    assert len(tested) > 30
    for one in tested:
        for way, rounded in zip(one.ways, (True, False), strict=True):
            percent = Fraction(one.percent)
            smallest = next(base for base in range(1, 200) if printed_on(percent, base, one.decimals, rounded))
            assert way.bases.smallest == smallest, one.figure_id


def test_the_founding_values(whole):
    values = {name: whole.figures[f"labo-2017-valeur-{name}"] for name in ("cooperation", "mutualisation")}
    social = whole.figures["labo-2017-valeur-lien-social-solidarite"]
    assert values["mutualisation"].verdict is Verdict.IMPOSSIBLE
    assert [(near.count, str(near.exact)) for near in values["mutualisation"].neighbours] == [
        (19, "79.17"),
        (20, "83.33"),
    ]
    assert values["cooperation"].truncated_only and values["cooperation"].ways[1].numerators == (22,)
    assert social.verdict is Verdict.POSSIBLE and not social.truncated_only
    group = whole.group_of(social.figure_id)
    assert [str(one.percent) for one in group.members] == ["91", "82", "67"]
    assert (group.base, group.verdict, group.smallest_base) == (24, Verdict.IMPOSSIBLE, 33)
    assert all(one.impossible_together and one.doubtful for one in group.members)
    assert social.doubtful, "possible alone, impossible with the others"


def test_the_five_poolings_share_a_base_that_is_not_24(whole):
    group = whole.group_of("labo-2017-mutualisation-lieux")
    assert [str(one.percent) for one in group.members] == ["79", "76", "58", "44", "27"]
    assert (group.base, group.verdict, group.smallest_base) == (None, Verdict.UNDECIDABLE, 62)
    assert {base: fits for base, _, fits in group.known} == {24: False, 50: False, 187: True, 740: True}
    for base, _, fits in group.known:
        ways = [
            all(printed_on(Fraction(one.percent), base, 0, rounded) for one in group.members)
            for rounded in (True, False)
        ]
        assert fits == any(ways), base


def test_what_arithmetic_cannot_tell(whole):
    reasons = {one.figure_id: one.reason for one in whole.figures.values()}
    assert reasons["compte-2023-hausse-deux-ans"] is Reason.CHANGE
    assert reasons["labo-2017-rh-appartenance-ptce-impact-sur-grh"] is Reason.WORDS
    assert reasons["labo-2017-mutualisation-lieux"] is Reason.NO_BASE
    assert {figure_id for figure_id, reason in reasons.items() if reason is Reason.AMOUNT} == AMOUNTS
    assert all(not one.ways for one in whole.figures.values() if one.reason not in (None, Reason.NO_BASE))


def test_declared_identifiers_are_in_the_table():
    assert {*AMOUNTS, *KNOWN_BASES} <= set(read("figures")["figure_id"])


def test_neighbours_surround_the_numerators(whole):
    one = whole.figures["labo-2017-statut-association"]
    assert [near.count for near in one.neighbours] == [105, 106, 107, 108, 109]
    assert [str(near.rounded) for near in one.neighbours] == ["56", "57", "57", "58", "58"]
    assert [str(near.truncated) for near in one.neighbours] == ["56", "56", "57", "57", "58"]


def test_nothing_goes_under_0_or_over_the_base(tmp_path):
    rows = [
        figure("all", "sectors", "emploi", 100, base_n=5),
        figure("none", "sectors", "culture", 0, base_n=5),
        figure("decimal", "legal-status", "sarl", 33.4, base_n=3),
    ]
    found = checked_percentages(write_dataset(tmp_path, figures=rows))
    assert [near.count for near in found.figures["all"].neighbours] == [4, 5]
    assert [near.count for near in found.figures["none"].neighbours] == [0, 1]
    assert found.figures["decimal"].verdict is Verdict.IMPOSSIBLE
    assert found.group_of("decimal") is None
    (group,) = found.groups
    assert (group.base, group.verdict) == (5, Verdict.POSSIBLE)
    assert found.figures["all"].candidates == (), "another survey’s bases say nothing of this one"


def test_bases_that_differ_are_not_compared(tmp_path):
    rows = [
        figure("a", "sectors", "emploi", 50, base_n=4),
        figure("b", "sectors", "culture", 50, base_n=6),
        figure("c", "sectors", "mobilite", 50),
    ]
    assert checked_percentages(write_dataset(tmp_path, figures=rows)).groups == ()


def test_no_figure_at_all(tmp_path):
    found = checked_percentages(write_dataset(tmp_path))
    assert (dict(found.figures), found.groups) == ({}, ())


def test_values_are_frozen(whole):
    with pytest.raises(dataclasses.FrozenInstanceError):
        whole.groups = ()
    with pytest.raises(TypeError):
        whole.figures["x"] = None


def test_a_broken_file_says_so(copied_data):
    (copied_data / "figures.parquet").write_bytes(b"")
    with pytest.raises(DataError, match="figures.parquet"):
        checked_percentages(copied_data)
