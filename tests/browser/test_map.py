"""The map and its equal, the list: click, zoom, keyboard, phone, nothing found."""

import io

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from ptce_data.datasets import reading
from ptce_data.schema.codes import SECTORS
from tests.browser.conftest import PHONE
from tests.browser.controls import chip, choose, options, panel_button, query, row, view
from tests.browser.driving import settled, visit


@pytest.fixture(scope="module")
def alone():
    """A pole that is the only one of its département, and placed: a link to that département centres the map on it."""
    poles = reading.read("poles")
    counts = poles["departement_code"].value_counts()
    placed = poles[poles["lon"].notna() & poles["departement_code"].map(counts).eq(1)]
    return placed.sort_values("pole_id").iloc[0]


def the_map(page: Page) -> Locator:
    return page.get_by_test_id("stDeckGlJsonChart").locator("canvas").first


def picture(page: Page) -> np.ndarray:
    """The map once it is still, as grey levels."""
    settled(page)
    before = None
    for _ in range(20):
        now = np.asarray(Image.open(io.BytesIO(the_map(page).screenshot())).convert("L"), dtype=float)
        if before is not None and np.abs(now - before).mean() < 0.05:
            return now
        before = now
        page.wait_for_timeout(150)
    raise AssertionError("the map never stops moving")


def difference(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.abs(one - other).mean())


def toggle_sector(page: Page, label: str) -> None:
    choose(page, "Secteur", "sectors", label)
    panel_button(page, "Secteur").click()
    expect(options(page, "sectors")).to_have_count(0)
    expect(chip(page, label)).to_be_visible()
    page.wait_for_url("**secteur=**")
    settled(page)


def tab_to(page: Page, words: str, limit: int = 120) -> None:
    """Press Tab until the control that holds these words has the focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        focused = page.locator("button:focus, a:focus")
        if focused.count() and words in focused.inner_text():
            return
    raise AssertionError(f"{limit} times Tab never reach {words!r}")


def test_a_click_on_a_pole_opens_its_card(page: Page, alone):
    visit(page, f"/?departement={alone.departement_code}")
    picture(page)
    the_map(page).click()
    expect(page.get_by_role("heading", name=alone["name"])).to_be_visible()
    page.wait_for_url(f"**pole={alone.pole_id}**")
    assert query(page)["departement"] == [alone.departement_code]


def test_a_row_of_the_list_opens_the_same_card_and_its_link_too(page: Page, alone):
    visit(page, f"/?departement={alone.departement_code}")
    row(page, alone["name"]).click()
    expect(page.get_by_role("heading", name=alone["name"])).to_be_visible()
    page.wait_for_url(f"**pole={alone.pole_id}**")
    visit(page, page.url)
    expect(page.get_by_role("heading", name=alone["name"])).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/?secteur=inconnu"], ids=["first filter", "first filter after a message"])
def test_a_filter_never_resets_the_zoom_and_recentrer_does(page: Page, path):
    visit(page, path)
    whole = picture(page)
    the_map(page).hover()
    for _ in range(4):
        page.mouse.wheel(0, -300)
        page.wait_for_timeout(100)
    page.mouse.move(5, 5)
    zoomed = picture(page)
    moved = difference(whole, zoomed)
    assert moved > 2, "the wheel does not zoom"
    toggle_sector(page, SECTORS.label("culture"))
    assert difference(picture(page), zoomed) < moved / 2, "the filter changed the zoom"
    view(page, "Recentrer").click()
    page.wait_for_timeout(300)
    assert difference(picture(page), zoomed) > moved / 2, "« Recentrer » left the zoom as it was"


def test_overseas_is_one_click_away(page: Page):
    visit(page, "/")
    france = picture(page)
    view(page, "La Réunion").click()
    page.wait_for_timeout(300)
    assert difference(picture(page), france) > 2


def test_keyboard_alone_leads_from_home_to_a_sheet(page: Page, alone):
    visit(page, f"/?departement={alone.departement_code}")
    tab_to(page, alone["name"])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=alone["name"])).to_be_visible()
    settled(page)
    tab_to(page, "Ouvrir la fiche complète")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/pole?**id={alone.pole_id}**")
    expect(page.get_by_role("heading", name=alone["name"]).first).to_be_visible()


def test_on_a_phone_the_list_comes_before_the_map(new_page, server):
    page = new_page(server, size=PHONE)
    visit(page, "/")
    search = page.get_by_label("Chercher un pôle").bounding_box()
    map_ = the_map(page).bounding_box()
    assert search["y"] + search["height"] <= map_["y"]
    assert map_["x"] >= 0 and map_["x"] + map_["width"] <= PHONE[0]


@pytest.mark.parametrize("rank", [0, 1], ids=["among the chips", "beside the advice"])
@pytest.mark.parametrize("path", ["/", "/effets", "/portrait"])
def test_nothing_found_says_which_filter_to_loosen(page: Page, path, rank):
    visit(page, f"{path}?region=94&secteur=culture&iae=oui&qpv=oui")
    expect(page.get_by_role("heading").filter(has_text="ne répond à tous ces filtres")).to_be_visible()
    page.get_by_role("button", name="Tout effacer").nth(rank).click()
    expect(page.get_by_role("heading").filter(has_text="ne répond à tous ces filtres")).to_have_count(0)
