"""The card's HTML: complete, and harmless whatever the data says."""

import json
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from ptce_data.exports import Kind, formats
from ptce_data.results import Item, Source, wording
from ptce_data.selection import Selection
from ptce_data.views.components import display_mode, figure_table, figure_words
from ptce_data.views.live import render
from tests.figures_by_hand import COORDINATION, COUNTS, EVERY_STATE, LEGAL, MIXED, with_items
from tests.pages.opening import say
from tests.pages.trees import parts, places, said, text

HOSTILE = "<img src=x onerror=alert(1)>"
HEAD = f"figure-{LEGAL.key}-head"


def card() -> None:
    from ptce_data.views import live
    from ptce_data.views.components.figure_card import figure_card
    from tests.figures_by_hand import LEGAL

    live.start()
    figure_card(LEGAL)
    live.send()


def test_a_card_has_four_forms_a_described_chart_and_no_file_before_it_is_asked_for():
    app = AppTest.from_function(card).run()
    head = places(app)[HEAD]
    assert list(said(head, "form")) == ["Graphique", "Tableau", "Texte", "Fichiers"]
    assert list(said(parts(head, aria_pressed="true"), "form")) == ["Graphique"]
    chart = app.get("vega_lite_chart")[0].proto
    assert LEGAL.title in chart.alt
    assert wording.alternative(LEGAL) in text(head)
    assert "layer" in json.loads(chart.spec)
    assert not app.get("download_button")


@pytest.mark.parametrize(
    ("form", "part"),
    [("Tableau", render(figure_table.figure_table(LEGAL))), ("Texte", render(figure_words.text(LEGAL)))],
    ids=["table", "text"],
)
def test_only_the_chosen_form_is_drawn(form, part):
    app = AppTest.from_function(card).run()
    assert part not in [html.proto.body for html in app.get("html")]
    say(app, HEAD, "form", form)
    assert part in [html.proto.body for html in app.get("html")]
    assert not app.get("vega_lite_chart")


def test_a_filter_changes_the_data_of_a_chart_and_nothing_else_of_it(root):
    app = AppTest.from_file(str(root / "ptce_data/views/app/main.py"), default_timeout=30)
    app.switch_page(str(root / "pages/effets.py"))
    whole = [chart.proto for chart in app.run().get("vega_lite_chart")]
    app.session_state["ptce-selection"] = Selection(sectors=("culture",))
    culture = [chart.proto for chart in app.run().get("vega_lite_chart")]
    assert [(chart.spec, chart.alt) for chart in whole] == [(chart.spec, chart.alt) for chart in culture]
    assert [chart.SerializeToString() for chart in whole] != [chart.SerializeToString() for chart in culture]


def test_the_files_of_a_card_are_offered_in_every_format():
    app = AppTest.from_function(card)
    app.session_state[f"form-{LEGAL.key}"] = display_mode.FILES
    labels = [button.proto.label for button in app.run().get("download_button")]
    assert labels == [one.label for one in formats(Kind.FIGURE)]


@pytest.mark.parametrize("part", [figure_words.text, figure_table.figure_table])
def test_hostile_texts_are_shown_as_text(part):
    source = Source(HOSTILE, "2017", f"https://x/{HOSTILE}")
    result = replace(LEGAL, title=HOSTILE, source=source, note=HOSTILE, selection=HOSTILE)
    words = render(part(with_items(result, Item("a", HOSTILE, 3, 3 / 187))))
    assert "<img" not in words
    assert "&lt;img" in words


def test_only_web_addresses_become_links():
    attack = replace(LEGAL, source=Source("x", "", "javascript:alert(1)"), published_source=None)
    assert not parts([figure_words.foot(attack)], "a")
    assert parts([figure_words.foot(LEGAL)], "a", href="https://exemple.fr/enquete")


@pytest.mark.parametrize("result", EVERY_STATE.values(), ids=EVERY_STATE)
def test_every_row_of_the_table_is_as_wide_as_its_head(result):
    head, _, body = render(figure_table.figure_table(result)).partition("</thead>")
    columns = head.count('scope="col"')
    for row in body.split("</tr>")[:-1]:
        spanned = int(row.split('colspan="')[1].split('"')[0]) - 1 if "colspan" in row else 0
        assert 1 + row.count("<td") + spanned == columns


def test_the_table_says_states_in_words_and_zero_as_a_number():
    words = render(figure_table.figure_table(MIXED))
    for state in ("masqué (secret statistique)", "sans réponse", "question non posée"):
        assert f">{state}</td>" in words
    assert "<td>0</td><td>0\u202f%</td>" in words


def test_the_table_has_no_column_without_a_value():
    assert "Part" not in render(figure_table.figure_table(COUNTS))
    assert "Effectif" not in render(figure_table.figure_table(COORDINATION))


def test_the_head_says_several_answers_where_they_were_possible():
    assert "plusieurs réponses possibles" in text(figure_words.head(COUNTS))
    assert "plusieurs réponses possibles" not in text(figure_words.head(LEGAL))
