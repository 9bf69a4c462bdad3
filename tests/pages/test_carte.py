"""The home page: numbers, map, list, card, neighbourhoods; default, filtered, empty, broken, hostile."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from ptce_data.maps import facts
from ptce_data.maps.coverage import coverage
from ptce_data.maps.layers import NEAR
from ptce_data.maps.territory import departements
from ptce_data.selection import Selection
from ptce_data.texts import number
from ptce_data.views.map_view import opened as opened_by
from ptce_data.views.pole_list import PAGE_SIZE
from tests.maps.making import layer_of, rename, shown_poles

HOSTILE = "<img src=x onerror=alert(1)>"


def opened(root, **params) -> AppTest:
    app = AppTest.from_file(str(root / "ptce_data/views/main.py"), default_timeout=30)
    for key, value in params.items():
        app.query_params[key] = value
    return app.run()


def numbers(app: AppTest) -> dict[str, str]:
    return dict(re.findall(r"<dt>(.*?)</dt><dd class='ptce-number'>(.*?)</dd>", html(app)))


def deck(app: AppTest) -> dict:
    (chart,) = app.get("deck_gl_json_chart")
    return json.loads(chart.proto.json)


def drawn(app: AppTest) -> set[str]:
    return shown_poles(deck(app))


def qpv(app: AppTest) -> dict | None:
    return layer_of(deck(app), "qpv")


def rows(app: AppTest) -> list:
    return [button for button in app.button if (button.key or "").removeprefix("ptce-list-") in facts.poles()]


def html(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def test_the_whole_directory_by_default(root):
    app = opened(root)
    assert not app.exception and not app.error
    poles = facts.poles().values()
    assert numbers(app)["Pôles connus"] == "111"
    assert numbers(app)["Placés sur la carte"] == str(sum(pole.located for pole in poles)) == "81"
    assert numbers(app)["QPV du territoire"] == number(1518)
    assert drawn(app) == {pole.pole_id for pole in poles if pole.located}
    assert len(rows(app)) == PAGE_SIZE
    assert "30" in next(caption.value for caption in app.caption if "dans la liste" in caption.value)


def test_a_filter_changes_numbers_map_and_list_and_leaves_the_view(root):
    whole = deck(opened(root))["initialViewState"]
    app = opened(root)
    app.session_state["ptce-popover-sectors"] = True
    app.run()
    app.pills(key="ptce-sectors").set_value(["culture"]).run()
    kept = {pole.pole_id for pole in facts.poles().values() if "culture" in pole.sectors}
    assert numbers(app)["Pôles connus"] == str(len(kept))
    assert drawn(app) == {pole_id for pole_id in kept if facts.poles()[pole_id].located}
    assert deck(app)["initialViewState"] == whole


def test_the_territory_narrows_neighbourhoods_and_poles_beyond_it_still_count(root):
    app = opened(root, region="27")
    expected = coverage(tuple(facts.poles()), departements(Selection(regions=("27",))), 20)
    assert numbers(app)["QPV du territoire"] == str(expected.neighbourhoods)
    assert numbers(app)["QPV à plus de 20\u00a0km"] == str(len(expected.uncovered))


def test_the_radius_is_switched_and_written_in_the_link(root):
    app = opened(root)
    app.segmented_control(key="ptce-far").set_value(5).run()
    expected = coverage(tuple(facts.poles()), departements(Selection()), 5)
    assert numbers(app)["QPV à plus de 5\u00a0km"] == number(len(expected.uncovered))
    assert "5" in app.query_params["rayon"]
    assert opened(root, rayon="5").segmented_control(key="ptce-far").value == 5
    assert opened(root, rayon="abc").segmented_control(key="ptce-far").value == 20


def test_recentrer_moves_the_map_each_time(root):
    app = opened(root, region="84")
    views = [deck(app)["initialViewState"]]
    for _ in range(2):
        app.button(key="ptce-map-fit").click().run()
        views.append(deck(app)["initialViewState"])
    assert len({json.dumps(view) for view in views}) == 3


def test_overseas_is_one_click_away(root):
    app = opened(root)
    app.pills(key="ptce-map-view").set_value("974").run()
    assert deck(app)["initialViewState"]["longitude"] == pytest.approx(55.53, abs=0.01)


def test_a_commune_of_the_link_centres_the_map(root):
    view = deck(opened(root, commune="46102"))["initialViewState"]
    assert (view["longitude"], view["latitude"]) == pytest.approx((2.03, 44.61), abs=0.02)
    assert deck(opened(root, commune="00000"))["initialViewState"] == deck(opened(root))["initialViewState"]


def test_a_row_opens_the_card_and_the_card_closes(root):
    app = opened(root, departement="38")
    app.button(key="ptce-list-pole-alpen").click().run()
    assert "pole-alpen" in app.query_params["pole"]
    assert "Pôle Alpen" in [header.value for header in app.header]
    assert "Groupe Ulisse" in html(app)
    assert not rows(app)
    app.button(key="ptce-card-close").click().run()
    assert "pole" not in app.query_params and rows(app)


def test_a_card_out_of_the_selection_says_so(root):
    app = opened(root, region="94", pole="pole-alpen")
    assert any("ne répond pas aux filtres" in caption.value for caption in app.caption)
    unknown = opened(root, pole="inconnu")
    assert any("pas dans l’annuaire" in warning.value for warning in unknown.warning)
    assert rows(unknown)


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        ({"poles-0": [{"properties": {"i": "domb-innov"}}]}, "domb-innov"),
        ({"qpv-0": [{"properties": {"i": 3}}]}, None),
        ({"poles-0": []}, None),
        ({"poles-0": ["x", {"i": 3}, {"properties": None}, {"properties": {"i": 3}}]}, None),
        ({}, None),
    ],
)
def test_a_click_says_which_pole(objects, expected):
    assert opened_by({"objects": objects}) == expected


def test_search_sort_and_pages(root):
    app = opened(root)
    first = [button.key for button in rows(app)]
    app.button(key="ptce-list-next").click().run()
    second = [button.key for button in rows(app)]
    assert len(second) == PAGE_SIZE and not set(first) & set(second)
    app.text_input(key="ptce-list-search").set_value("grenoble").run()
    assert {button.key.removeprefix("ptce-list-") for button in rows(app)} == {
        pole.pole_id for pole in facts.poles().values() if pole.commune_name == "Grenoble"
    }
    app.text_input(key="ptce-list-search").set_value("zzz").run()
    assert not rows(app) and any("Aucun pôle" in info.value for info in app.info)


def test_poles_without_a_place_are_listed(root):
    app = opened(root)
    app.segmented_control(key="ptce-list-kept").set_value("listes").run()
    assert rows(app) and all(not facts.poles()[button.key.removeprefix("ptce-list-")].located for button in rows(app))


def test_an_empty_selection_says_what_to_loosen(root):
    app = opened(root, region="94", secteur="culture")
    assert not app.exception and not app.error
    assert any("ne répond à tous ces filtres" in part.value for part in (*app.header, *app.subheader))
    assert not drawn(app) and not rows(app) and not numbers(app)


def test_qpv_can_be_hidden_or_those_far_from_a_pole_coloured(root):
    app = opened(root)
    assert qpv(app)["getFillColor"] == NEAR["light"]
    app.toggle(key="ptce-map-far").set_value(True).run()
    assert set(qpv(app)["getFillColor"].split("'")[1]) == {"1", "2"}
    app.toggle(key="ptce-map-qpv").set_value(False).run()
    assert qpv(app) is None


def test_a_figure_is_drawn_when_it_is_asked_for(root):
    app = opened(root)
    assert not app.get("vega_lite_chart")
    app.pills(key="ptce-breakdown").set_value("poles-by-sector").run()
    assert not app.exception and not app.error
    assert app.get("vega_lite_chart")


def test_the_map_is_told_in_words(root):
    (chart,) = opened(root).get("deck_gl_json_chart")
    assert "81" in chart.proto.alt and "111" in chart.proto.alt and "liste" in chart.proto.alt


def test_broken_neighbourhoods_leave_the_poles(root, copied_data, monkeypatch):
    (copied_data / "neighbourhoods.parquet").write_bytes(b"PAR1 not really")
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root)
    assert not app.exception
    assert any("neighbourhoods.parquet" in error.value for error in app.error)
    assert numbers(app)["Pôles connus"] == "111"
    assert len(drawn(app)) == 81 and rows(app)


def test_broken_outlines_leave_the_list(root, copied_data, monkeypatch):
    (copied_data / "outlines/regions.geojson").unlink()
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root)
    assert not app.exception and rows(app)
    assert any("regions.geojson" in error.value for error in app.error)


def test_broken_poles_say_what_to_do(root, copied_data, monkeypatch):
    (copied_data / "poles.parquet").unlink()
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root)
    assert not app.exception
    assert any("poles.parquet" in error.value and "Remède" in error.value for error in app.error)


def test_a_hostile_name_is_text_everywhere(root, copied_data, monkeypatch):
    rename(copied_data / "poles.parquet", ("name", "alias", "carrier", "note"), HOSTILE)
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root, pole="pole-alpen")
    assert not app.exception and not app.error
    assert "<img" not in html(app) and "&lt;img" in html(app)
    assert r"\<img src=x onerror=alert(1)\>" in [header.value for header in app.header]
    listed = opened(root)
    assert all("<img" not in button.label.replace(r"\<", "") for button in rows(listed)) and rows(listed)
