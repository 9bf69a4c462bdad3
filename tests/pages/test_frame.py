"""The frame of every page: one Selection, mirrored in the link, whatever happens around it."""

from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from ptce_data.schema.sides import Side
from ptce_data.selection import FILTERS, Selection
from ptce_data.texts import typographic
from ptce_data.views.app import state
from ptce_data.views.app.frame import MENU
from ptce_data.views.app.site_map import PAGE, PAGES
from ptce_data.views.components import filter_bar
from tests.pages.opening import chosen, opened, options, panel, say, toggle
from tests.pages.trees import parts, places, said, text

TERRITORY = {filter_bar.OPEN: "territory"}


def selected(app: AppTest) -> Selection:
    return app.session_state["ptce-selection"] if "ptce-selection" in app.session_state else Selection()


def address(app: AppTest) -> dict[str, list[str]]:
    return {key: values if isinstance(values, list) else [values] for key, values in dict(app.query_params).items()}


def bar(app: AppTest) -> list:
    """The bar of filters, its panel and its chips."""
    return places(app)[filter_bar.KEY]


def chips(app: AppTest) -> list[str]:
    """Words of the active filters, each removable; without the one that removes them all."""
    words = list(said(bar(app), "chip").values())
    if not words:
        return []
    assert all(word.endswith("close") for word in words[:-1]), "each has its cross"
    assert words[-1] == "Tout effacer"
    return [word.removesuffix("close") for word in words[:-1]]


def remove(app: AppTest, field: str, code: str) -> AppTest:
    """Click a chip."""
    return say(app, filter_bar.KEY, "chip", f"{field}.{code}")


