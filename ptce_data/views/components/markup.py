"""Text from data, made harmless where Streamlit reads Markdown or HTML."""

import re
from html import escape
from urllib.parse import quote

# What Markdown, its GitHub tables, and Streamlit's own directives (:red[…], $…$) give a meaning to.
_MARKDOWN = re.compile(r"([\\`*_\[\]<>~$:&|#!{}])")

# An unbreakable space is no blank: French punctuation hangs on it.
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


def plain(text: str) -> str:
    """Markdown that shows `text` as it is, on one line."""
    return _MARKDOWN.sub(r"\\\1", _BLANKS.sub(" ", text).strip())


def link(label: str, url: str) -> str:
    """A Markdown link to a web address, whatever its characters. The caller has checked that it is http or https."""
    return f"[{plain(label)}]({quote(url, safe=':/?#@!$&+,;=%~*')})"


def html(text: str) -> str:
    """HTML that shows `text` as it is, in an element or in an attribute."""
    return escape(text)


def markdown_table(head: tuple[str, ...], rows: list[tuple[str, ...]], numeric: tuple[int, ...] = ()) -> str:
    """A Markdown table of plain texts; `numeric` columns are set to the right."""
    rule = "|".join("---:" if rank in numeric else "---" for rank in range(len(head)))
    lines = ["|".join(plain(cell) for cell in row) for row in (head, *rows)]
    return "\n".join(f"|{line}|" for line in (lines[0], rule, *lines[1:]))
