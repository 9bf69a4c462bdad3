"""Rows to pick one from: a list whose every line is a button, turned page by page when it is long."""

from collections.abc import Callable, Mapping, Sequence

from ptce_data.views.components.pager import Pager
from ptce_data.views.components.search_row import SearchRow
from ptce_data.views.live import Tree, live, tag


def rows(
    label: str,
    lines: Mapping[str, Sequence[Tree]],
    key: str,
    on_pick: Callable[[str], None],
    said: bool = True,
    search: SearchRow | None = None,
    pager: Pager | None = None,
) -> None:
    """Draw the rows. lines: code → what is read on it; on_pick is called with the code of a row, as a callback.

    label: what is listed; said: whether it is seen, or only heard by who can't see the list. search, pager: what
    stands above and below, for a list of which these lines are what was found, a page of it.
    """
    name = f"ptce-rows-{key}"
    items = (tag("li", tag("button", *inside, say=("row", code))) for code, inside in lines.items())
    hear = {"row": on_pick}
    for part in filter(None, (search, pager)):
        hear |= part.hear()
    trees = search.trees() if search else []
    if said:
        trees.append(tag("p", label, id=f"{name}-label", class_="ptce-rows-label", role="status" if search else None))
    named = {"aria_labelledby": f"{name}-label"} if said else {"aria_label": label}
    trees += [tag("ul", *items, class_="ptce-rows", **named)] if lines else []
    trees += pager.trees() if pager else []
    live(name, trees, hear)