def panels(app: AppTest) -> list[str]:
    """Panels whose content is drawn, known by a part that each alone has."""
    drawn = bar(app)
    has = {
        "territory": bool(parts(drawn, "input")),
        "link": "est le lien de cette vue" in text(drawn),
    }
    return [name for name in filter_bar.panels(Side.SAMPLE) if (has[name] if name in has else bool(said(drawn, name)))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_every_page_opens_with_its_heading_and_its_frame(root, page):
    app = opened(root, page.key)
    assert not app.exception
    assert [title.value for title in app.title] == [page.heading]
    assert any("L’observatoire des PTCE" in part.proto.body for part in app.get("html"))
    assert any("Licence Ouverte" in part.value for part in app.caption)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_the_menu_leads_to_other_pages_and_carries_the_filters(root, page):
    menu = parts(places(opened(root, page.key, region="84"))[MENU], "a")
    assert [text(link[2:]).endswith(one.title) for link, one in zip(menu, PAGES, strict=True)] == [True] * len(PAGES)
    here = [link for link in menu if "href" not in link[1]]
    assert [link[1].get("aria-current") for link in here] == ["page"] and text(here).endswith(page.title)
    links = {link[1]["href"] for link in menu if "href" in link[1]}
    assert links == {f"{'./' if one.home else one.key}?region=84" for one in PAGES if one != page}


def test_the_links_of_the_menu_follow_a_filter(root):
    app = toggle(opened(root, "effets", region="84"), "sectors", "culture")
    links = [link[1]["href"] for link in parts(places(app)[MENU], "a") if "href" in link[1]]
    assert len(links) == len(PAGES) - 1
    assert all(link.endswith("?region=84&secteur=culture") for link in links)


def test_a_click_on_the_menu_opens_the_page_with_the_same_filters(root):
    app = say(opened(root, "effets", region="84"), MENU, "page", "portrait")
    assert [title.value for title in app.title] == [PAGE["portrait"].heading]
    assert selected(app) == Selection(regions=("84",)) and address(app) == {"region": ["84"]}


def test_a_page_that_is_none_is_not_gone_to(root):
    app = say(opened(root, "effets"), MENU, "page", "../../etc/passwd")
    assert not app.exception and [title.value for title in app.title] == [PAGE["effets"].heading]


def test_one_panel_is_open_at_a_time_and_none_at_first(root):
    app = opened(root, "effets")
    assert panel(app) is None and panels(app) == []
    for name in filter_bar.panels(Side.SAMPLE):
        say(app, filter_bar.KEY, "panel", name)
        assert panel(app) == name and panels(app) == [name]
    say(app, filter_bar.KEY, "panel", name)
    assert panel(app) is None and panels(app) == []


def test_the_link_of_the_view_is_told(root):
    app = opened(root, "effets", {filter_bar.OPEN: "link"}, region="84", secteur="culture")
    assert [text(code[2:]) for code in parts(bar(app), "code")] == ["/effets?region=84&secteur=culture"]


def test_a_link_is_restored_in_filters_chips_and_address(root):
    app = opened(root, "effets", TERRITORY, region=["84", "11"], secteur="culture", qpv="nr")
    assert selected(app) == Selection(regions=("11", "84"), sectors=("culture",), qpv=("nr",))
    assert chips(app) == [
        "Île-de-France",
        "Auvergne-Rhône-Alpes",
        "Culture et industries créatives",
        "QPV\xa0: non renseigné",
    ]
    assert sorted(chosen(app, "regions")) == ["11", "84"]
    assert address(app) == {"region": ["11", "84"], "secteur": ["culture"], "qpv": ["nr"]}


def test_a_choice_in_a_widget_becomes_the_selection_and_the_link(root):
    app = toggle(opened(root, "effets", region="84"), "sectors", "culture", "formation")
    assert selected(app) == Selection(regions=("84",), sectors=("culture", "formation"))
    assert address(app)["secteur"] == ["culture", "formation"]
    toggle(app, "qpv", "oui")
    assert selected(app) == Selection(regions=("84",), sectors=("culture", "formation"), qpv=("oui",))
    toggle(app, "sectors")
    assert chosen(app, "sectors") == ["culture", "formation"]
    toggle(app, "sectors", "culture")
    assert selected(app).sectors == ("formation",)


def test_counts_that_change_do_not_lose_the_choice(root):
    app = toggle(opened(root, "effets"), "sectors", "culture")
    before = options(app, "sectors")
    toggle(toggle(app, "regions", "84"), "sectors")
    assert options(app, "sectors") != before
    assert chosen(app, "sectors") == ["culture"]
    assert selected(app) == Selection(regions=("84",), sectors=("culture",))


def test_counts_that_change_under_an_open_panel_do_not_lose_its_choice(root):
    app = toggle(opened(root, "effets", region="84"), "sectors", "culture")
    before = options(app, "sectors")
    remove(app, "regions", "84")
    assert options(app, "sectors") != before
    assert chosen(app, "sectors") == ["culture"]
    assert selected(app) == Selection(sectors=("culture",))


def test_filters_survive_a_page_change_whose_link_says_nothing(root):
    app = opened(root, "effets", region="84")
    app.query_params.clear()  # what Streamlit does
    app.switch_page(str(root / "pages/portrait.py")).run()
    assert selected(app) == Selection(regions=("84",))
    assert address(app) == {"region": ["84"]}


def test_back_to_a_link_wins_over_the_session(root):
    app = toggle(opened(root, "effets", region="84"), "sectors", "culture")
    go_back(app, "?region=84")
    assert selected(app) == Selection(regions=("84",))
    assert chosen(app, "sectors") == [] and address(app) == {"region": ["84"]}


def test_back_to_the_whole_takes_every_filter_away(root):
    app = toggle(opened(root, "effets"), "sectors", "culture")
    go_back(app, "")
    assert selected(app) == Selection() and address(app) == {}


def test_a_rerun_that_still_carries_an_old_link_takes_nothing_back(root):
    """However late: a slow connection brings the new link to the browser after any number of runs."""
    app = toggle(opened(root, "effets", region="84"), "sectors", "culture")
    for _ in range(3):
        app.query_params.clear()
        app.query_params["region"] = "84"
        app.run()
        assert selected(app) == Selection(regions=("84",), sectors=("culture",))


def go_back(app, query):
    """What the browser does: the address first, then its word for it, with the run that Streamlit asks for."""
    app.query_params.clear()
    for key, values in parse_qs(query.removeprefix("?")).items():
        app.query_params[key] = values
    say(app, MENU, "popped", query)


def test_chips_remove_one_and_all(root):
    app = opened(root, "effets", region=["84", "11"], secteur="culture")
    remove(app, "regions", "11")
    assert selected(app) == Selection(regions=("84",), sectors=("culture",))
    say(app, filter_bar.KEY, "chip", "all")
    assert not selected(app)
    assert address(app) == {}
    assert not chips(app)


def test_a_chip_that_is_no_more_removes_nothing(root):
    app = opened(root, "effets", region=["84", "11"])
    for _ in range(2):  # a browser that still shows it
        remove(app, "regions", "11")
        assert not app.exception and not app.error
        assert selected(app) == Selection(regions=("84",))


@pytest.mark.parametrize(
    ("place", "name", "code"),
    [
        (filter_bar.KEY, "chip", "couleur.bleu"),
        (filter_bar.KEY, "sectors", "inconnu"),
        (filter_bar.KEY, "panel", "inconnu"),
        (filter_bar.KEY, "centre", "00000"),
        (filter_bar.KEY, "filter", "999"),
        (filter_bar.KEY, "rien", "x"),
        ("ptce-rien", "panel", "sectors"),
    ],
)
def test_what_is_not_offered_is_not_heard(root, place, name, code):
    app = say(opened(root, "effets", region="84"), place, name, code)
    assert not app.exception and not app.error and not app.warning
    assert selected(app) == Selection(regions=("84",)) and panels(app) == []
    assert address(app) == {"region": ["84"]}


def test_unknown_codes_are_dropped_and_named_once(root):
    app = opened(root, "effets", region=["84", "999"], secteur="`<b>zut</b>`")
    assert selected(app) == Selection(regions=("84",))
    assert "`999`" in app.warning[0].value and "<b>zut</b>" in app.warning[0].value
    assert "``" not in app.warning[0].value
    assert address(app) == {"region": ["84"]}
    assert not app.run().warning


@pytest.mark.parametrize("rubbish", ["8" * 10_000, "\x00\ufffd\u202e", "," * 3_000])
def test_rubbish_opens_the_default_view(root, rubbish):
    app = opened(root, "effets", region=rubbish)
    assert not app.exception and not app.error
    assert not selected(app)
    assert address(app) == {}


def test_a_link_too_long_says_so(root):
    app = opened(root, "effets", region="8" * 10_000)
    assert "trop long" in app.warning[0].value


def test_departements_follow_the_chosen_regions(root):
    app = opened(root, "effets", TERRITORY, region="94")
    assert [words.split(" · ")[0] for words in options(app, "departements").values()] == [
        "Corse-du-Sud",
        "Haute-Corse",
        "non renseigné",
    ]
    toggle(app, "departements", "2A")
    assert selected(app) == Selection(regions=("94",), departements=("2A",))


def test_a_commune_found_offers_its_departement(root):
    app = opened(root, "effets", TERRITORY)
    say(app, filter_bar.KEY, "commune", "figeac")
    assert said(bar(app), "centre")["46102"].startswith("Figeac (Lot)")
    say(app, filter_bar.KEY, "centre", "46102")
    assert parts(bar(app), "input")[0][1]["value"] == ""
    assert "Carte centrée sur Figeac (Lot)." in text(bar(app))
    (departement,) = said(bar(app), "filter")
    say(app, filter_bar.KEY, "filter", departement)
    assert selected(app) == Selection(departements=("46",))
    say(app, filter_bar.KEY, "centre", "")
    assert "Carte centrée" not in text(bar(app))


def test_a_commune_not_found_is_said(root):
    app = say(opened(root, "effets", TERRITORY), filter_bar.KEY, "commune", "zzz")
    assert "Aucune commune ne porte ce nom" in text(bar(app))


def test_filters_stay_without_the_list_of_communes(root, copied_data, monkeypatch):
    (copied_data / "communes.parquet").unlink()
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root, "effets", TERRITORY)
    say(app, filter_bar.KEY, "commune", "figeac")
    assert not app.exception and any("communes.parquet" in error.value for error in app.error)
    assert selected(toggle(app, "regions", "84")) == Selection(regions=("84",))


