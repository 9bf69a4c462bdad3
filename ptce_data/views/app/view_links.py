"""The link of a view: filter keys (see `selection.FILTERS`), then the view keys of the page."""

from collections.abc import Mapping
from urllib.parse import urlencode

from ptce_data.selection import FILTER_BY_KEY, Selection
from ptce_data.views.app.site_map import PAGES

#: View keys → pages whose link carries them: what a page shows beyond its filters, as the site map declares it.
VIEW_KEYS: Mapping[str, tuple[str, ...]] = {
    key: tuple(other.key for other in PAGES if key in other.view_keys) for page in PAGES for key in page.view_keys
}

#: No honest value of a view key comes near: the longest is a list of 200 poles.
MAX_VALUE_CHARACTERS = 3_600


def pairs(selection: Selection, page: str, view: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """(key, value) of a link to `page`: filters in editorial order, then the page's own view keys."""
    kept = tuple((key, view[key]) for key, pages in VIEW_KEYS.items() if page in pages and view.get(key))
    return selection.to_pairs() + kept


def query(selection: Selection, page: str, view: Mapping[str, str]) -> str:
    """The query string, without "?"; "" for the whole."""
    return urlencode(pairs(selection, page, view))


def grouped(items: tuple[tuple[str, str], ...]) -> dict[str, list[str]]:
    """Key → values, the form `st.query_params` takes."""
    result: dict[str, list[str]] = {}
    for key, value in items:
        result.setdefault(key, []).append(value)
    return result


def read_view(params: Mapping[str, list[str]], page: str) -> dict[str, str]:
    """The view keys of the page that a link carries; values too long or unprintable are no values."""
    return {
        key: params[key][-1]
        for key, pages in VIEW_KEYS.items()
        if page in pages and key in params and params[key] and _is_plain(params[key][-1])
    }


def speaks_of_filters(params: Mapping[str, list[str]]) -> bool:
    return any(key in FILTER_BY_KEY for key in params)


def _is_plain(value: str) -> bool:
    return 0 < len(value) <= MAX_VALUE_CHARACTERS and value.isprintable()
