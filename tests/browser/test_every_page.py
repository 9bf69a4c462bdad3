"""What holds on every page: French, its one heading, readable headings and controls, wide, on a phone and in the dark.

That no request leaves the server and that nothing is blocked is checked at the end of every browser test (conftest).
"""

import pytest
from playwright.sync_api import Page, expect

from ptce_data.views.app.site_map import PAGES
from tests.browser.conftest import PHONE, WIDE
from tests.browser.driving import visit
from tests.browser.looking import controls_without_name, heading_levels, loose_typography, overflowing, poor_contrasts

EVERY_PAGE = pytest.mark.parametrize("site_page", PAGES, ids=lambda site_page: site_page.key)


def path(site_page) -> str:
    return "/" if site_page.home else f"/{site_page.key}"


@EVERY_PAGE
def test_speaks_french_and_has_its_heading(page: Page, site_page):
    visit(page, path(site_page))
    assert page.locator("html").get_attribute("lang") == "fr"
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_count(1)
    expect(heading).to_contain_text(site_page.heading)
    assert site_page.title in page.title()
    assert not loose_typography(page)


@EVERY_PAGE
def test_headings_go_down_one_level_at_a_time(page: Page, site_page):
    visit(page, path(site_page))
    levels = heading_levels(page)
    assert levels[:1] == [1]
    steps = [(before, after) for before, after in zip(levels, levels[1:], strict=False) if after > before + 1]
    assert not steps, f"headings jump from one level to a deeper one: {steps} in {levels}"


@EVERY_PAGE
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_control_has_a_name(new_page, server, site_page, size):
    page = new_page(server, size=size)
    visit(page, path(site_page))
    assert not controls_without_name(page)


@EVERY_PAGE
def test_nothing_overflows_a_phone(new_page, server, site_page):
    page = new_page(server, size=PHONE)
    visit(page, path(site_page))
    assert not overflowing(page)


@EVERY_PAGE
def test_text_is_readable(page: Page, site_page):
    visit(page, path(site_page))
    assert not poor_contrasts(page)


@EVERY_PAGE
def test_dark_is_dark_and_readable(new_page, server, site_page):
    page = new_page(server, scheme="dark")
    visit(page, path(site_page))
    colour = page.locator("[data-testid=stApp]").evaluate("app => getComputedStyle(app).backgroundColor")
    red, green, blue = (int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")[:3])
    assert max(red, green, blue) < 60, colour
    assert not poor_contrasts(page)