def test_broken_data_is_named_and_the_filters_stay(root, copied_data, monkeypatch):
    (copied_data / "poles.parquet").write_bytes(b"PAR1 not really")
    (copied_data / "structures.parquet").unlink()
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root, "effets", TERRITORY, region="84")
    assert not app.exception
    assert selected(app) == Selection(regions=("84",))
    assert next(iter(options(app, "regions").values())) == "Auvergne-Rhône-Alpes"
    assert chips(app) == ["Auvergne-Rhône-Alpes"]
    assert any("Licence Ouverte" in part.value for part in app.caption)


def test_every_filter_has_its_options_and_says_what_it_means(root):
    app = opened(root, "effets")
    for filter_ in FILTERS:
        if filter_.field not in ("regions", "departements"):
            toggle(app, filter_.field)
            assert tuple(options(app, filter_.field)) == filter_.options
            assert typographic(filter_.sample_meaning) in text(bar(app))


def test_a_view_key_must_be_declared():
    with pytest.raises(KeyError, match="views/app/site_map.py"):
        state.view("couleur")


def test_an_empty_selection_says_which_filter_to_loosen_and_loosens_it(root):
    app = opened(root, "effets", region="94", secteur="culture")
    assert any(heading.value.startswith("Aucune structure ne répond") for heading in app.header)
    assert app.button(key="ptce-loosen-0").label == "Sans «\u202fTerritoire\u202f»\xa0: 36\xa0structures"
    app.button(key="ptce-loosen-0").click().run()
    assert selected(app) == Selection(sectors=("culture",))
    assert not any(heading.value.startswith("Aucune structure") for heading in app.header)


def test_a_page_without_filters_says_that_they_are_kept(root):
    app = opened(root, "donnees", region="84")
    assert any("Auvergne-Rhône-Alpes" in caption.value and "gardés" in caption.value for caption in app.caption)
    assert address(app) == {"region": ["84"]}


@pytest.mark.parametrize("page", ["carte", "effets", "pole"])
def test_what_fails_leaves_the_menu_and_the_filters(root, page, monkeypatch):
    app = opened(root, page, region="84")

    def fail(*_):
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("ptce_data.views.components.filter_bar.territory_panel.territory", fail)
    say(app, filter_bar.KEY, "panel", "territory")
    assert not app.exception and app.error
    toggle(app, "sectors", "culture")
    assert selected(app) == Selection(regions=("84",), sectors=("culture",)) and not app.error
    say(app, filter_bar.KEY, "panel", "territory")
    monkeypatch.setattr("ptce_data.views.app.page.filter_bar", fail)
    app.run()
    assert not app.exception and len(app.error) == 1
    monkeypatch.undo()
    say(app, MENU, "page", "portrait")
    assert [title.value for title in app.title] == [PAGE["portrait"].heading] and not app.error
    assert selected(app) == Selection(regions=("84",), sectors=("culture",))
