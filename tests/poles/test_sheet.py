"""The facts of a pole, and the figures published on three of them."""

import pytest

from ptce_data.maps.legend import legend
from ptce_data.poles import directory, pole_profile, pole_wording, published_cases
from tests.maps.making import pole


def values(one) -> dict[str, str]:
    return {line.label: line.value for line in pole_profile.lines(one)}


def test_what_no_page_says_is_said_to_be_missing():
    told = values(pole("un", None, sectors=()))
    for label in ("Secteurs", "Structure porteuse", "Statut de la structure porteuse", "Membres", "Emplois"):
        assert told[label] == pole_profile.MISSING
    assert told["Année de création"] == pole_profile.MISSING
    assert "Autres noms" not in told and "Remarque" not in told


def test_zero_is_not_missing():
    assert values(pole(members=0, jobs=0))["Membres"] == "0"


def test_a_number_comes_with_its_note():
    line = next(line for line in pole_profile.lines(pole(jobs=1200, jobs_note="vers 2014")) if line.label == "Emplois")
    assert (line.value, line.note) == ("1\u202f200", "vers 2014")


def test_a_place_says_how_sure_it_is():
    line = next(line for line in pole_profile.lines(pole(geo_basis="name")) if line.label == "Lieu")
    assert line.value == "Lyon\u00a0(69), Auvergne-Rhône-Alpes" and "Approximatif" in line.note
    region = pole("un", None, departement_code=None, geo_basis="region_only")
    assert values(region)["Lieu"] == "Auvergne-Rhône-Alpes"
    assert "approximatif" in pole_wording.tooltip(pole(geo_basis="name"))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//hote.fr", "ftp://hote.fr/a", "http://[", ""]
)
def test_only_web_addresses_become_links(url):
    assert pole_profile.sources(pole(source_urls=(url, "https://www.exemple.fr./a"))) == (
        ("exemple.fr", "https://www.exemple.fr./a"),
    )


def test_every_real_pole_can_be_told():
    for one in directory.poles().values():
        assert all(line.label and line.value for line in pole_profile.lines(one))
        assert pole_profile.sources(one), one.pole_id


def test_the_three_poles_of_the_article():
    told = {
        key: {line.item: line.printed for line in published_cases.testimony(key)} for key in published_cases.SURVEYS
    }
    assert told["domb-innov"]["emplois créés"] == "une centaine (100 emplois)"
    assert told["domb-innov"]["structures regroupées"] == "une vingtaine (20 structures)"
    assert told["domb-innov"]["salariés de la ressourcerie"] == "25 salariés"
    assert told["pole-alpen"]["ancienneté du pôle"] == "2,5 ans"
    assert told["pole-alpen"]["objectif de création d'emplois"] == "18 emplois"
    assert told["figeacteurs"] == {}  # the article gives no figure of its own
    assert set(published_cases.SURVEYS) <= set(directory.poles())
    assert published_cases.testimony("pole-sud-archer") == ()


def test_the_legend_counts_what_is_drawn():
    poles = [pole("a"), pole("b"), pole("c", sectors=("mobilite", "culture")), pole("d", None), pole("e", sectors=())]
    assert [(entry.code, entry.count) for entry in legend(poles)] == [("culture", 2), ("mobilite", 1), ("nr", 1)]


def test_the_text_that_stands_for_the_map():
    poles = [pole("a"), pole("b", geo_basis="name"), pole("c", None)]
    words = pole_wording.alternative(poles, 1)
    assert "2\u00a0pôles placés" in words and "sur 3" in words and "1 à un lieu approximatif" in words
    assert "1 quartier prioritaire en" in words
    assert "sélection est vide" in pole_wording.alternative([], None)
    assert "prioritaire" not in pole_wording.alternative(poles, None)
