"""The dashboard's own controls, as a reader finds them: menu, panels of filters, chips, rows of a list."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from ptce_data.views.site_map import PAGE
from tests.browser.driving import settled


def query(page: Page) -> dict[str, list[str]]:
    """What the address bar says."""
    return parse_qs(urlsplit(page.url).query)


def go(page: Page, key: str) -> None:
    """Follow the menu to a page."""
    page.locator(".st-key-ptce-menu").get_by_role("link", name=PAGE[key].title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(PAGE[key].heading)
    settled(page)


def panel_button(page: Page, label: str) -> Locator:
    """The button that opens a panel of filters, and closes it."""
    return page.locator(".st-key-ptce-panel-open").get_by_role("radio", name=label)


def option(page: Page, field: str, label: str) -> Locator:
    """An option of a filter, in its open panel. field: of the Selection."""
    return page.locator(f".st-key-ptce-{field}").get_by_role("button").filter(has_text=label)


def choose(page: Page, panel: str, field: str, label: str) -> None:
    """Open the panel of a filter, unless it is open, and click one of its options."""
    if panel_button(page, panel).get_attribute("aria-checked") != "true":
        panel_button(page, panel).click()
    option(page, field, label).click()
    settled(page)


def chip(page: Page, words: str) -> Locator:
    """The chip of an active filter, which a click removes; « Tout effacer » is the last of them."""
    return page.locator(".st-key-ptce-chip").get_by_role("radio").filter(has_text=words)


def row(page: Page, words: str) -> Locator:
    """A row of a list, by some of its words."""
    return page.locator("[class*=st-key-ptce-rows-]").get_by_role("radio").filter(has_text=words)
