"""HTML as a tree: text, or a tag with what is in it. A text from data is text, whatever it contains."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import TypeAlias

#: A text, or [name, attributes, *trees], as the browser gets it.
Tree: TypeAlias = "str | list"

#: Between what a part says and its code.
SEPARATOR = ":"

#: Tags without content.
_VOID = frozenset(("br", "input"))

#: What is drawn. Nothing here runs, embeds or fetches.
TAGS = _VOID | frozenset(
    ("a", "b", "button", "caption", "code", "dd", "details", "div", "dl", "dt", "h2", "h3", "header", "label", "li")
    + ("nav", "ol", "option", "p", "select", "small", "span", "strong", "summary", "table", "tbody", "td", "th")
    + ("thead", "tr", "ul")
)


def tag(name: str, *inside: Tree, say: tuple[str, str] | None = None, **attributes: str | bool | None) -> Tree:
    """A tag. say: what a click on it tells the server, (name, code).

    attributes: `aria_label` is `aria-label`, `class_` is `class`; True is an attribute without value, False and None
    none. Those of aria say "true" or "false" instead.
    Raises ValueError for a tag that is not in TAGS, and for an attribute that would be a script.
    """
    if name not in TAGS or any(key.startswith("on") for key in attributes):
        raise ValueError(f"<{name} {' '.join(attributes)}> is no plain HTML: see TAGS in views/live/tree.py.")
    said = {"type": "button"} if name == "button" else {}
    for key, value in attributes.items():
        attribute = key.rstrip("_").replace("_", "-")
        if attribute.startswith("aria-") and isinstance(value, bool):
            said[attribute] = str(value).lower()
        elif value is True:
            said[attribute] = ""
        elif isinstance(value, str):
            said[attribute] = value
    if say is not None:
        said["data-say"] = SEPARATOR.join(say)
    return [name, said, *inside]


def field(label: str, name: str, value: str, options: Mapping[str, str] | None = None, **attributes: str) -> Tree:
    """A labelled field that says (name, what it holds): a list of options (code → label), or a text without them.

    A text is said when one has stopped typing for a third of a second, and on Enter.
    """
    if options is None:
        control = tag("input", say=(name, ""), value=value, autocomplete="off", spellcheck="false", **attributes)
    else:
        choices = (tag("option", words, value=code) for code, words in options.items())
        control = tag("select", *choices, say=(name, ""), value=value, **attributes)
    return tag("label", tag("span", label), control)


def icon(name: str) -> Tree:
    """An icon of the font that comes with Streamlit, by its name there: `map`. Heard by nobody."""
    return tag("span", name, class_="ptce-icon", aria_hidden=True, translate="no")


def render(*trees: Tree) -> str:
    """Trees as HTML, for `st.html`: texts and attributes are escaped, whatever they hold."""
    return "".join(escape(tree) if isinstance(tree, str) else _element(*tree) for tree in trees)


def _element(name: str, attributes: Mapping[str, str], *inside: Tree) -> str:
    opening = name + "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{opening}>" if name in _VOID else f"<{opening}>{render(*inside)}</{name}>"


def join(separator: Tree, trees: Iterable[Tree]) -> list[Tree]:
    """The trees with a separator between each two."""
    joined = [part for tree in trees for part in (separator, tree)]
    return joined[1:]
