"""A filter is whole in its declaration: one more follows everywhere, and one side may be without it."""

import pickle

import pytest

from ptce_data import selection as selections
from ptce_data.indicators import answer, asking
from ptce_data.schema import codes
from ptce_data.schema.sides import Side
from ptce_data.selection import FILTER, FILTERS, Filter, Selection, filters_of, selection_words
from ptce_data.views.components import filter_bar
from ptce_data.views.components.filter_bar import chips
from tests.pages.trees import text

#: A filter of the sample alone, on a column that it has.
PLACED = Filter(
    field="placed",
    key="implantation",
    label="Implantation de la structure",
    short="Implantation",
    column="in_qpv",
    codes=codes.YES_NO,
    sample_meaning="Où est la structure.",
)


@pytest.fixture
def with_placed(monkeypatch):
    monkeypatch.setattr(selections, "FILTERS", (*FILTERS, PLACED))
    monkeypatch.setitem(selections.FILTER, PLACED.field, PLACED)
    monkeypatch.setitem(selections.FILTER_BY_KEY, PLACED.key, PLACED)
    for module in (filter_bar,):
        monkeypatch.setattr(module, "FILTERS", (*FILTERS, PLACED))


def test_a_declared_filter_has_its_link_its_words_its_panel_and_its_chip(with_placed):
    chosen = Selection(placed=("oui",), regions=("84",))
    assert chosen.placed == chosen.values("placed") == ("oui",)
    assert chosen.to_query() == "region=84&implantation=oui"
    assert Selection.from_query("implantation=oui&region=84") == chosen
    assert selection_words(chosen).endswith("Implantation de la structure\u00a0: Oui")
    assert filter_bar.panels(Side.SAMPLE)["placed"] == "Implantation"
    assert "Implantation\u00a0: non renseigné" in text(chips.chips(Selection(placed=("nr",)), Side.SAMPLE))


def test_a_side_without_the_filter_is_not_asked_and_is_not_said_to_answer(with_placed):
    chosen = Selection(placed=("oui",))
    public, sample = asking.populations(chosen, ())
    assert public.criteria == () and [criterion.key for criterion in sample.criteria] == ["placed"]
    assert PLACED not in filters_of("poles") and "placed" not in filter_bar.panels(Side.POLES)
    assert "Oui (sans effet ici)" in text(chips.chips(chosen, Side.POLES))
    here = answer(chosen, "carte")
    assert here.poles_total == answer(Selection(), "carte").poles_total and "placed" not in here.poles_facets
    assert {result.selection for result in here.results} == {""}
    seen = answer(chosen, "portrait")
    assert seen.sample_total == answer(Selection(qpv=("oui",)), "portrait").sample_total
    assert any("Implantation" in result.selection for result in seen.results)


def test_a_filter_that_means_nothing_anywhere_is_refused():
    with pytest.raises(ValueError, match="say what the filter means"):
        Filter(field="x", key="x", label="X", column="in_qpv", codes=codes.YES_NO)


def test_no_option_is_told_under_the_name_of_another_filter():
    for filter_ in FILTERS:
        for code in filter_.options:
            words = filter_.chip_label(code)
            others = [other.chip for other in FILTERS if other is not filter_]
            assert not any(words.startswith(f"{other}\u00a0:") for other in others)


def test_a_selection_is_a_value():
    chosen = Selection(sectors=["culture", "formation", "culture"])
    same = Selection().with_values("sectors", ("formation", "culture"))
    assert chosen == same and hash(chosen) == hash(same) and pickle.loads(pickle.dumps(chosen)) == chosen
    assert eval(repr(chosen)) == chosen
    assert chosen and not Selection() and Selection(sectors=()) == Selection()


@pytest.mark.parametrize("field", ["secteur", "", "_chosen_"])
def test_a_field_that_no_filter_has_is_refused(field):
    with pytest.raises(TypeError, match="is no filter"):
        Selection(**{field: ("culture",)})
    with pytest.raises(KeyError):
        Selection().values(field)
    with pytest.raises(AttributeError):
        getattr(Selection(), field)
    assert field not in FILTER
