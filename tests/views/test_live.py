"""Plain HTML that stays in place: what is sent, what is heard, and that it is never more than text."""

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st_
from streamlit.testing.v1 import AppTest

from ptce_data.views.live import field, icon, render, tag
from ptce_data.views.live.element import payload
from tests.pages.opening import say
from tests.pages.trees import places, read, text

TEXTS = st_.text(st_.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=40)


def page() -> None:
    import streamlit as st

    from ptce_data.views import live

    def hear(code):
        st.session_state["heard"] = (*st.session_state["heard"], code)

    live.start()
    for place, code in st.session_state["parts"].items():
        live.live(place, [live.tag("button", place, say=("do", code))], {"do": hear})
    if st.session_state["stops"]:
        return
    live.send()


def drawn(**state) -> AppTest:
    app = AppTest.from_function(page)
    for key, value in {"parts": {"one": "1", "two": "2:b"}, "heard": (), "stops": False, **state}.items():
        app.session_state[key] = value
    return app.run()


def test_each_place_gets_its_own_and_says_its_own():
    app = drawn()
    assert {place: text(trees) for place, trees in places(app).items()} == {"one": "one", "two": "two"}
    say(say(app, "one", "do", "1"), "two", "do", "2:b")
    assert app.session_state["heard"] == ("1", "2:b")


@pytest.mark.parametrize(
    "told", [None, "do:1", ["one"], ["one", 3], ["one", "do:1", "x"], {"one": "do"}, ["gone", "do:1"]]
)
def test_what_no_browser_of_ours_says_is_not_heard(told):
    app = drawn()
    say(app, "", "", told=told)
    assert not app.exception and app.session_state["heard"] == ()


def test_what_an_interrupted_run_drew_is_not_sent_by_the_next():
    app = drawn(stops=True)
    app.session_state["parts"], app.session_state["stops"] = {"three": "3"}, False
    assert list(places(app.run())) == ["three"]


@given(TEXTS, TEXTS)
def test_texts_and_attributes_arrive_as_they_are(words, label):
    trees = [tag("p", words, aria_label=label), words]
    sent = payload({"here": trees, "there": []})
    assert read([sent]) == {"here": trees, "there": []}


@given(TEXTS)
def test_nothing_in_what_travels_looks_like_html(words):
    """A name with `</script` would make the browser's sanitizer drop all of it."""
    sent = payload({"here": [words]}).removeprefix("<i hidden data-for='here' data-trees='").removesuffix("'></i>")
    assert not set("<>'") & set(sent)


def test_attributes_are_written_as_html_wants_them():
    made = tag(
        "button", "x", class_="a", aria_pressed=True, aria_label=None, hidden=True, translate=False, say=("do", "1")
    )
    assert made == [
        "button",
        {"type": "button", "class": "a", "aria-pressed": "true", "hidden": "", "data-say": "do:1"},
        "x",
    ]
    assert tag("a", aria_expanded=False)[1] == {"aria-expanded": "false"}


@pytest.mark.parametrize(("name", "given_"), [("script", {}), ("img", {}), ("iframe", {}), ("p", {"onclick": "x"})])
def test_what_runs_or_embeds_is_no_tag(name, given_):
    with pytest.raises(ValueError, match="TAGS"):
        tag(name, **given_)


def test_a_field_has_a_label_and_holds_its_value():
    label, _, words, control = field("Trier par", "order", "b", {"a": "Nom", "b": "Lieu"})
    assert label == "label" and text([words]) == "Trier par"
    assert control[0] == "select" and control[1] == {"value": "b", "data-say": "order:"}
    assert [(option[1]["value"], text([option])) for option in control[2:]] == [("a", "Nom"), ("b", "Lieu")]
    (_, _, _, search) = field("Chercher", "words", "lyon", type="search")
    assert search[0] == "input" and search[1]["value"] == "lyon" and search[1]["type"] == "search"


def test_an_icon_is_heard_by_nobody():
    assert icon("map")[1]["aria-hidden"] == "true"
    assert json.dumps(icon("map")) and render(icon("map")).startswith("<span")


@given(st_.recursive(TEXTS, lambda inner: st_.builds(lambda inside: tag("p", *inside), st_.lists(inner))), TEXTS)
def test_rendered_trees_hold_their_texts_and_nothing_else(tree, title):
    """Whatever a text holds, the HTML read back has the same text, the same attribute and no other element."""
    seen, words = [], []
    reader = HTMLParser()
    reader.handle_starttag = lambda name, attributes: seen.append((name, dict(attributes)))
    reader.handle_data = words.append
    reader.feed(render(tag("div", tree, tag("br"), title=title)))
    reader.close()
    assert "".join(words) == text([tree])
    assert {name for name, _ in seen} <= {"div", "p", "br"} and seen[0] == ("div", {"title": title})
