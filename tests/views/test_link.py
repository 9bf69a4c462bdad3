"""Links: which keys a page carries, and what is read back."""

from hypothesis import given
from hypothesis import strategies as st

from ptce_data.selection import Selection
from ptce_data.views.app import view_links


def test_a_link_carries_codes_then_the_view_keys_of_its_page_only():
    selection = Selection(regions=("84",), sectors=("culture",))
    view = {"id": "figeacteurs", "commune": "69123"}
    assert view_links.query(selection, "pole", view) == "region=84&secteur=culture&id=figeacteurs"
    assert view_links.query(selection, "carte", view) == "region=84&secteur=culture&commune=69123"
    assert view_links.query(selection, "effets", view) == "region=84&secteur=culture"
    assert view_links.query(Selection(), "effets", {}) == ""


def test_several_values_of_a_key_stay_several():
    selection = Selection(regions=("84", "11"))
    assert view_links.grouped(view_links.pairs(selection, "carte", {})) == {"region": ["11", "84"]}


@given(st.dictionaries(st.sampled_from(["id", "commune", "region", "x"]), st.lists(st.text(), max_size=3)))
def test_any_value_is_read_without_fault_and_only_plain_ones_are_kept(params):
    view = view_links.read_view(params, "pole")
    assert set(view) <= {"id"}
    assert all(value.isprintable() and len(value) <= view_links.MAX_VALUE_CHARACTERS for value in view.values())
