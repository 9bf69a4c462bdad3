"""Code lists: what a shared link relies on."""

import re

import pytest

from ptce_data.schema import codes, cog
from ptce_data.schema.codes import NOT_RECORDED, CodeList

LISTS = [value for module in (codes, cog) for value in vars(module).values() if isinstance(value, CodeList)]


@pytest.mark.parametrize("code_list", LISTS, ids=lambda code_list: code_list.key)
def test_codes_are_unique_labelled_and_fit_for_a_link(code_list: CodeList):
    assert len(code_list) == len(set(code_list.keys)) > 1
    assert all(re.fullmatch(r"[0-9A-Za-z_-]+", code) for code in code_list.keys)
    assert all(code.label.strip() == code.label and code.label for code in code_list)
    assert len({code.label for code in code_list}) == len(code_list)
    assert NOT_RECORDED not in code_list, "kept for what is not recorded"


@pytest.mark.parametrize("code_list", LISTS, ids=lambda code_list: code_list.key)
def test_labels_are_written_in_french_typography(code_list: CodeList):
    assert not [code.label for code in code_list if "'" in code.label]


def test_a_label_is_never_invented():
    assert codes.SECTORS.label("culture") == "Culture et industries créatives"
    assert codes.SECTORS.label(NOT_RECORDED) == "non renseigné"
    with pytest.raises(KeyError):
        codes.SECTORS.label("pêche")


def test_order_is_editorial_and_not_recorded_comes_last():
    keys = codes.LEGAL_STATUSES.keys
    assert [codes.LEGAL_STATUSES.order(code) for code in keys] == list(range(len(keys)))
    assert codes.LEGAL_STATUSES.order(NOT_RECORDED) == len(keys)


#: Codes that are in links, files and caches: removing one breaks them. Adding to a list is free.
PUBLISHED = {
    "sector": "ecoactivites emploi alimentation culture services-entreprises services-personne formation "
    "action-sociale habitat-energie mobilite numerique textile-reemploi tourisme autre",
    "legal_status": "association sarl scic collectivite scop societe cooperative mutuelle fondation "
    "etablissement-public autre",
    "recognition": "temoin-2011 aap-2013 aap-2015 ami-2021 ami-2022 ami-2023 ami-2024 emergent-2021 candidat-2015 "
    "exemple-2011 cite",
}


@pytest.mark.parametrize("key", PUBLISHED)
def test_published_codes_stay(key: str):
    (code_list,) = [code_list for code_list in LISTS if code_list.key == key]
    assert set(PUBLISHED[key].split()) <= set(code_list.keys)


def test_territories_are_those_of_the_cog():
    assert (len(cog.REGIONS), len(cog.DEPARTEMENTS)) == (18, 101)
    assert set(cog.REGION_OF.values()) == set(cog.REGIONS.keys)
    assert {"01", "2A", "974"} <= set(cog.DEPARTEMENTS.keys)
    assert cog.departements_of("94") == ("2A", "2B")
    assert [cog.departements_of(region) for region in cog.OVERSEAS_REGIONS] == [
        ("971",),
        ("972",),
        ("973",),
        ("974",),
        ("976",),
    ]
