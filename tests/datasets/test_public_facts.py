"""The public tables say what the sources say, with our codes; the gaps we announce are those of the files."""

import json
from pathlib import Path

import pytest

from ptce_data.build.public_facts.commune_facts import departement_of, whole_commune
from ptce_data.build.public_facts.neighbourhood_facts import communes_with_one
from ptce_data.datasets.catalogue import BUNDLED, DATASET
from ptce_data.datasets.reading import read
from ptce_data.schema import codes, cog, source_words
from ptce_data.schema.codes import APPROXIMATE_BASES, LOCATED_BASES

POLES = read("poles", BUNDLED)
COMMUNES = read("communes", BUNDLED)
NEIGHBOURHOODS = read("neighbourhoods", BUNDLED)


def test_rows_are_as_many_as_the_facts():
    assert (len(POLES), len(NEIGHBOURHOODS), len(COMMUNES), len(read("territories", BUNDLED))) == (
        111,
        1518,
        35015,
        119,
    )


@pytest.mark.parametrize(
    ("mapping", "code_list"),
    [
        (source_words.SECTORS, codes.SECTORS),
        (source_words.LEGAL_STATUSES, codes.LEGAL_STATUSES),
        (source_words.RECOGNITIONS, codes.RECOGNITIONS),
        (source_words.REGIONS, cog.REGIONS),
        (source_words.QPV_CHANGES, codes.QPV_CHANGES),
        (source_words.BASE_CERTAINTIES, codes.BASE_CERTAINTIES),
    ],
    ids=lambda value: getattr(value, "key", ""),
)
def test_mappings_give_codes_of_their_list(mapping: dict, code_list: codes.CodeList):
    assert all(code is None or code in code_list for code in mapping.values())


def test_every_sector_can_come_from_a_source():
    assert set(source_words.SECTORS.values()) == set(codes.SECTORS.keys)


@pytest.mark.parametrize(
    ("pole", "column", "value"),
    [
        ("figeacteurs", "legal_status", "cooperative"),
        ("pierre", "legal_status", "collectivite"),
        ("pierre", "recognition", "candidat-2015"),
        ("pole-sud-archer", "recognition", "aap-2013"),
        ("brie-nov", "recognition", "emergent-2021"),
        ("domb-innov", "recognition", "temoin-2011"),
        ("pole-alpen", "recognition", "cite"),
        ("reflex", "recognition", "exemple-2011"),
        ("bou-sol", "in_qpv", "oui"),
        ("fontaine-o-livres", "in_qpv", "oui"),
        ("le-pirat", "in_qpv", "oui"),
        ("le-bois-du-barde", "in_qpv", "non"),
        ("domb-innov", "departement_code", "01"),
        ("tour-letan-sin-pol", "region_code", "04"),
    ],
)
def test_pole_as_its_sources_say(pole: str, column: str, value: str):
    assert POLES.set_index("pole_id").loc[pole, column] == value


def test_sectors_of_a_pole_keep_all_that_its_source_says():
    sectors = POLES.set_index("pole_id").loc["domb-innov", "sectors"]
    assert list(sectors) == ["action-sociale", "services-personne", "emploi", "textile-reemploi"]


def test_only_located_poles_have_a_point():
    located = POLES["geo_basis"].isin(LOCATED_BASES)
    assert (POLES["lon"].notna() == located).all()
    assert (POLES["lat"].notna() == located).all()
    assert (POLES["in_qpv"].notna() == located).all()
    assert set(APPROXIMATE_BASES) < set(LOCATED_BASES)


def test_announced_gaps_are_those_of_the_files():
    gaps = DATASET["poles"].gaps
    for number in (POLES["commune_code"].notna(), POLES["sectors"].map(len) > 0, POLES["legal_status"].notna()):
        assert str(int(number.sum())) in gaps
    assert str(int(NEIGHBOURHOODS["poverty_rate"].isna().sum())) in DATASET["neighbourhoods"].gaps
    current = COMMUNES[COMMUNES["type"] == "commune-actuelle"]
    covered = current["population"][current["lon"].notna()].sum() / current["population"].sum()
    assert f"{100 * covered:.0f}\u202f%" in DATASET["communes"].gaps
    assert round(COMMUNES["lon"].notna().sum(), -2) == 14_300


@pytest.mark.parametrize(
    ("code", "departement"), [("01001", "01"), ("2A004", "2A"), ("97411", "974"), ("98818", "988")]
)
def test_departement_of_a_commune(code: str, departement: str):
    assert departement_of(code) == departement


@pytest.mark.parametrize(
    ("code", "whole"),
    [
        ("75101", "75056"),
        ("75120", "75056"),
        ("69389", "69123"),
        ("13216", "13055"),
        ("75056", "75056"),
        ("69266", "69266"),
        ("13201", "13055"),
    ],
)
def test_an_arrondissement_counts_for_its_commune(code: str, whole: str):
    assert whole_commune(code) == whole
    assert {code, whole} <= communes_with_one([{"commune_codes": [code]}])


def test_overseas_collectivities_have_no_region():
    outside = COMMUNES[~COMMUNES["departement_code"].isin(cog.DEPARTEMENTS.keys)]
    assert len(outside) > 0
    assert outside["region_code"].isna().all()
    assert COMMUNES[COMMUNES["departement_code"] == "974"]["region_code"].eq("04").all()


def test_population_of_a_region_is_that_of_its_departements():
    territories = read("territories", BUNDLED)
    summed = territories[territories["level"] == "departement"].groupby("region_code")["population"].sum()
    regions = territories[territories["level"] == "region"].set_index("code")["population"]
    assert regions.sort_index().to_dict() == summed.sort_index().to_dict()
    assert regions.sum() > 65_000_000


@pytest.mark.parametrize("level", ["region", "departement"])
def test_frames_hold_their_outline(root: Path, level: str):
    territories = read("territories", BUNDLED).query("level == @level").set_index("code")
    outlines = json.loads((root / "data" / "outlines" / f"{level}s.geojson").read_text(encoding="utf-8"))
    assert {feature["properties"]["code"] for feature in outlines["features"]} == set(territories.index)
    assert (territories["west"] < territories["east"]).all()
    assert (territories["south"] < territories["north"]).all()
    inside = POLES.dropna(subset=["lon", "departement_code"])
    frames = territories.loc[inside["region_code" if level == "region" else "departement_code"]]
    near = 0.1  # outlines are coarse overseas
    assert (inside["lon"].to_numpy() > frames["west"].to_numpy() - near).all()
    assert (inside["lat"].to_numpy() < frames["north"].to_numpy() + near).all()


def test_attainable_percentages_are_as_documented():
    """docs/donnees.md and the codebook: which published percentages exist on 24 poles, which on 187 structures."""
    from ptce_data.statistics import attainable

    assert [attainable(percent, 24) for percent in (91, 82, 67)] == [(), (), (16,)]
    assert [attainable(percent, 24) for percent in (79, 76, 58, 44, 27)] == [(19,), (), (14,), (), ()]
    for percent in (59, 49, 41, 55, 47, 27, 24):
        assert not attainable(percent, 24)
    for percent in (91, 82, 67, 79, 76, 58, 44, 27, 59, 49, 41, 55, 47, 24):
        assert attainable(percent, 187)
    bases = [base for base in range(1, 60) if all(attainable(percent, base) for percent in (91, 82, 67))]
    assert bases[0] == 33
