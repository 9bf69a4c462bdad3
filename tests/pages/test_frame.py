"""The frame of every page: one Selection, mirrored in the link, whatever happens around it."""

import pytest
from streamlit.testing.v1 import AppTest

from ptce_data.selection import FILTERS, Selection
from ptce_data.texts import typographic
from ptce_data.views import state
from ptce_data.views.filter_bar import PANELS
from ptce_data.views.filter_bar.chips import KEY as CHIPS
from ptce_data.views.site_map import PAGES
from tests.pages.opening import PANEL, choose, keys, opened

TERRITORY = {PANEL: "territory"}
TITLES = {page.title for page in PAGES}


def selected(app: AppTest) -> Selection:
    return app.session_state["ptce-selection"] if "ptce-selection" in app.session_state else Selection()


def address(app: AppTest) -> dict[str, list[str]]:
    return {key: values if isinstance(values, list) else [values] for key, values in dict(app.query_params).items()}


def chips(app: AppTest) -> list[str]:
    """Words of the active filters, each removable; without the one that removes them all."""
    if CHIPS not in keys(app.pills):
        return []
    options = app.pills(key=CHIPS).proto.options
    assert {option.content_icon for option in options[:-1]} == {":material/close:"}
    assert options[-1].content == "Tout effacer"
    return [option.content for option in options[:-1]]


def remove(app: AppTest, field: str, code: str) -> AppTest:
    """Click a chip."""
    return app.pills(key=CHIPS).set_value((field, code)).run()


