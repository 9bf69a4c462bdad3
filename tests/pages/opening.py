"""Opening a page of the real app, and working the controls that several pages share."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from streamlit.testing.v1 import AppTest

from ptce_data.views import filter_bar

PANEL = f"{filter_bar.KEY}-open"


def opened(root: Path, page: str = "", before: Mapping[str, object] | None = None, **params) -> AppTest:
    """A page after its first run, the home page by default.

    before: what stands in the session, by key of widget: a part that is open, a panel. params: those of the link.
    """
    app = AppTest.from_file(str(root / "ptce_data/views/main.py"), default_timeout=60)
    for key, value in params.items():
        app.query_params[key] = value
    for key, value in (before or {}).items():
        app.session_state[key] = value
    if page:
        app.switch_page(str(root / f"pages/{page}.py"))
    return app.run()


def html(app: AppTest) -> str:
    """The HTML that the page writes."""
    return " ".join(part.proto.body for part in app.get("html"))


def words(app: AppTest) -> str:
    """Its Markdown, then its HTML."""
    return " ".join([*(part.value for part in app.markdown), html(app)])


def keys(widgets: Iterable) -> set[str]:
    """Keys of the widgets that are drawn."""
    return {widget.key for widget in widgets if widget.key}


def choose(app: AppTest, field: str, codes: list[str]) -> AppTest:
    """Open the panel of a filter and choose among its options, as a reader does."""
    panel = "territory" if field in ("regions", "departements") else field
    if app.pills(key=PANEL).value != panel:
        app.pills(key=PANEL).set_value(panel).run()
    return app.pills(key=f"ptce-{field}").set_value(codes).run()


def rows(app: AppTest, name: str) -> dict[str, str]:
    """Code → words of the rows of a list; empty where the list is not drawn."""
    key = f"ptce-rows-{name}"
    if key not in keys(app.pills):
        return {}
    shown = app.pills(key=key)
    lines = dict(shown.format_func.__self__)  # the list gives each option its words by a dict
    assert list(lines.values()) == shown.options
    return lines


def head(app: AppTest, name: str) -> str:
    """What stands above a list: what is listed, how many, how sorted."""
    return app.pills(key=f"ptce-rows-{name}").proto.label


def pick(app: AppTest, name: str, code: str) -> AppTest:
    """Click a row."""
    return app.pills(key=f"ptce-rows-{name}").set_value(code).run()


def turn(app: AppTest, key: str, way: str) -> AppTest:
    """Turn a page of a list."""
    return app.segmented_control(key=f"{key}-turn").set_value(way).run()


def sort(app: AppTest, key: str, choice: str, code: str) -> AppTest:
    """Open the menu of a list, and choose what is kept (`kept`) or the order of the rows (`order`)."""
    app.session_state[f"{key}-sorting"] = True
    return app.run().radio(key=f"{key}-{choice}-choice").set_value(code).run()
