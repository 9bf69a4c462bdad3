"""The poles one by one add up to the figures of the whole, and to a plain loop over the rows."""

import pytest
from hypothesis import HealthCheck, given, settings

import ptce_data
from ptce_data.comparison.sample_answers import COMPARABLE, load_sample
from ptce_data.results import Status
from tests.engines.strategies import samples
from tests.factories import write_dataset


def test_every_comparable_figure_is_the_sum_of_its_poles():
    found = load_sample()
    results = ptce_data.compute(ptce_data.Selection(), [indicator.key for indicator in COMPARABLE])
    assert len(results) == 9 and len(found) == 24
    for result in results:
        assert found.answered[result.key].sum() == result.base.n
        for item in result.items:
            if item.status is Status.SHOWN:
                assert found.said(result.key, item.code).sum() == item.count, (result.key, item.code)


@given(rows=samples())
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_a_plain_loop_counts_the_same(tmp_path_factory, rows):
    found = load_sample(write_dataset(tmp_path_factory.mktemp("sample"), rows))
    assert found.ids == tuple(sorted({row["pole_id"] for row in rows}))
    for pole, rank in found.rank.items():
        mine = [row for row in rows if row["pole_id"] == pole]
        assert found.structures[rank] == len(mine)
        assert found.answered["sectors"][rank] == sum(bool(row["sectors"]) for row in mine)
        assert found.said("sectors", "culture")[rank] == sum("culture" in row["sectors"] for row in mine)
        assert found.answered["qpv"][rank] == sum(row["in_qpv"] is not None for row in mine)
        assert found.said("iae", "oui")[rank] == sum(row["iae"] == "oui" for row in mine)
        assert found.answered["pooling"][rank] == 0


def test_only_shares_of_structures_are_compared():
    keys = {indicator.key for indicator in COMPARABLE}
    assert keys.isdisjoint({"regions", "pole-size", "coordination", "cooperation-forms", "poles-by-sector"})


@pytest.mark.parametrize("column", ["fte_total", "fte_coordination"])
def test_amounts_are_those_of_the_file(column):
    found, frame = load_sample(), ptce_data.load("sample_poles").set_index("pole_id")
    assert getattr(found, column).tolist() == frame.loc[list(found.ids), column].tolist()
