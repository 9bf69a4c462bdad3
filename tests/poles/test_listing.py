"""The list of poles: search, order, place."""

import pytest

from ptce_data.poles import directory as facts
from ptce_data.poles.listing import KEPT, ORDERS, listed
from tests.maps.making import pole


def ids(poles) -> list[str]:
    return [pole.pole_id for pole in poles]


POLES = (
    pole("b", name="Éco Vallée", sectors=("mobilite",), region_code="11", departement_code="75"),
    pole("a", name="Bois d’Œuvre", alias="Filière bois", year_created=2012),
    pole("c", None, name="Atelier", departement_code=None, sectors=(), carrier="Fermes de Figeac", year_created=2020),
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("", "cab"), ("eco", "b"), ("oeuvre", "a"), ("FILIERE", "a"), ("figeac", "c"), ("paris", "b"), ("rien", "")],
)
def test_words_are_found_whatever_their_accents(words, expected):
    assert ids(listed(POLES, words)) == list(expected)


def test_every_word_counts_and_begins_a_word():
    assert ids(listed(POLES, "bois filiere")) == ["a"]
    assert ids(listed(POLES, "bois atelier")) == []
    assert ids(listed(POLES, "allee")) == []


@pytest.mark.parametrize(
    ("order", "expected"), [("nom", "cab"), ("annee", "cab"), ("territoire", "acb"), ("secteur", "abc")]
)
def test_orders(order, expected):
    assert ids(listed(POLES, order=order)) == list(expected)


def test_what_is_drawn_and_what_is_only_listed_make_the_whole():
    assert ids(listed(POLES, kept="listes")) == ["c"]
    assert len(listed(POLES, kept="places")) + len(listed(POLES, kept="listes")) == len(listed(POLES))


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("kept", KEPT)
def test_every_order_sorts_the_real_directory(order, kept):
    directory = tuple(facts.poles().values())
    found = listed(directory, order=order, kept=kept)
    assert len(set(found)) == len(found) == len(listed(reversed(directory), order=order, kept=kept))
    assert found == listed(reversed(directory), order=order, kept=kept)
