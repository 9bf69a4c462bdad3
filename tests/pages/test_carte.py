"""The home page: numbers, map, list, card, neighbourhoods, figures; default, filtered, empty, broken, hostile."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from ptce_data.indicators import INDICATORS
from ptce_data.maps.layers import FAR, NEAR
from ptce_data.poles import directory
from ptce_data.poles.coverage import coverage
from ptce_data.poles.territory import departements
from ptce_data.selection import Selection
from ptce_data.texts import number
from ptce_data.views.components.pager import NEXT, PREVIOUS
from ptce_data.views.components.pole_list import PAGE_SIZE
from ptce_data.views.pages.carte import coverage_panel
from ptce_data.views.pages.carte.map_view import opened as opened_by
from tests.maps.making import layer_of, rename, shown_poles
from tests.pages.opening import ask, head, html, keys, opened, pick, rows, say, toggle, turn
from tests.pages.trees import parts, places, text, ways

HOSTILE = "<img src=x onerror=alert(1)>"
LIST = "ptce-list"
COVERAGE, BREAKDOWN = {"ptce-fold-coverage": True}, {"ptce-fold-breakdown": True}


def numbers(app: AppTest) -> dict[str, str]:
    drawn_ = places(app).get("ptce-headline", [])
    blocks = parts(drawn_, "div")
    return {text(parts([one], "dt")): text(parts([one], "dd", class_="ptce-number")) for one in blocks}


def deck(app: AppTest) -> dict:
    (chart,) = app.get("deck_gl_json_chart")
    return json.loads(chart.proto.json)


def drawn(app: AppTest) -> set[str]:
    return shown_poles(deck(app))


def qpv(app: AppTest) -> dict | None:
    return layer_of(deck(app), "qpv")


def go(app: AppTest, view: str) -> AppTest:
    """Send the map somewhere."""
    return say(app, "ptce-map-under", "view", view)


def test_the_whole_directory_by_default(root):
    app = opened(root)
    assert not app.exception and not app.error
    poles = directory.poles().values()
    assert numbers(app)["Pôles connus"] == "111"
    assert numbers(app)["Placés sur la carte"] == str(sum(pole.located for pole in poles)) == "81"
    assert numbers(app)["QPV du territoire"] == number(1518)
    assert drawn(app) == {pole.pole_id for pole in poles if pole.located}
    assert len(rows(app, LIST)) == PAGE_SIZE
    assert head(app, LIST) == f"Pôles 1 à {PAGE_SIZE} sur 111, par nom"
    assert "30\u00a0pôles" in next(part for part in html(app).split("<p") if "dans la liste" in part)


def test_a_filter_changes_numbers_map_and_list_and_leaves_the_view(root):
    whole = deck(opened(root))["initialViewState"]
    app = toggle(opened(root), "sectors", "culture")
    kept = {pole.pole_id for pole in directory.poles().values() if "culture" in pole.sectors}
    assert numbers(app)["Pôles connus"] == str(len(kept))
    assert drawn(app) == {pole_id for pole_id in kept if directory.poles()[pole_id].located}
    assert head(app, LIST) == f"Pôles 1 à {PAGE_SIZE} sur {len(kept)}, par nom"
    assert set(rows(app, LIST)) <= kept
    assert deck(app)["initialViewState"] == whole


def test_the_territory_narrows_neighbourhoods_and_poles_beyond_it_still_count(root):
    app = opened(root, region="27")
    expected = coverage(tuple(directory.poles()), departements(Selection(regions=("27",))), 20)
    assert numbers(app)["QPV du territoire"] == str(expected.neighbourhoods)
    assert numbers(app)["QPV à plus de 20\u00a0km"] == str(len(expected.uncovered))


def test_the_neighbourhoods_far_from_a_pole_are_told_once_their_part_is_opened(root):
    assert "ptce-far" not in keys(opened(root).segmented_control)
    app = opened(root, before=COVERAGE)
    assert not app.exception and not app.error
    found = coverage(tuple(directory.poles()), departements(Selection()), 20)
    told = html(app)
    assert f"<strong>{number(len(found.uncovered))} QPV sur {number(found.neighbourhoods)}</strong>" in told
    assert coverage_panel.LIMITS in told
    assert told.count('<tr><th scope="row">') == coverage_panel.PAGE_SIZE
    assert list(ways(places(app)["ptce-far-turn"])) == [NEXT]
    say(app, "ptce-far-turn", "turn", str(coverage_panel.PAGE_SIZE))
    assert html(app).count('<tr><th scope="row">') == coverage_panel.PAGE_SIZE
    assert list(ways(places(app)["ptce-far-turn"])) == [PREVIOUS, NEXT]


def test_the_radius_is_switched_and_written_in_the_link(root):
    app = opened(root, before=COVERAGE)
    app.segmented_control(key="ptce-far").set_value(5).run()
    expected = coverage(tuple(directory.poles()), departements(Selection()), 5)
    assert numbers(app)["QPV à plus de 5\u00a0km"] == number(len(expected.uncovered))
    assert "5" in app.query_params["rayon"]
    assert opened(root, rayon="5").segmented_control(key="ptce-far").value == 5
    assert opened(root, rayon="abc").segmented_control(key="ptce-far").value == 20


def test_recentrer_moves_the_map_each_time(root):
    app = opened(root, region="84")
    views = [deck(app)["initialViewState"]]
    for _ in range(2):
        views.append(deck(go(app, "fit"))["initialViewState"])
    assert len({json.dumps(view) for view in views}) == 3


def test_overseas_is_one_click_away(root):
    app = go(opened(root), "974")
    assert deck(app)["initialViewState"]["longitude"] == pytest.approx(55.53, abs=0.01)


def test_a_commune_of_the_link_centres_the_map(root):
    view = deck(opened(root, commune="46102"))["initialViewState"]
    assert (view["longitude"], view["latitude"]) == pytest.approx((2.03, 44.61), abs=0.02)
    assert deck(opened(root, commune="00000"))["initialViewState"] == deck(opened(root))["initialViewState"]


def test_a_row_opens_the_card_and_the_card_closes(root):
    app = pick(opened(root, departement="38"), LIST, "pole-alpen")
    assert "pole-alpen" in app.query_params["pole"]
    assert "Pôle Alpen" in [header.value for header in app.header]
    assert "Groupe Ulisse" in html(app)
    assert not rows(app, LIST)
    app.button(key="ptce-card-close").click().run()
    assert "pole" not in app.query_params and rows(app, LIST)


def test_a_card_out_of_the_selection_says_so(root):
    app = opened(root, region="94", pole="pole-alpen")
    assert any("ne répond pas aux filtres" in caption.value for caption in app.caption)
    unknown = opened(root, pole="inconnu")
    assert any("pas dans l’annuaire" in warning.value for warning in unknown.warning)
    assert rows(unknown, LIST)


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
    first = rows(app, LIST)
    second = rows(turn(app, LIST, NEXT), LIST)
    assert len(second) == PAGE_SIZE and not set(first) & set(second)
    assert head(app, LIST) == f"Pôles {PAGE_SIZE + 1} à {2 * PAGE_SIZE} sur 111, par nom"
    ask(app, LIST, "order", "annee")
    assert head(app, LIST).startswith(f"Pôles 1 à {PAGE_SIZE} sur 111, par année")
    years = [directory.poles()[code].year_created for code in rows(app, LIST)]
    assert years[0] == max(pole.year_created or 0 for pole in directory.poles().values())
    assert years == sorted(years, reverse=True)
    ask(app, LIST, "words", "grenoble")
    assert set(rows(app, LIST)) == {
        pole.pole_id for pole in directory.poles().values() if pole.commune_name == "Grenoble"
    }
    ask(app, LIST, "words", "zzz")
    assert not rows(app, LIST) and head(app, LIST).startswith("Aucun pôle")
    ask(app, LIST, "words", "")
    assert len(rows(app, LIST)) == PAGE_SIZE


def test_poles_without_a_place_are_listed(root):
    app = ask(opened(root), LIST, "kept", "listes")
    assert rows(app, LIST) and not any(directory.poles()[code].located for code in rows(app, LIST))


def test_what_is_kept_and_sorted_stands_when_one_comes_back(root):
    app = ask(ask(opened(root), LIST, "kept", "places"), LIST, "order", "secteur")
    before = rows(app, LIST)
    say(app, "ptce-menu", "page", "effets")
    assert not rows(app, LIST)
    say(app, "ptce-menu", "page", "carte")
    assert rows(app, LIST) == before
    assert head(app, LIST) == f"Pôles 1 à {PAGE_SIZE} sur 81, sur la carte, par secteur principal"


def test_an_empty_selection_says_what_to_loosen(root):
    app = opened(root, region="94", secteur="culture")
    assert not app.exception and not app.error
    assert any("ne répond à tous ces filtres" in part.value for part in (*app.header, *app.subheader))
    assert not drawn(app) and not rows(app, LIST) and not numbers(app)


def test_qpv_can_be_hidden_or_those_far_from_a_pole_coloured(root):
    app = opened(root)
    assert qpv(app)["getFillColor"] == NEAR["light"]
    say(app, "ptce-map-drawn", "draw", "far")
    assert set(qpv(app)["getFillColor"].split("'")[1]) == {"1", "2"}
    say(app, "ptce-map-drawn", "draw", "qpv")
    assert qpv(app) is None


def test_the_legend_says_what_the_map_shows(root):
    app = opened(root)
    near, far = "QPV d’une commune", "sans pôle connu à moins de 20\u00a0km"
    assert near in html(app) and far not in html(app)
    say(app, "ptce-map-drawn", "draw", "far")
    red, green, blue, _ = FAR["light"]
    assert near in html(app) and far in html(app) and f"rgba({red},{green},{blue}," in html(app)
    say(app, "ptce-map-drawn", "draw", "qpv")
    assert near not in html(app) and far not in html(app)


@pytest.mark.parametrize(
    ("sector", "said"),
    [
        ("culture", "1\u00a0pôle de la sélection, connu par son seul"),
        ("emploi", "pôles de la sélection, connus par leur"),
    ],
    ids=["one", "several"],
)
def test_poles_out_of_the_map_are_counted_under_it(root, sector, said):
    told = html(opened(root, secteur=sector)).replace("\u202f", "\u00a0").replace("1 pôle de", "1\u00a0pôle de")
    assert said in told


def test_the_figures_are_drawn_when_they_are_asked_for(root):
    assert not opened(root).get("vega_lite_chart")
    app = opened(root, before=BREAKDOWN)
    assert not app.exception and not app.error
    figures = [one.title for one in INDICATORS if one.page == "carte"]
    assert len(app.get("vega_lite_chart")) == len(figures) > 2
    assert all(f">{title}</h3>" in html(app) for title in figures)


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
    assert len(drawn(app)) == 81 and rows(app, LIST)


def test_broken_outlines_leave_the_list(root, copied_data, monkeypatch):
    (copied_data / "outlines/regions.geojson").unlink()
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root)
    assert not app.exception and rows(app, LIST)
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
    listed = rows(opened(root), LIST)
    assert listed and all(line.startswith(HOSTILE) for line in listed.values()), "text, as it is"
