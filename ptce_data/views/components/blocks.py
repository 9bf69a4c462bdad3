"""Blocks of plain HTML that pages share, as trees: tables, lists of facts, badges, links that leave the site."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import streamlit as st

from ptce_data.schema.codes import PROVENANCES
from ptce_data.views.live import Tree, render, tag

#: What a cell or a fact holds: a text, or several trees one after the other.
Content: TypeAlias = "Tree | Sequence[Tree]"


def show_html(*trees: Tree) -> None:
    """Draw trees here, as HTML that is in the first answer of the server."""
    st.html(render(*trees))


def data_table(
    head: Sequence[str],
    rows: Iterable[Sequence[Content]],
    caption: str = "",
    numeric: Sequence[int] = (),
    class_: str = "ptce-figure-table",
) -> Tree:
    """A table whose first column names the row. numeric: ranks of the columns set to the right."""
    body = tag("tbody", *(_row(row, numeric) for row in rows))
    return framed_table(head, [body], caption, numeric, class_)


def framed_table(
    head: Sequence[str],
    bodies: Sequence[Tree],
    caption: str = "",
    numeric: Sequence[int] = (),
    class_: str = "ptce-figure-table",
) -> Tree:
    """A table of bodies made elsewhere, in a frame that scrolls on a narrow screen."""
    titled = [tag("caption", caption)] if caption else []
    names = (tag("th", name, scope="col", class_=_side(rank, numeric)) for rank, name in enumerate(head))
    whole = tag("table", *titled, tag("thead", tag("tr", *names)), *bodies, class_=class_)
    return tag("div", whole, class_="ptce-figure-scroll")


def fact_list(facts: Iterable[tuple[str, Content]], class_: str = "ptce-facts") -> Tree:
    """A definition list: (name, what is known of it)."""
    pairs = ((tag("dt", name), tag("dd", *contents(value))) for name, value in facts)
    return tag("dl", *(part for pair in pairs for part in pair), class_=class_)


def provenance_badge(code: str, name: str = "span") -> Tree:
    """The word and colour of a provenance, in a tag of that name."""
    return tag(name, PROVENANCES.label(code), class_=f"ptce-provenance ptce-{code}")


def outside_link(words: str, url: str | None) -> Tree:
    """A link that opens in another tab; the words alone where the address is not one of the web."""
    if not (url or "").startswith(("https://", "http://")):
        return words
    return tag("a", words, href=url, target="_blank", rel="noopener noreferrer")


def contents(value: Content) -> Sequence[Tree]:
    """The trees of a content: a text or a tag alone becomes a list of one."""
    is_tag = isinstance(value, list) and len(value) > 1 and isinstance(value[1], dict)
    return [value] if isinstance(value, str) or is_tag else value


def _row(cells: Sequence[Content], numeric: Sequence[int]) -> Tree:
    first, *others = cells
    values = (tag("td", *contents(cell), class_=_side(rank, numeric)) for rank, cell in enumerate(others, start=1))
    return tag("tr", tag("th", *contents(first), scope="row"), *values)


def _side(rank: int, numeric: Sequence[int]) -> str | None:
    return "ptce-numeric" if rank in numeric else None
