"""Rows to pick one from: a list whose every line is a button."""

from collections.abc import Callable, Mapping

from ptce_data.views.doors import doors

#: Told apart without being seen: Streamlit names an option by its label.
_UNSEEN = "\u200b"


def rows(label: str, lines: Mapping[str, str], key: str, on_pick: Callable[[str], None], said: bool = True) -> None:
    """Draw the rows. lines: code → Markdown; on_pick is called with the code of a row, as a callback.

    label: what is listed; said: whether it is seen, or only heard by who can't see the list.
    """
    seen = "visible" if said else "collapsed"
    doors(label, _apart(lines), f"ptce-rows-{key}", on_pick, label_visibility=seen, width="stretch")


def _apart(lines: Mapping[str, str]) -> dict[str, str]:
    """The lines, no two alike."""
    seen: dict[str, int] = {}
    told = {}
    for code, line in lines.items():
        told[code] = line + _UNSEEN * seen.get(line, 0)
        seen[line] = seen.get(line, 0) + 1
    return told
