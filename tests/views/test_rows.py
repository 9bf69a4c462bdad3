"""Rows that are one widget: each opens its own, whatever its words, and one that is gone opens nothing."""

import pytest
from streamlit.testing.v1 import AppTest

LINES = {"a": "**Le Pôle** — Lyon", "b": "**Le Pôle** — Lyon", "c": "**Autre** — Metz", "d": "**Le Pôle** — Lyon"}


def page() -> None:
    import streamlit as st

    from ptce_data.views.rows import rows

    def open_(code):
        st.session_state["opened"] = (*st.session_state["opened"], code)

    rows("Pôles", st.session_state["lines"], "test", open_, said=st.session_state["said"])


def drawn(**state) -> AppTest:
    app = AppTest.from_function(page)
    for key, value in {"lines": LINES, "said": True, "opened": (), **state}.items():
        app.session_state[key] = value
    return app.run()


def opened(app: AppTest) -> tuple[str, ...]:
    """Codes of the rows opened so far."""
    return app.session_state["opened"]


def click(app: AppTest, words: str) -> AppTest:
    """Hand over what a browser does: the words of the row that it shows."""
    app.pills(key="ptce-rows-test").set_value(words).run()
    assert not app.exception
    return app


@pytest.mark.parametrize("rank", range(len(LINES)))
def test_rows_with_the_same_words_open_each_their_own(rank):
    app = drawn()
    words = app.pills(key="ptce-rows-test").options
    assert len(set(words)) == len(LINES)
    assert opened(click(app, words[rank])) == (list(LINES)[rank],)


def test_what_tells_rows_apart_is_not_seen():
    words = drawn().pills(key="ptce-rows-test").options
    assert [line.replace("\u200b", "") for line in words] == list(LINES.values())
    assert words[0] == LINES["a"] and words[2] == LINES["c"], "only a row that has a double is changed"


def test_the_same_row_can_be_opened_again():
    app = drawn()
    for _ in range(2):
        app.pills(key="ptce-rows-test").set_value("c").run()
        assert app.pills(key="ptce-rows-test").value is None
    assert opened(app) == ("c", "c")


def test_a_row_that_is_gone_opens_nothing():
    app = drawn()
    shown = app.pills(key="ptce-rows-test")  # by a browser that has not heard yet
    app.session_state["lines"] = {"c": LINES["c"]}
    app.run()
    shown.set_value(LINES["a"]).run()
    assert not app.exception and opened(app) == ()
    assert opened(click(app, LINES["c"])) == ("c",)


def test_a_row_that_moved_opens_its_own():
    app = drawn()
    shown = app.pills(key="ptce-rows-test")
    app.session_state["lines"] = {"e": "**Nouveau** — Brest", "c": LINES["c"]}
    app.run()
    shown.set_value(LINES["c"]).run()
    assert opened(app) == ("c",)


@pytest.mark.parametrize("said", [True, False])
def test_a_list_always_has_a_name_seen_or_only_heard(said):
    proto = drawn(said=said).pills(key="ptce-rows-test").proto
    visibility = proto.label_visibility
    assert proto.label == "Pôles"
    assert (visibility.value == visibility.VISIBLE) == said
    assert (visibility.value == visibility.COLLAPSED) == (not said)
