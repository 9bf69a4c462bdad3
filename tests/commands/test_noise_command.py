"""The effect of the noise on published percentages, as the command measures it."""

from ptce_data.__main__ import main
from ptce_data.commands.measure_noise import shifts
from ptce_data.disclosure import TABLE


def test_every_published_share_moves_a_little_and_no_more_than_the_table_allows():
    found = shifts(draws=3)
    assert len(found) >= 29
    shares = [one for one in found if one.figure != "coordination"]
    # Numerator and base move by the bound at most, on 187 structures.
    assert all(one.most <= 100 * 2 * TABLE.bound / (187 - TABLE.bound) for one in shares)
    assert sum(one.most > 0 for one in shares) > 20
    assert sum(one.mean for one in shares) / len(shares) < 1


def test_the_command_prints_one_line_a_percentage(capsys):
    assert main(["noise", "--draws", "1"]) == 0
    said = capsys.readouterr().out
    assert "Association" in said and "Maximal" in said
