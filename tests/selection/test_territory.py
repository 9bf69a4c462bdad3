"""Région and département are one filter: what a chosen département does to its région."""

from ptce_data.engines import Condition, Criterion
from ptce_data.indicators import answer
from ptce_data.selection import Selection
from tests.factories import pole, write_dataset


def _kept(folder, **values):
    return answer(Selection(**values), "carte", folder).pole_ids


def test_every_case(tmp_path):
    folder = write_dataset(
        tmp_path,
        poles=[pole("lyon", "69"), pole("ain", "01"), pole("paris", "75", "11"), pole("alpes", None, "84")]
        + [pole("idf", None, "11"), pole("brest", "29", "53")],
    )
    assert _kept(folder, regions=("84",)) == ("ain", "alpes", "lyon")
    assert _kept(folder, regions=("84",), departements=("69",)) == ("lyon",)
    assert _kept(folder, regions=("84", "11"), departements=("69",)) == ("idf", "lyon", "paris")
    assert _kept(folder, regions=("84",), departements=("75",)) == ("ain", "alpes", "lyon", "paris")
    assert _kept(folder, departements=("69", "29")) == ("brest", "lyon")
    assert _kept(folder, departements=("nr",)) == ("alpes", "idf")
    assert _kept(folder, departements=("nr", "29")) == ("alpes", "brest", "idf")
    assert _kept(folder, regions=("84",), departements=("nr",)) == ("alpes",)
    assert _kept(folder, regions=("84", "53"), departements=("nr", "69")) == ("alpes", "lyon")


def test_options_of_both_fields_ignore_the_whole_territory(tmp_path):
    folder = write_dataset(tmp_path, poles=[pole("lyon"), pole("paris", "75", "11"), pole("alpes", None)])
    facets = answer(Selection(regions=("84",), departements=("69",)), "carte", folder).poles_facets
    assert (facets["regions"]["84"], facets["regions"]["11"]) == (2, 1)
    assert (facets["departements"]["69"], facets["departements"]["75"], facets["departements"]["nr"]) == (1, 1, 1)


def test_one_criterion_per_filter_in_the_engines_words():
    assert Selection().criteria() == ()
    assert Selection(sectors=("culture", "nr")).criteria() == (
        Criterion("sectors", ((Condition("sectors", ("culture", "nr")),),)),
    )
    both = Selection(regions=("84",), departements=("01",), iae=("oui",))
    assert [criterion.key for criterion in both.criteria()] == ["territory", "iae"]
