"""What a figure says, word for word, at every edge."""

from dataclasses import replace

import pytest

from ptce_data import disclosure
from ptce_data.indicators import INDICATORS
from ptce_data.results import Item, wording
from ptce_data.results.wording import OWN_SENTENCES
from tests.figures_by_hand import COORDINATION, COUNTS, EMPTY, LEGAL, MASKED, MIXED, NO_ANSWER, NOT_ASKED, with_items


def plain(words: str) -> str:
    """The words with ordinary spaces, so that a test can be read; the narrow ones are tested on their own."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


ONE = with_items(LEGAL, Item("association", "Association", 1, 1.0, published=57), n=1)
NOBODY_SAID_YES = with_items(LEGAL, Item("association", "Association", 0, 0.0, published=57), n=12)
YES = with_items(
    replace(LEGAL, key="qpv"),
    Item("oui", "Oui", 72, 72 / 187, phrase="sont dans un quartier prioritaire"),
    Item("non", "Non", 115, 115 / 187),
)

SENTENCES = [
    (
        LEGAL,
        "57,2 % des 187 structures de l’échantillon de démonstration ont le statut « Association » (publié : 57 %). "
        "Suit « SARL » (9,1 %).",
    ),
    (COUNTS, "27 des 111 pôles de l’annuaire public agissent dans le secteur « Emploi ». Suit « Mobilité » (4)."),
    (
        COORDINATION,
        "Part des emplois (en équivalent temps plein) consacrée à la coordination, sur 24 pôles : 10,0 % "
        "(publié : 10 %). Publié, par pôle : de 0 % à 38 %.",
    ),
    (YES, "38,5 % des 187 structures de l’échantillon de démonstration sont dans un quartier prioritaire."),
    (ONE, "Une seule réponse : « Association » (publié : 57 %)."),
    (NOBODY_SAID_YES, "Aucune réponse positive parmi les 12 structures de l’échantillon de démonstration."),
    (EMPTY, "Aucune structure dans la sélection : il n’y a rien à mesurer."),
    (MASKED, "Toutes les réponses sont masquées, pour ne rien révéler de moins de 3 structures."),
    (NO_ANSWER, "La question a été posée et aucune structure n’y a répondu."),
    (NOT_ASKED, "La source nomme « Association », « SARL » et « Autre statut » sans publier de chiffre."),
    (
        MIXED,
        "57,2 % des 187 structures de l’échantillon de démonstration ont le statut « Association » (publié : 57 %). "
        "1 réponse est masquée, pour ne rien révéler de moins de 3 structures.",
    ),
]


@pytest.mark.parametrize(("result", "sentence"), SENTENCES)
def test_sentence(result, sentence):
    assert plain(wording.sentence(result)) == sentence


def test_spaces_are_the_french_ones():
    assert "57,2\u202f%" in wording.sentence(LEGAL)
    assert "«\u202fAssociation\u202f»" in wording.sentence(LEGAL)
    assert "(publié\u00a0: 57\u202f%)" in wording.sentence(LEGAL)


@pytest.mark.parametrize(
    ("result", "line"),
    [
        (LEGAL, "Base : 187 structures, 24 pôles"),
        (COUNTS, "Base : 111 pôles"),
        (COORDINATION, "Base : 24 pôles"),
        (replace(ONE, base=replace(ONE.base, poles=1)), "Base : 1 structure, 1 pôle"),
        (EMPTY, "Base : aucune structure"),
        (NOT_ASKED, "Base : aucune, la question est sans chiffre"),
    ],
)
def test_base_line(result, line):
    assert plain(wording.base_line(result)) == line


@pytest.mark.parametrize(
    ("certainty", "note", "words"),
    [
        ("counted", "", ""),
        ("stated", "", ""),
        ("unstated", "", "La source ne dit pas la base de ses pourcentages."),
        ("impossible", "", "La base que dit la source est arithmétiquement impossible."),
        ("impossible", "82 % est impossible sur 24.", "82 % est impossible sur 24."),
    ],
)
def test_base_note(certainty, note, words):
    result = replace(LEGAL, base=replace(LEGAL.base, certainty=certainty, note=note))
    assert plain(wording.base_note(result)) == words


def test_the_four_states_and_zero_are_five_different_readings():
    readings = [plain(wording.reading(MIXED, item)) for item in MIXED.items]
    assert readings == [
        "Association : 57,2 % (107 sur 187), intervalle à 95 % de 50,0 % à 64,1 %, publié 57 %",
        "SARL : masqué (secret statistique), publié 9 %",
        "SCIC : sans réponse, publié 8 %",
        "SCOP : question non posée, publié 7 %",
        "Autre statut : 0 % (0 sur 187), intervalle à 95 % de 0 % à 2,0 %",
    ]
    assert plain(wording.reading(NOT_ASKED, NOT_ASKED.items[0])) == "Association : sans chiffre publié"


def test_alternative_holds_the_question_the_base_and_every_item():
    assert plain(wording.alternative(COUNTS)) == (
        "Dans quels secteurs agissent les pôles ? Base : 111 pôles. Emploi : 27 ; Mobilité : 4 ; Tourisme : 0."
    )


def test_title_is_the_question():
    assert wording.title(LEGAL) == LEGAL.title


def test_source_line_is_set_in_french():
    assert wording.source_line(LEGAL.published_source) == "Enquête d’analyse des PTCE, 5 juillet 2017"
    assert wording.source_line(LEGAL.source) == "Échantillon de démonstration, 2017 · MIT"


def test_the_reason_of_masking_says_the_threshold():
    assert f"moins de {disclosure.THRESHOLD}\u00a0structures" in wording.sentence(MASKED)


def test_every_indicator_has_words_of_its_own():
    for indicator in INDICATORS:
        assert indicator.phrase or indicator.item_phrases or indicator.key in OWN_SENTENCES, indicator.key
        assert not indicator.phrase or "{label}" in indicator.phrase, indicator.key
    assert set(OWN_SENTENCES) - {indicator.key for indicator in INDICATORS} == {"survey-frame"}


def test_a_figure_without_words_of_its_own_says_who_answers():
    said = plain(wording.sentence(replace(LEGAL, phrase="")))
    assert said.startswith("57,2 % des 187 structures de l’échantillon de démonstration répondent « Association »")
