"""The whole state is in the link: on a cold server, from page to page, and whatever a link holds."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from ptce_data.views.site_map import PAGE
from tests.browser.driving import settled, visit

AUVERGNE = "Auvergne-Rhône-Alpes"


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def chip(page: Page, words: str):
    """The removable chip of an active filter."""
    return page.get_by_role("button").filter(has_text=words)


def go(page: Page, key: str) -> None:
    """Follow the navigation to a page."""
    page.get_by_role("link", name=PAGE[key].title).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(PAGE[key].heading)
    settled(page)


def test_a_link_is_the_very_first_request_of_a_server(new_page, cold_server):
    page = new_page(cold_server)
    visit(page, "/effets?region=84")
    expect(page.get_by_role("heading", level=1)).to_contain_text(PAGE["effets"].heading)
    expect(page.get_by_role("link", name=PAGE["carte"].title).first).to_be_visible()
    expect(chip(page, AUVERGNE).first).to_be_visible()
    assert query(page) == {"region": ["84"]}


def test_filters_follow_from_page_to_page(page: Page):
    visit(page, "/?region=84&secteur=culture")
    for key in ("effets", "portrait", "carte"):
        go(page, key)
        assert query(page) == {"region": ["84"], "secteur": ["culture"]}
        expect(chip(page, AUVERGNE).first).to_be_visible()
    visit(page, page.url)
    assert query(page) == {"region": ["84"], "secteur": ["culture"]}


def test_removing_a_chip_loosens_the_link(page: Page):
    visit(page, "/effets?region=84&secteur=culture")
    chip(page, AUVERGNE).first.click()
    settled(page)
    assert query(page) == {"secteur": ["culture"]}


def test_back_restores_the_view_before(page: Page):
    visit(page, "/?region=84")
    go(page, "effets")
    page.go_back()
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(PAGE["carte"].heading)
    assert query(page) == {"region": ["84"]}


@pytest.mark.parametrize("key", ["carte", "effets"])
def test_an_unknown_code_is_dropped_and_named(page: Page, key):
    visit(page, f"/{'' if PAGE[key].home else key}?region=84&secteur=zzz-inconnu")
    expect(page.get_by_role("alert").filter(has_text="zzz-inconnu").first).to_be_visible()
    expect(chip(page, AUVERGNE).first).to_be_visible()
    assert query(page) == {"region": ["84"]}


@pytest.mark.parametrize(
    "rubbish",
    ["region=" + "8" * 10_000, "region=%00%01%fe%ff%c3%28", "secteur=%3Cscript%3Ealert(1)%3C/script%3E"],
    ids=["10,000 characters", "binary", "script"],
)
def test_rubbish_opens_the_default_view_with_a_message(page: Page, rubbish):
    visit(page, f"/effets?{rubbish}")
    expect(page.get_by_role("heading", level=1)).to_contain_text(PAGE["effets"].heading)
    expect(page.get_by_role("alert").first).to_be_visible()
    assert query(page) == {}
