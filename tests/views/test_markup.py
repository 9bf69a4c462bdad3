"""Text from data, harmless where Streamlit reads Markdown or HTML."""

import pytest

from ptce_data.views.components.blocks import data_table
from ptce_data.views.components.markup import html, link, markdown_table, plain
from ptce_data.views.live import render


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<img src=x onerror=alert(1)>", r"\<img src=x onerror=alert(1)\>"),
        ("[a](javascript:x)", r"\[a\](javascript\:x)"),
        ("**gras** `code` $x$ :red[y]", r"\*\*gras\*\* \`code\` \$x\$ \:red\[y\]"),
        ("deux\nlignes | colonne", r"deux lignes \| colonne"),
        ("Domb'Innov", "Domb'Innov"),
    ],
)
def test_plain_shows_what_it_is_given(text, expected):
    assert plain(text) == expected


def test_an_address_cannot_leave_its_link():
    assert link("hôte", "https://exemple.fr/a)b(c <d>[e]") == "[hôte](https://exemple.fr/a%29b%28c%20%3Cd%3E%5Be%5D)"
    assert link("a](b", "https://exemple.fr/%20?x=1&y=é") == r"[a\](b](https://exemple.fr/%20?x=1&y=%C3%A9)"


def test_a_table_keeps_its_columns():
    assert markdown_table(("A", "B"), [("x | y", "1")], numeric=(1,)) == "|A|B|\n|---|---:|\n|x \\| y|1|"


def test_a_table_written_as_html_keeps_its_columns_and_shows_what_it_is_given():
    written = render(data_table(("A", "<b>"), [("<img src=x>", "1"), ("x & y", "2")], numeric=(1,)))
    head, _, body = written.partition("</thead>")
    assert head.count('<th scope="col"') == 2 and "&lt;b&gt;" in head
    assert body.count("<tr>") == 2 and body.count('<th scope="row">') == 2 and body.count("<td") == 2
    assert '<th scope="row">&lt;img src=x&gt;</th><td class="ptce-numeric">1</td>' in body and "x &amp; y" in body
    assert "<img" not in written


def test_html():
    assert html('<b title="x">&\'') == "&lt;b title=&quot;x&quot;&gt;&amp;&#x27;"
