"""What is drawn in the places of a page: its words, its parts, what they say."""

import json
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from streamlit.testing.v1 import AppTest

from ptce_data.views.live import Tree


def places(app: AppTest) -> dict[str, list[Tree]]:
    """What is drawn in each place, of those that are on the page."""
    found = _Places()
    for part in app.get("html"):
        found.feed(part.proto.body)
    return {place: found.sent[place] for place in found.there if place in found.sent}


def read(documents: Iterable[str]) -> dict[str, list[Tree]]:
    """What documents send to each place."""
    found = _Places()
    for document in documents:
        found.feed(document)
    return found.sent


class _Places(HTMLParser):
    def __init__(self):
        super().__init__()
        self.there: list[str] = []
        self.sent: dict[str, list[Tree]] = {}

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if given.get("class") == "ptce-live":
            self.there.append(given["id"])
        if "data-trees" in given:
            self.sent[given["data-for"]] = json.loads(given["data-trees"])


def text(trees: Iterable[Tree]) -> str:
    """The words of trees, as they are read one after the other."""
    return "".join(tree if isinstance(tree, str) else text(tree[2:]) for tree in trees)


def parts(trees: Iterable[Tree], name: str | None = None, **attributes: str) -> list[Tree]:
    """The tags of trees that have a name and these attributes, in the order of reading."""
    wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    return [
        tree
        for tree in _every(trees)
        if name in (None, tree[0]) and all(tree[1].get(key) == value for key, value in wanted.items())
    ]


def _every(trees: Iterable[Tree]) -> Iterator[Tree]:
    for tree in trees:
        if not isinstance(tree, str):
            yield tree
            yield from _every(tree[2:])


def said(trees: Iterable[Tree], name: str) -> dict[str, str]:
    """Code → words of the parts that say `name`."""
    found = {}
    for tree in _every(trees):
        about, _, code = tree[1].get("data-say", "").partition(":")
        if about == name:
            found[code] = text([tree])
    return found


def ways(trees: Iterable[Tree]) -> dict[str, str]:
    """Words → code of the buttons that turn the pages of a list."""
    return {way: code for code, way in said(trees, "turn").items()}