def panels(app: AppTest) -> list[str]:
    """Panels whose content is drawn, known by a part that each alone has."""
    parts = {
        "territory": "ptce-commune-text" in keys(app.text_input),
        "link": any("est le lien de cette vue" in part.value for part in app.markdown),
    }
    return [name for name in PANELS if (parts[name] if name in parts else f"ptce-{name}" in keys(app.pills))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_every_page_opens_with_its_heading_and_its_frame(root, page):
    app = opened(root, page.key)
    assert not app.exception
    assert [title.value for title in app.title] == [page.heading]
    assert any("L’observatoire des PTCE" in part.proto.body for part in app.get("html"))
    assert any("Licence Ouverte" in part.value for part in app.caption)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_the_menu_leads_to_other_pages_and_carries_the_filters(root, page):
    app = opened(root, page.key, region="84")
    links = [link.proto for link in app.get("page_link")]
    menu = {link.label: link for link in links if link.label.strip("*") in TITLES}
    assert set(menu) == {f"**{one.title}**" if one == page else one.title for one in PAGES}
    assert [label for label, link in menu.items() if link.disabled] == [f"**{page.title}**"]
    assert all(link.query_string == "region=84" for link in menu.values() if not link.disabled)


def test_the_links_of_the_menu_follow_a_filter(root):
    app = opened(root, "effets", region="84")
    app.pills(key=PANEL).set_value("sectors").run()
    app.pills(key="ptce-sectors").set_value(["culture"]).run()
    links = [link.proto for link in app.get("page_link") if link.proto.label.strip("*") in TITLES]
    assert len(links) == len(PAGES)
    assert all(link.query_string == "region=84&secteur=culture" for link in links if not link.disabled)


def test_one_panel_is_open_at_a_time_and_none_at_first(root):
    app = opened(root, "effets")
    assert app.pills(key=PANEL).value is None and panels(app) == []
    for panel in PANELS:
        app.pills(key=PANEL).set_value(panel).run()
        assert panels(app) == [panel]
    app.pills(key=PANEL).set_value(None).run()
    assert panels(app) == []


def test_the_link_of_the_view_is_told(root):
    app = opened(root, "effets", {PANEL: "link"}, region="84", secteur="culture")
    assert any("`/effets?region=84&secteur=culture`" in part.value for part in app.markdown)


def test_a_link_is_restored_in_filters_chips_and_address(root):
    app = opened(root, "effets", TERRITORY, region=["84", "11"], secteur="culture", qpv="nr")
    assert selected(app) == Selection(regions=("11", "84"), sectors=("culture",), qpv=("nr",))
    assert chips(app) == [
        "Île-de-France",
        "Auvergne-Rhône-Alpes",
        "Culture et industries créatives",
        "QPV\xa0: non renseigné",
    ]
    assert app.pills(key="ptce-regions").value == ["11", "84"]
    assert address(app) == {"region": ["11", "84"], "secteur": ["culture"], "qpv": ["nr"]}


def test_a_choice_in_a_widget_becomes_the_selection_and_the_link(root):
    app = choose(opened(root, "effets", region="84"), "sectors", ["culture", "formation"])
    assert selected(app) == Selection(regions=("84",), sectors=("culture", "formation"))
    assert address(app)["secteur"] == ["culture", "formation"]
    choose(app, "qpv", ["oui"])
    assert selected(app) == Selection(regions=("84",), sectors=("culture", "formation"), qpv=("oui",))
    app.pills(key=PANEL).set_value("sectors").run()
    assert app.pills(key="ptce-sectors").value == ["culture", "formation"]


def test_counts_that_change_do_not_lose_the_choice(root):
    app = choose(opened(root, "effets"), "sectors", ["culture"])
    before = app.pills(key="ptce-sectors").options
    choose(app, "regions", ["84"])
    app.pills(key=PANEL).set_value("sectors").run()
    assert app.pills(key="ptce-sectors").options != before
    assert app.pills(key="ptce-sectors").value == ["culture"]
    assert selected(app) == Selection(regions=("84",), sectors=("culture",))


def test_counts_that_change_under_an_open_panel_do_not_lose_its_choice(root):
    app = choose(opened(root, "effets", region="84"), "sectors", ["culture"])
    before = app.pills(key="ptce-sectors").options
    remove(app, "regions", "84")
    assert app.pills(key="ptce-sectors").options != before
    assert app.pills(key="ptce-sectors").value == ["culture"]
    assert selected(app) == Selection(sectors=("culture",))


def test_filters_survive_a_page_change_whose_link_says_nothing(root):
    app = opened(root, "effets", region="84")
    app.query_params.clear()  # what Streamlit does
    app.switch_page(str(root / "pages/portrait.py")).run()
    assert selected(app) == Selection(regions=("84",))
    assert address(app) == {"region": ["84"]}


def test_back_to_a_link_wins_over_the_session(root):
    app = choose(opened(root, "effets", region="84"), "sectors", ["culture"])
    app.session_state["ptce-link"] = (*app.session_state["ptce-link"][:2], 0.0)  # long ago
    app.query_params.clear()
    app.query_params["region"] = "84"
    app.run()
    assert selected(app) == Selection(regions=("84",))
    assert app.pills(key="ptce-sectors").value == []


def test_a_rerun_sent_before_the_browser_had_the_new_link_takes_nothing_back(root):
    app = choose(opened(root, "effets", region="84"), "sectors", ["culture"])
    app.query_params.clear()
    app.query_params["region"] = "84"
    app.run()  # at once: the old link is still in flight
    assert selected(app) == Selection(regions=("84",), sectors=("culture",))


def test_chips_remove_one_and_all(root):
    app = opened(root, "effets", region=["84", "11"], secteur="culture")
    remove(app, "regions", "11")
    assert selected(app) == Selection(regions=("84",), sectors=("culture",))
    remove(app, "", "")
    assert not selected(app)
    assert address(app) == {}
    assert not chips(app)


def test_a_chip_that_is_no_more_removes_nothing(root):
    app = opened(root, "effets", region=["84", "11"])
    late = app.pills(key=CHIPS)  # a browser that still shows it
    remove(app, "regions", "11")
    late.set_value(":material/close: Île-de-France").run()
    assert not app.exception and not app.error
    assert selected(app) == Selection(regions=("84",))


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
    assert [option.split(" · ")[0].removeprefix(":gray[") for option in app.pills(key="ptce-departements").options] == [
        "Corse-du-Sud",
        "Haute-Corse",
        "non renseigné",
    ]
    app.pills(key="ptce-departements").set_value(["2A"]).run()
    assert selected(app) == Selection(regions=("94",), departements=("2A",))


def test_a_commune_found_offers_its_departement(root):
    app = opened(root, "effets", TERRITORY)
    app.text_input(key="ptce-commune-text").set_value("figeac").run()
    assert app.button(key="ptce-commune-46102").label.startswith("Figeac (Lot)")
    app.button(key="ptce-commune-46102").click().run()
    assert app.text_input(key="ptce-commune-text").value == ""
    app.button(key="ptce-commune-filter").click().run()
    assert selected(app) == Selection(departements=("46",))


def test_broken_data_is_named_and_the_filters_stay(root, copied_data, monkeypatch):
    (copied_data / "poles.parquet").write_bytes(b"PAR1 not really")
    (copied_data / "structures.parquet").unlink()
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root, "effets", TERRITORY, region="84")
    assert not app.exception
    assert selected(app) == Selection(regions=("84",))
    assert app.pills(key="ptce-regions").options[0] == "Auvergne-Rhône-Alpes"
    assert chips(app) == ["Auvergne-Rhône-Alpes"]
    assert any("Licence Ouverte" in part.value for part in app.caption)


def test_every_filter_has_its_options_and_says_what_it_means(root):
    app = opened(root, "effets")
    for filter_ in FILTERS:
        if filter_.field not in ("regions", "departements"):
            app.pills(key=PANEL).set_value(filter_.field).run()
            assert len(app.pills(key=f"ptce-{filter_.field}").options) == len(filter_.codes) + filter_.optional
            assert any(caption.value.startswith(typographic(filter_.sample_meaning)) for caption in app.caption)


def test_a_view_key_must_be_declared():
    with pytest.raises(KeyError, match="views/link.py"):
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
