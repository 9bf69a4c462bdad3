"""The départements of a Selection's territory."""

from ptce_data.poles.territory import departements, without_territory
from ptce_data.schema import cog
from ptce_data.selection import Selection


def test_everywhere_by_default():
    assert departements(Selection(sectors=("culture",))) == set(cog.REGION_OF)


def test_a_departement_narrows_its_region_and_leaves_others_whole():
    assert departements(Selection(regions=("94",))) == {"2A", "2B"}
    assert departements(Selection(regions=("94",), departements=("2A",))) == {"2A"}
    assert departements(Selection(regions=("94", "04"), departements=("2A",))) == {"2A", "974"}
    assert departements(Selection(departements=("974", "69"))) == {"974", "69"}


def test_not_recorded_holds_no_place():
    assert departements(Selection(departements=("nr",))) == set()


def test_without_territory_keeps_the_other_filters():
    selection = Selection(regions=("94",), departements=("2A",), sectors=("culture",))
    assert without_territory(selection) == Selection(sectors=("culture",))
