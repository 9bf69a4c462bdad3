"""Communes found by name or code, on five communes and on the real list."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ptce_data.poles import communes

FIVE = {
    "commune_code": ["42218", "76575", "69123", "69385", "2A004"],
    "name": ["Saint-Étienne", "Saint-Étienne-du-Rouvray", "Lyon", "Lyon 5e Arrondissement", "Ajaccio"],
    "type": [
        "commune-actuelle",
        "commune-actuelle",
        "commune-actuelle",
        "arrondissement-municipal",
        "commune-actuelle",
    ],
    "departement_code": ["42", "76", "69", "69", "2A"],
    "population": [170_000, 29_000, 520_000, 48_000, None],
    "lon": [4.4, 1.1, 4.8, None, 8.7],
    "lat": [45.4, 49.4, 45.7, None, 41.9],
}


@pytest.fixture
def five(tmp_path, monkeypatch):
    pq.write_table(pa.table(FIVE), tmp_path / "communes.parquet")
    monkeypatch.setattr(communes.reading, "path", lambda key, folder=None: tmp_path / f"{key}.parquet")
    return tmp_path


@pytest.mark.parametrize("typed", ["saint etienne", "Saint-Étienne", "ST ETIENNE", "st-étienne", "  saint   étienne "])
def test_accents_hyphens_case_and_abbreviation_do_not_matter(five, typed):
    assert [place.code for place in communes.search(typed)] == ["42218", "76575"]


def test_the_same_name_comes_before_a_longer_one_and_the_populated_before_the_small(five):
    assert [place.name for place in communes.search("lyon")] == ["Lyon", "Lyon 5e Arrondissement"]
    assert [place.code for place in communes.search("etienne")] == ["42218", "76575"]


def test_a_code_is_found_whole_or_begun_and_corsica_keeps_its_letter(five):
    assert [place.name for place in communes.search("69123")] == ["Lyon"]
    assert [place.name for place in communes.search("2a004")] == ["Ajaccio"]
    assert [place.code for place in communes.search("693")] == ["69385"]


def test_nothing_is_searched_for_less_than_two_letters(five):
    assert communes.search("l") == communes.search("") == communes.search(" - ") == ()
    assert communes.search("xyzzy") == ()


def test_a_place_says_its_departement_and_what_it_is(five):
    lyon5 = communes.find("69385")
    assert (lyon5.departement, lyon5.kind, lyon5.lon) == ("Rhône", "arrondissement", None)
    assert communes.find("99999") is None


def test_the_list_is_short_and_the_real_communes_are_there():
    found = communes.search("saint")
    assert len(found) == communes.LIMIT
    assert communes.search("974")[0].departement_code == "974"
    assert communes.search("figeac")[0].code == "46102"
