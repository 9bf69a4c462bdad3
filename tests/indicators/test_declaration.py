"""What an indicator declares is measured, or refused in French with the remedy."""

from dataclasses import replace

import pytest

from ptce_data.datasets.release import DEMONSTRATION, Policy
from ptce_data.disclosure.noise_table import TABLE
from ptce_data.indicators import INDICATORS, answer, answering, compute, registry
from ptce_data.indicators.declaration import SIDE_OF_PAGE, Bin, Indicator, Kind
from ptce_data.results import Measure, wording
from ptce_data.schema.sides import Side
from ptce_data.selection import Selection
from ptce_data.views.app.site_map import PAGES
from tests.factories import pole, sample_pole, structure, write_dataset

YEARS = (
    Bin("avant-2014", "Avant 2014", 2013),
    Bin("2014-2016", "2014 à 2016", 2016),
    Bin("2017", "2017 ou plus", None),
)


def _indicator(**values) -> Indicator:
    """An indicator of real poles by year of creation, but for the values given."""
    declared = {
        "key": "poles-by-year",
        "title": "Quand les pôles ont-ils été créés\u202f?",
        "theme": "directory",
        "page": "carte",
        "side": Side.POLES,
        "kind": Kind.BREAKDOWN,
        "column": "year_created",
        "bins": YEARS,
        "phrase": "sont créés dans la tranche {label}",
    }
    return Indicator(**declared | values)


@pytest.fixture
def declare(monkeypatch):
    """Add an indicator to the registry for one test."""

    def add(indicator):
        declared = (*INDICATORS, indicator)
        monkeypatch.setattr(answering, "INDICATORS", declared)
        monkeypatch.setattr(answering, "INDICATOR", {one.key: one for one in declared})
        answering._codes_in.cache_clear()

    yield add
    answering._codes_in.cache_clear()


@pytest.fixture(params=["duckdb://?memory=0", "memory://"])
def engine(request, monkeypatch):
    monkeypatch.setenv("PTCE_ENGINE", request.param)


@pytest.mark.usefixtures("engine")
def test_a_number_is_shown_by_band_and_nothing_read_stays_an_item(tmp_path, declare):
    declare(_indicator())
    years = [2010, 2013, 2014, 2016, 2017, 2020, 2021, None]
    folder = write_dataset(tmp_path, poles=[pole(f"p{rank}", year_created=year) for rank, year in enumerate(years)])
    (result,) = compute(Selection(), ["poles-by-year"], folder)
    counted = {item.label: item.count for item in result.items}
    assert counted == {"Avant 2014": 2, "2014 à 2016": 2, "2017 ou plus": 3, "Non renseigné": 1}
    assert result.measure is Measure.COUNT
    assert "sont créés dans la tranche «\u202f2017 ou plus\u202f»" in wording.sentence(result)


@pytest.mark.usefixtures("engine")
def test_real_poles_may_be_read_as_shares_without_an_interval(tmp_path, declare):
    declare(_indicator(measure=Measure.SHARE))
    folder = write_dataset(tmp_path, poles=[pole(f"p{rank}", year_created=2010 + rank) for rank in range(8)])
    (result,) = compute(Selection(), ["poles-by-year"], folder)
    assert [item.share for item in result.items] == [0.5, 0.375, 0.125]
    assert {(item.low, item.high) for item in result.items} == {(None, None)}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"page": "portrait"}, ("« poles-by-year »", "« portrait »", "structures", "pôles réels", "« carte »")),
        ({"side": Side.SAMPLE}, ("« carte »", "pôles réels", "« portrait » ou « effets »")),
        ({"column": "year"}, ("« year »", "Remède")),
        ({"bins": ()}, ("est un nombre", "bins")),
        ({"column": "legal_status"}, ("est un texte", "sans tranches")),
        ({"column": "name", "bins": ()}, ("est un texte", "liste de codes")),
        ({"bins": YEARS[:2]}, ("tranches", "None")),
        ({"bins": (YEARS[1], YEARS[0], YEARS[2])}, ("tranches", "borne croissante")),
        ({"measure": Measure.RATIO}, ("rapport", "Measure.COUNT")),
        ({"compared": True}, ("se comparent", "compared")),
    ],
)
def test_a_declaration_that_cannot_be_shown_is_refused_in_french(values, words):
    with pytest.raises(ValueError, match="Remède") as refused:
        _indicator(**values)
    said = str(refused.value).replace("\u202f", " ").replace("\u00a0", " ")
    assert all(word in said for word in words), said


def test_an_indicator_is_declared_by_keywords():
    with pytest.raises(TypeError):
        Indicator("key", "title", "theme", "carte", Side.POLES, Kind.BREAKDOWN)


def test_the_sides_of_pages_are_those_of_the_site():
    sides = {page.key: page.side for page in PAGES if page.side}
    assert {page: sides[page] for page in SIDE_OF_PAGE} == SIDE_OF_PAGE
    assert list(SIDE_OF_PAGE) == [page.key for page in PAGES if page.key in SIDE_OF_PAGE]


def test_pages_share_out_the_whole_in_whatever_order_it_is_declared(monkeypatch):
    declared = registry.by_page(reversed(INDICATORS))
    monkeypatch.setattr(answering, "INDICATORS", declared)
    pages = [answer(Selection(), page).results for page in SIDE_OF_PAGE]
    assert [result.key for page in pages for result in page] == [result.key for result in answer(Selection()).results]


#: Of 12 structures whose keys are 1 to 12, the first band holds two.
BANDS = (Bin("2", "Jusqu’à 2", 2), Bin("7", "De 3 à 7", 7), Bin("12", "Plus de 7", None))


def _bands_of_structures(folder, declare, policy):
    """The Result of a number of the survey by band; `record_key` is the only column of structures that is a number."""
    declare(_indicator(page="portrait", side=Side.SAMPLE, column="record_key", bins=BANDS, theme="portrait"))
    release = replace(DEMONSTRATION, policy=policy)
    structures = [structure(number, f"d{number % 4}", record_key=number) for number in range(1, 13)]
    poles = [sample_pole(f"d{rank}", record_key=20 + rank) for rank in range(4)]
    (result,) = compute(Selection(), ["poles-by-year"], write_dataset(folder, structures, release, sample_poles=poles))
    return result


@pytest.mark.usefixtures("engine")
def test_a_band_of_two_structures_is_masked_and_so_is_what_gives_it_back(tmp_path, declare):
    result = _bands_of_structures(tmp_path, declare, Policy.THRESHOLD)
    assert [(item.code, item.count) for item in result.items] == [("2", None), ("7", 5), ("12", None)]
    opened = _bands_of_structures(tmp_path / "open", declare, Policy.OPEN)
    assert [item.count for item in opened.items] == [2, 5, 5]


@pytest.mark.usefixtures("engine")
def test_a_band_is_shifted_once_by_the_key_of_its_cell(tmp_path, declare):
    result = _bands_of_structures(tmp_path, declare, Policy.PROTECTED)
    expected = [5 + TABLE.shift(5, sum(range(3, 8))), 5 + TABLE.shift(5, sum(range(8, 13)))]
    assert [item.count for item in result.items[1:]] == [min(count, result.base.n) for count in expected]
