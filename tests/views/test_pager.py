"""A long list, page by page: first, middle, last, and back to the first when the list is another."""

import pytest
from streamlit.testing.v1 import AppTest

from ptce_data.views.pager import NEXT, PREVIOUS

SIZE = 10


def page() -> None:
    import streamlit as st

    from ptce_data.views.pager import pager, shown, span

    items, about = range(st.session_state["length"]), st.session_state.get("about", "all")
    st.write(" ".join(map(str, shown(items, 10, "test", about))))
    st.write(span(items, 10, "test", about, "ligne"))
    pager(items, 10, "test", about, "ligne")


def drawn(length: int) -> AppTest:
    app = AppTest.from_function(page)
    app.session_state["length"] = length
    return app.run()


def turned(app: AppTest, *ways: str) -> AppTest:
    for way in ways:
        app.segmented_control(key="test-turn").set_value(way).run()
        assert not app.exception
    return app


def shown(app: AppTest) -> list[int]:
    return [int(word) for word in app.markdown[0].value.split()]


def said(app: AppTest) -> str:
    return app.markdown[1].value


@pytest.mark.parametrize(
    ("ways", "first", "span", "offered"),
    [
        ((), 0, "Lignes 1 à 10 sur 25", [NEXT]),
        ((NEXT,), 10, "Lignes 11 à 20 sur 25", [PREVIOUS, NEXT]),
        ((NEXT, NEXT), 20, "Lignes 21 à 25 sur 25", [PREVIOUS]),
        ((NEXT, NEXT, PREVIOUS), 10, "Lignes 11 à 20 sur 25", [PREVIOUS, NEXT]),
        ((NEXT, PREVIOUS), 0, "Lignes 1 à 10 sur 25", [NEXT]),
    ],
    ids=["first", "middle", "last", "back from the last", "back to the first"],
)
def test_each_page_shows_its_items_and_says_where_one_can_go(ways, first, span, offered):
    app = turned(drawn(25), *ways)
    assert shown(app) == list(range(first, min(first + SIZE, 25)))
    assert said(app) == span
    control = app.segmented_control(key="test-turn")
    assert control.options == offered and control.value is None
    assert control.proto.label == span


@pytest.mark.parametrize(("length", "counted"), [(0, "0 ligne"), (1, "1 ligne"), (SIZE, "10 lignes")])
def test_one_page_has_no_pager(length, counted):
    app = drawn(length)
    assert not app.segmented_control
    assert shown(app) == list(range(length)) and said(app).replace("\u00a0", " ").replace("\u202f", " ") == counted


def test_a_full_last_page_has_no_next():
    app = turned(drawn(2 * SIZE), NEXT)
    assert app.segmented_control(key="test-turn").options == [PREVIOUS]


def test_another_list_begins_with_its_first_page():
    app = turned(drawn(25), NEXT)
    app.session_state["about"] = "other"
    assert shown(app.run()) == list(range(SIZE))


def test_a_list_that_shrank_begins_with_its_first_page():
    app = turned(drawn(25), NEXT, NEXT)
    app.session_state["length"] = 12
    assert shown(app.run()) == list(range(SIZE))
    assert app.segmented_control(key="test-turn").options == [NEXT]


def test_a_way_that_is_gone_leads_nowhere():
    app = drawn(25)
    first = app.segmented_control(key="test-turn")  # by a browser that has not heard yet
    turned(app, NEXT, NEXT)
    first.set_value(NEXT).run()
    assert not app.exception
    assert shown(app) == list(range(20, 25))
