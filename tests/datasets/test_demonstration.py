"""Nobody can mistake the sample for real structures, and it holds together."""

import pandas as pd
import pytest

from ptce_data.build import demonstration
from ptce_data.datasets.catalogue import BUNDLED
from ptce_data.datasets.faults import DataError
from ptce_data.datasets.reading import read
from ptce_data.schema.cog import OVERSEAS_REGIONS
from ptce_data.schema.questions import QUESTION

STRUCTURES = read("structures", BUNDLED)
POLES = read("sample_poles", BUNDLED)
RESPONSES = read("responses", BUNDLED)


def _figures() -> list[dict]:
    frame = read("figures", BUNDLED)
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def test_names_and_identifiers_say_demonstration():
    assert POLES["pole_id"].str.fullmatch(r"demo-\d\d").all()
    assert POLES["name"].str.fullmatch(r"Pôle de démonstration \d\d").all()
    assert STRUCTURES["structure_id"].str.fullmatch(r"demo-\d\d-\d\d").all()
    assert STRUCTURES["name"].str.fullmatch(r"Structure de démonstration \d\d-\d\d").all()
    assert set(POLES["pole_id"]).isdisjoint(read("poles", BUNDLED)["pole_id"])


def test_24_poles_and_187_structures_in_eight_to_ten_unequal_regions():
    assert (len(POLES), len(STRUCTURES)) == (24, 187)
    by_region = STRUCTURES["region_code"].value_counts()
    assert 8 <= len(by_region) <= 10
    assert by_region.max() > 5 * by_region.min()
    assert by_region.min() >= 3
    assert by_region.index.isin(OVERSEAS_REGIONS).any()


def test_structures_share_the_place_and_wave_of_their_pole():
    joined = STRUCTURES.merge(POLES, on="pole_id", suffixes=("", "_pole"))
    for column in ("departement_code", "region_code", "recognition"):
        assert (joined[column] == joined[f"{column}_pole"]).all()
    carriers = joined[joined["structure_id"].str.endswith("-01")]
    assert (carriers["legal_status"] == carriers["legal_status_pole"]).all()


def test_every_structure_has_one_or_two_sectors():
    assert set(STRUCTURES["sectors"].map(len)) == {1, 2}


def test_public_bodies_are_no_insertion_structures():
    statuses = STRUCTURES[STRUCTURES["iae"] == "oui"]["legal_status"]
    assert set(statuses).isdisjoint({"collectivite", "mutuelle", "fondation", "etablissement-public"})


def test_every_bin_of_the_coordination_share_holds_three_poles():
    shares = POLES["fte_coordination"] / POLES["fte_total"]
    bins = pd.cut(shares, [-1, 0, 0.05, 0.10, 0.20, 0.38])
    assert bins.notna().all()
    assert bins.value_counts().min() >= 3


def test_only_those_who_say_an_impact_name_its_effects():
    yes = RESPONSES[RESPONSES["answer"] == "oui"]
    impacted = set(yes[yes["question"] == "hr-impact"]["respondent_id"])
    naming = set(yes[yes["question"] == "hr-effects"]["respondent_id"])
    assert naming <= impacted
    assert set(RESPONSES[RESPONSES["question"] == "hr-effects"]["answer"]) == {"oui", "non"}


def test_a_question_without_published_figure_was_asked_to_nobody():
    for key, question in QUESTION.items():
        answers = set(RESPONSES[RESPONSES["question"] == key]["answer"])
        assert answers == ({"oui", "non"} if question.asked else {"non-posee"}), key


def test_poles_differ_and_members_of_a_pole_are_alike():
    """Pooling spreads more between poles than chance alone would (5 % level of a chi2 with 23 degrees)."""
    rows = RESPONSES[(RESPONSES["question"] == "pooling") & (RESPONSES["item"] == "moyens-materiels")]
    joined = rows.merge(STRUCTURES, left_on="respondent_id", right_on="structure_id")
    yes = (joined["answer"] == "oui").groupby(joined["pole_id"])
    sizes, shares, mean = yes.size(), yes.mean(), (joined["answer"] == "oui").mean()
    between = (sizes * (shares - mean) ** 2 / (mean * (1 - mean))).sum()
    assert between > 35.2


def test_the_same_figures_give_the_same_sample():
    assert demonstration.rows(_figures()) == demonstration.rows(_figures())


@pytest.mark.parametrize(("value", "words"), [(None, "aucun chiffre"), (57.4, "impossible")])
def test_a_figure_that_the_sample_cannot_meet_is_refused(value: float | None, words: str):
    figures = _figures()
    for row in figures:
        if (row["indicator"], row["item_code"]) == ("values", "cooperation"):
            row["value"] = value
    with pytest.raises(DataError, match=words) as refused:
        demonstration.rows(figures)
    assert refused.value.file == "figures.csv"
