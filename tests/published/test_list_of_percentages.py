"""The list and its words: search, filters, orders, sentences, and the table to take away."""

import io

import pandas as pd
import pytest

from ptce_data import exports
from ptce_data.published import Verdict, checked_percentages, grim_wording
from ptce_data.published.grim_table import table
from ptce_data.published.percentage_list import KEPT, ORDERS, listed


@pytest.fixture(scope="module")
def figures():
    return tuple(checked_percentages().figures.values())


def ids(found):
    return {one.figure_id for one in found}


def test_filters_share_out_the_whole(figures):
    parts = [ids(listed(figures, kept=name)) for name in KEPT if name != "tous"]
    assert set.union(*parts) == ids(figures) and sum(map(len, parts)) == len(figures)
    assert ids(listed(figures, kept="impossibles")) == {
        f"labo-2017-valeur-{name}" for name in ("cooperation", "mutualisation", "lien-social-solidarite")
    }


def test_search_forgives_case_and_accents(figures):
    assert ids(listed(figures, "MATERIELS")) == {"labo-2017-mutualisation-moyens-materiels"}
    assert ids(listed(figures, "82")) == {"labo-2017-valeur-mutualisation"}
    assert "labo-2017-rh-appartenance-ptce-impact-sur-grh" in ids(listed(figures, "deux tiers"))
    assert listed(figures, "zzz") == ()


def test_orders(figures):
    assert listed(figures)[0].figure_id == "labo-2017-valeur-mutualisation"
    percents = [one.percent for one in listed(figures, order="pourcentage")]
    known = [percent for percent in percents if percent is not None]
    assert known == sorted(known, reverse=True) and percents[len(known) :] == [None]
    smallest = [one.smallest_base for one in listed(figures, order="base")]
    known = [base for base in smallest if base is not None]
    assert known == sorted(known, reverse=True) and set(smallest[len(known) :]) == {None}
    assert all(ids(listed(figures, order=order)) == ids(figures) for order in ORDERS)


@pytest.mark.parametrize(
    ("figure_id", "words"),
    [
        ("labo-2017-valeur-mutualisation", "82 % impossible sur 24"),
        ("labo-2017-valeur-cooperation", "91 % possible sur 24 si la source tronque, impossible avec ses voisins"),
        ("labo-2017-valeur-lien-social-solidarite", "67 % possible sur 24, impossible avec ses voisins"),
        ("labo-2017-statut-association", "57 % possible sur 187"),
        ("labo-2017-mutualisation-lieux", "58 % indécidable : base non chiffrée"),
        ("direccte-2015-part-autofinancee-activite-ai", "> 90 % indécidable : part d’un montant"),
        ("labo-2017-rh-appartenance-ptce-impact-sur-grh", "deux tiers indécidable : pas de pourcentage simple"),
        ("compte-2023-hausse-deux-ans", "365 % indécidable : une évolution"),
    ],
)
def test_verdict_in_words(figure_id, words):
    one = checked_percentages().figures[figure_id]
    said = f"{grim_wording.printed(one)} {grim_wording.verdict(one)}"
    assert said.replace("\u202f", " ").replace("\u00a0", " ") == words


def test_sentences_say_why(figures):
    sentences = {one.figure_id: grim_wording.verdict_sentence(one) for one in figures}
    assert "Aucun nombre de répondants sur 24" in sentences["labo-2017-valeur-mutualisation"]
    assert "106 ou 107 sur 187" in sentences["labo-2017-statut-association"]
    assert "tronque" in sentences["labo-2017-valeur-cooperation"]
    for one in figures:
        assert ("Possible ne veut pas dire vrai" in sentences[one.figure_id]) == (
            one.verdict is Verdict.POSSIBLE and not one.impossible_together
        )


def test_bases_in_words():
    one = checked_percentages().figures["labo-2017-valeur-mutualisation"]
    whole = grim_wording.bases(one.ways[0].bases)
    assert whole.startswith("11, 17, 22, 28, 33 et 34,") and whole.endswith("puis toutes à partir de 87")
    assert grim_wording.bases(one.ways[0].bases, 2) == "11, 17, …, puis toutes à partir de 87"


def test_groups_in_words():
    said = {group.members[0].figure_id: grim_wording.group_sentence(group) for group in checked_percentages().groups}
    values = said["labo-2017-valeur-cooperation"]
    assert "ensemble impossibles sur 24" in values
    assert "Plus petite base commune\u00a0: 33 en arrondissant, 34 en tronquant." in values
    pooling = said["labo-2017-mutualisation-competences"]
    assert "indécidable" in pooling and "impossibles sur 24\u00a0pôles" in pooling and "62 en arrondissant" in pooling


def test_no_straight_apostrophe_and_no_english(figures):
    for one in figures:
        words = f"{grim_wording.printed(one)} {grim_wording.verdict_sentence(one)} {grim_wording.base_stated(one)}"
        assert "'" not in words and "unclear" not in words and "non dite" not in words, one.figure_id


def test_table_has_a_line_for_each_and_reads_back(figures):
    frame = table(figures)
    assert frame["identifiant"].tolist() == [one.figure_id for one in figures]
    content = exports.table_csv(frame, excel=False)
    back = pd.read_csv(io.BytesIO(content), keep_default_na=False, dtype=str).set_index("identifiant")
    row = back.loc["labo-2017-valeur-mutualisation"]
    assert (row["verdict"], row["base chiffrée"], row["plus petite base en arrondissant"]) == ("impossible", "24", "11")
    assert row["numérateurs en arrondissant"] == "aucun"
    assert back.loc["labo-2017-mutualisation-lieux", "base chiffrée"] == ""
