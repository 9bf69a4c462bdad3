"""The dashboard's own controls, as a reader finds them: menu, panels of filters, chips, rows of a list."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from ptce_data.views.app.site_map import PAGE
from tests.browser.driving import settled


def query(page: Page) -> dict[str, list[str]]:
    """What the address bar says."""
    return parse_qs(urlsplit(page.url).query)


def go(page: Page, key: str) -> None:
    """Follow the menu to a page."""
    page.get_by_role("navigation").get_by_role("link", name=PAGE[key].title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(PAGE[key].heading)
    settled(page)


def panel_button(page: Page, label: str) -> Locator:
    """The button that opens a panel of filters, and closes it."""
    return page.get_by_role("group", name="Filtres", exact=True).get_by_role("button", name=label)


def options(page: Page, field: str) -> Locator:
    """The options of a filter, in its open panel. field: of the Selection."""
    return page.locator(f"#ptce-filter-{field}").get_by_role("button")


def option(page: Page, field: str, label: str) -> Locator:
    return options(page, field).filter(has_text=label)


def choose(page: Page, panel: str, field: str, label: str) -> None:
    """Open the panel of a filter, unless it is open, and click one of its options."""
    if panel_button(page, panel).get_attribute("aria-expanded") != "true":
        panel_button(page, panel).click()
    option(page, field, label).click()
    settled(page)


def chips(page: Page) -> Locator:
    """The chips of the active filters, which a click removes; « Tout effacer » is the last of them."""
    return page.get_by_role("group", name="Filtres actifs").get_by_role("button")


def chip(page: Page, words: str) -> Locator:
    return chips(page).filter(has_text=words)


def rows(page: Page, name: str = "") -> Locator:
    """The rows of a list, of all lists of the page without a name."""
    return page.locator(f"[id^=ptce-rows-{name}] ul").get_by_role("button")


def row(page: Page, words: str) -> Locator:
    """A row of a list, by some of its words."""
    return rows(page).filter(has_text=words)


def view(page: Page, words: str) -> Locator:
    """The button that sends the map somewhere."""
    return page.get_by_role("group", name="Aller à").get_by_role("button", name=words)
