import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data import texts
from ptce_data.selection import Selection, selection_words


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (0, 0, "0"),
        (1234567, 0, "1\u202f234\u202f567"),
        (1234.5, 1, "1\u202f234,5"),
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (-3.25, 1, "−3,3"),
        (-0.04, 1, "0,0"),
        (None, 0, "n.\u00a0d."),
        (float("nan"), 2, "n.\u00a0d."),
    ],
)
def test_number(value, decimals, written):
    assert texts.number(value, decimals) == written


@pytest.mark.parametrize(
    ("share", "decimals", "written"),
    [
        (107 / 187, 1, "57,2\u202f%"),
        (0, 1, "0\u202f%"),
        (1, 1, "100\u202f%"),
        (0.0004, 1, "moins de 0,1\u202f%"),
        (0.9999, 1, "plus de 99,9\u202f%"),
        (0.125, 0, "13\u202f%"),
        (None, 1, "n.\u00a0d."),
    ],
)
def test_percent(share, decimals, written):
    assert texts.percent(share, decimals) == written


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_only_none_and_all_are_written_0_and_100(count, others):
    written = texts.percent(count / (count + others))
    assert written not in ("0\u202f%", "0,0\u202f%", "100\u202f%", "100,0\u202f%")


@pytest.mark.parametrize(("value", "written"), [(57, "57\u202f%"), (57.0, "57\u202f%"), (66.7, "66,7\u202f%")])
def test_published_percentage_keeps_the_decimals_of_its_source(value, written):
    assert texts.published_percent(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2017-07-05", "5 juillet 2017"),
        ("2014-08-01", "1er août 2014"),
        ("2017-07", "juillet 2017"),
        ("2017", "2017"),
        ("2017 (données 2015)", "2017 (données 2015)"),
        (datetime.date(2026, 12, 31), "31 décembre 2026"),
    ],
)
def test_date(value, written):
    assert texts.date(value) == written


@pytest.mark.parametrize(
    ("n", "word", "written"),
    [
        (0, "pôle", "0\u00a0pôle"),
        (1, "pôle", "1\u00a0pôle"),
        (2, "pôle", "2\u00a0pôles"),
        (1518, "quartier prioritaire de la ville", "1\u202f518\u00a0quartiers prioritaires de la ville"),
        (3, "avis", "3\u00a0avis"),
    ],
)
def test_plural(n, word, written):
    assert texts.plural(n, word) == written


def test_irregular_plural():
    assert texts.plural(2, "travail", "travaux") == "2\u00a0travaux"


@pytest.mark.parametrize(
    ("words", "written"), [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")]
)
def test_listing(words, written):
    assert texts.listing(words) == written


def test_selection_words():
    assert selection_words(Selection()) == ""
    selection = Selection(regions=("28", "53"), iae=("oui",))
    written = "Région\u00a0: Normandie ou Bretagne\u202f; Insertion (IAE)\u00a0: Oui"
    assert selection_words(selection) == written


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("57 % ; oui ? non !", "57\u202f%\u202f; oui\u202f? non\u202f!"),
        ("« vingt » ; 3 €", "«\u202fvingt\u202f»\u202f; 3\u202f€"),
        ("Base : 187", "Base\u00a0: 187"),
        ("code '99' lu", "code '99' lu"),
        ("https://exemple.fr/?a=1;b", "https://exemple.fr/?a=1;b"),
        ("", ""),
    ],
)
def test_spaced_changes_spaces_alone(typed, expected):
    assert texts.spaced(typed) == expected
    assert texts.spaced(expected) == expected
