"""Opening a page of the real app, and working the controls that several pages share."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from ptce_data.views.components import filter_bar
from ptce_data.views.live import render
from tests.pages.trees import parts, places, said, text, ways


def opened(root: Path, page: str = "", before: Mapping[str, object] | None = None, **params) -> AppTest:
    """A page after its first run, the home page by default.

    before: what stands in the session, by key of widget: a part that is open, a panel. params: those of the link.
    """
    app = AppTest.from_file(str(root / "ptce_data/views/app/main.py"), default_timeout=60)
    for key, value in params.items():
        app.query_params[key] = value
    for key, value in (before or {}).items():
        app.session_state[key] = value
    if page:
        app.switch_page(str(root / f"pages/{page}.py"))
    return app.run()


def html(app: AppTest) -> str:
    """The HTML that the page writes, and what is drawn in its places."""
    return " ".join(
        [*(part.proto.body for part in app.get("html")), *(render(*trees) for trees in places(app).values())]
    )


def words(app: AppTest) -> str:
    """Its Markdown, then its HTML."""
    return " ".join([*(part.value for part in app.markdown), html(app)])


def keys(widgets: Iterable) -> set[str]:
    """Keys of the widgets that are drawn."""
    return {widget.key for widget in widgets if widget.key}


def say(app: AppTest, place: str, name: str, code: str = "", **told: object) -> AppTest:
    """Hand over what the browser does when a part of a place is clicked, chosen or typed in.

    told: another thing, which no browser of ours says.
    """
    ear = app.get("bidi_component")[0].proto
    event = {"event": "say", "value": told.get("told", [place, f"{name}:{code}"])}
    states = app._tree.get_widget_states()
    # The browser's own name for what a component says; AppTest knows no component.
    states.widgets.append(
        WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{ear.id}__events", json_trigger_value=json.dumps([event]))
    )
    return app._run(states)


def panel(app: AppTest) -> str | None:
    """The panel of filters that is open."""
    bar = places(app).get(filter_bar.KEY, [])
    opened_ = [tree[1]["data-say"].partition(":")[2] for tree in parts(bar, aria_expanded="true")]
    assert len(opened_) <= 1, "one panel at a time"
    return opened_[0] if opened_ else None


def options(app: AppTest, field: str) -> dict[str, str]:
    """Code → words of the options of a filter; empty where its panel is closed."""
    return said(places(app)[filter_bar.KEY], field)


def chosen(app: AppTest, field: str) -> list[str]:
    """Codes of the options that are seen as chosen."""
    pressed = parts(places(app)[filter_bar.KEY], aria_pressed="true")
    return list(said(pressed, field))


def toggle(app: AppTest, field: str, *codes: str) -> AppTest:
    """Open the panel of a filter, unless it is open, and click some of its options."""
    wanted = "territory" if field in ("regions", "departements") else field
    if panel(app) != wanted:
        app = say(app, filter_bar.KEY, "panel", wanted)
    for code in codes:
        assert code in options(app, field), f"{code} is not offered"
        app = say(app, filter_bar.KEY, field, code)
    return app


def rows(app: AppTest, name: str) -> dict[str, str]:
    """Code → words of the rows of a list; empty where the list is not drawn."""
    return said(places(app).get(f"ptce-rows-{name}", []), "row")


def head(app: AppTest, name: str) -> str:
    """What stands above a list: what is listed, how many, how sorted."""
    return text(parts(places(app)[f"ptce-rows-{name}"], class_="ptce-rows-label"))


def pick(app: AppTest, name: str, code: str) -> AppTest:
    """Click a row."""
    return say(app, f"ptce-rows-{name}", "row", code)


def turn(app: AppTest, name: str, way: str) -> AppTest:
    """Turn a page of a list."""
    place = f"ptce-rows-{name}"
    return say(app, place, "turn", ways(places(app)[place])[way])


def ask(app: AppTest, name: str, what: str, value: str) -> AppTest:
    """Search a list (`words`), choose what it keeps (`kept`) or the order of its rows (`order`)."""
    return say(app, f"ptce-rows-{name}", what, value)
