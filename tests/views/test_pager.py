"""A long list, page by page: first, middle, last, and back to the first when the list is another."""

import pytest
from streamlit.testing.v1 import AppTest

from ptce_data.views.components.pager import NEXT, PREVIOUS
from tests.pages.opening import say
from tests.pages.trees import places, text, ways

SIZE = 10
PLACE = "test-turn"


def page() -> None:
    import streamlit as st

    from ptce_data.views import live
    from ptce_data.views.components.pager import Pager

    live.start()
    items, about = range(st.session_state["length"]), st.session_state.get("about", "all")
    pager = Pager(items, 10, "test", about, "ligne")
    st.write(" ".join(map(str, pager.shown)))
    st.write(pager.span)
    pager.draw()
    live.send()


def drawn(length: int) -> AppTest:
    app = AppTest.from_function(page)
    app.session_state["length"] = length
    return app.run()


def offered(app: AppTest) -> list[str]:
    return list(ways(places(app).get(PLACE, [])))


def turned(app: AppTest, *wanted: str) -> AppTest:
    for way in wanted:
        say(app, PLACE, "turn", ways(places(app)[PLACE])[way])
        assert not app.exception
    return app


def shown(app: AppTest) -> list[int]:
    return [int(word) for word in app.markdown[0].value.split()]


def said(app: AppTest) -> str:
    return app.markdown[1].value


@pytest.mark.parametrize(
    ("wanted", "first", "span", "after"),
    [
        ((), 0, "Lignes 1 à 10 sur 25", [NEXT]),
        ((NEXT,), 10, "Lignes 11 à 20 sur 25", [PREVIOUS, NEXT]),
        ((NEXT, NEXT), 20, "Lignes 21 à 25 sur 25", [PREVIOUS]),
        ((NEXT, NEXT, PREVIOUS), 10, "Lignes 11 à 20 sur 25", [PREVIOUS, NEXT]),
        ((NEXT, PREVIOUS), 0, "Lignes 1 à 10 sur 25", [NEXT]),
    ],
    ids=["first", "middle", "last", "back from the last", "back to the first"],
)
def test_each_page_shows_its_items_and_says_where_one_can_go(wanted, first, span, after):
    app = turned(drawn(25), *wanted)
    assert shown(app) == list(range(first, min(first + SIZE, 25)))
    assert said(app) == span and text(places(app)[PLACE]).startswith(span)
    assert offered(app) == after


@pytest.mark.parametrize(("length", "counted"), [(0, "0 ligne"), (1, "1 ligne"), (SIZE, "10 lignes")])
def test_one_page_has_no_pager(length, counted):
    app = drawn(length)
    assert not offered(app)
    assert shown(app) == list(range(length)) and said(app).replace("\u00a0", " ").replace("\u202f", " ") == counted


def test_a_full_last_page_has_no_next():
    assert offered(turned(drawn(2 * SIZE), NEXT)) == [PREVIOUS]


def test_another_list_begins_with_its_first_page():
    app = turned(drawn(25), NEXT)
    app.session_state["about"] = "other"
    assert shown(app.run()) == list(range(SIZE))


def test_a_list_that_shrank_begins_with_its_first_page():
    app = turned(drawn(25), NEXT, NEXT)
    app.session_state["length"] = 12
    assert shown(app.run()) == list(range(SIZE))
    assert offered(app) == [NEXT]


@pytest.mark.parametrize("code", ["30", "-10", "x", "", "٣", "1" * 5_000])
def test_to_a_page_that_is_none_one_does_not_turn(code):
    app = turned(drawn(25), NEXT)
    say(app, PLACE, "turn", code)
    assert not app.exception
    assert shown(app) == list(range(SIZE, 2 * SIZE))
