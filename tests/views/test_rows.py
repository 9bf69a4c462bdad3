"""Rows: each opens its own, whatever its words, and as often as one likes; a list always has a name."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opening import head, pick, rows
from tests.pages.trees import parts, places, text

LINES = {"a": ("Le Pôle", " — Lyon"), "b": ("Le Pôle", " — Lyon"), "c": ("Autre", " — Metz"), "<d>": ("<b>", "&amp;")}


def page() -> None:
    import streamlit as st

    from ptce_data.views import live
    from ptce_data.views.components.clickable_rows import rows

    def open_(code):
        st.session_state["opened"] = (*st.session_state["opened"], code)

    live.start()
    rows("Pôles", st.session_state["lines"], "test", open_, said=st.session_state["said"])
    live.send()


def drawn(**state) -> AppTest:
    app = AppTest.from_function(page)
    for key, value in {"lines": LINES, "said": True, "opened": (), **state}.items():
        app.session_state[key] = value
    return app.run()


def test_each_row_opens_its_own_as_often_as_it_is_clicked():
    app = drawn()
    clicks = (*LINES, "c", "c")
    for code in clicks:
        pick(app, "test", code)
        assert not app.exception
    assert app.session_state["opened"] == clicks


def test_rows_say_their_words_as_they_are():
    assert rows(drawn(), "test") == {code: "".join(words) for code, words in LINES.items()}


def test_a_row_that_moved_opens_its_own():
    app = drawn()
    app.session_state["lines"] = {"e": ("Nouveau",), "c": LINES["c"]}
    pick(app.run(), "test", "c")
    assert app.session_state["opened"] == ("c",)


@pytest.mark.parametrize("said", [True, False], ids=["seen", "heard"])
def test_a_list_always_has_a_name_seen_or_only_heard(said):
    app = drawn(said=said)
    (list_,) = parts(places(app)["ptce-rows-test"], "ul")
    if said:
        (label,) = parts(places(app)["ptce-rows-test"], "p")
        assert head(app, "test") == text([label]) == "Pôles" and list_[1]["aria-labelledby"] == label[1]["id"]
    else:
        assert list_[1]["aria-label"] == "Pôles" and "Pôles" not in text(places(app)["ptce-rows-test"])


def test_without_rows_there_is_no_empty_list():
    app = drawn(lines={})
    assert not parts(places(app)["ptce-rows-test"], "ul") and head(app, "test") == "Pôles"
