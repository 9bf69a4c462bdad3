"""A filter draws anew what is below the head of the page, and nothing else; what was chosen stands everywhere."""

import pytest
from playwright.sync_api import Page, expect

from ptce_data.schema.codes import SECTORS
from ptce_data.views.filter_bar import PANELS
from tests.browser.conftest import PHONE, WIDE
from tests.browser.controls import chip, choose, go, option, panel_button, query, row
from tests.browser.driving import settled, visit
from tests.browser.looking import controls_without_name, heading_levels, loose_typography, overflowing, poor_contrasts

CULTURE = SECTORS.label("culture")

#: What no filter draws anew: name, heading, footer. The menu carries the filters.
FRAME = ".ptce-masthead, h1, .st-key-ptce-footer"

#: Marks every element of the frame, and witnesses every change in it.
WATCH = """frame => {
  window.__changes = [];
  const watch = new MutationObserver(found => window.__changes.push(
    ...found.map(change => change.type + ' ' + (change.attributeName || '') + ' of ' + change.target.outerHTML)));
  for (const part of document.querySelectorAll(frame)) {
    watch.observe(part, {subtree: true, childList: true, attributes: true, characterData: true});
    for (const element of [part, ...part.querySelectorAll('*')]) element.__seen = true;
  }
}"""

#: [elements of the frame, those that are still the same, changes witnessed]
SEEN = """frame => {
  const parts = [...document.querySelectorAll(frame)].flatMap(part => [part, ...part.querySelectorAll('*')]);
  return [parts.length, parts.filter(part => part.__seen).length, window.__changes];
}"""


def assert_frame_is_untouched(page: Page) -> None:
    elements, same, changes = page.evaluate(SEEN, FRAME)
    assert elements == same > 10
    assert not changes, "\n".join(changes)


def poles(page: Page) -> int:
    """The number of poles that the page says."""
    return int(page.locator(".ptce-headline dd.ptce-number").first.inner_text())


def test_a_filter_leaves_the_frame_alone_and_follows_to_the_other_pages(page: Page):
    visit(page, "/")
    everywhere = poles(page)
    page.evaluate(WATCH, FRAME)
    choose(page, "Secteur", "sectors", CULTURE)
    expect(chip(page, CULTURE)).to_be_visible()
    assert 0 < poles(page) < everywhere
    assert query(page) == {"secteur": ["culture"]}
    assert_frame_is_untouched(page)
    links = page.locator(".st-key-ptce-menu a:not([disabled])")
    assert links.count() == 6
    assert all(link.get_attribute("href").endswith("?secteur=culture") for link in links.all())
    for key in ("effets", "pole", "portrait", "carte"):
        go(page, key)
        expect(chip(page, CULTURE)).to_be_visible()
        assert query(page) == {"secteur": ["culture"]}


@pytest.mark.parametrize("key", ["portrait", "effets"])
def test_a_chip_and_a_switch_leave_the_frame_alone_too(page: Page, key):
    visit(page, f"/{key}?region=84&secteur=culture")
    page.evaluate(WATCH, FRAME)
    chip(page, CULTURE).click()
    expect(chip(page, CULTURE)).to_have_count(0)
    settled(page)
    page.get_by_text("Montrer les intervalles de confiance").click()
    settled(page)
    assert query(page) == {"region": ["84"]}
    assert_frame_is_untouched(page)


def test_a_filter_removed_elsewhere_is_gone_on_the_way_back_through_the_menu(page: Page):
    visit(page, "/?secteur=culture&region=84")
    go(page, "effets")
    chip(page, CULTURE).click()
    expect(chip(page, CULTURE)).to_have_count(0)
    settled(page)
    go(page, "carte")
    expect(chip(page, CULTURE)).to_have_count(0)
    assert query(page) == {"region": ["84"]}


def test_one_panel_at_a_time_opened_and_filled_by_the_keyboard(page: Page):
    visit(page, "/")
    panel_button(page, "Secteur").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-ptce-sectors")).to_be_visible()
    panel_button(page, "Territoire").focus()
    page.keyboard.press("Space")
    expect(page.locator(".st-key-ptce-regions")).to_be_visible()
    expect(page.locator(".st-key-ptce-sectors")).to_have_count(0)
    option(page, "regions", "Auvergne-Rhône-Alpes").focus()
    page.keyboard.press("Space")
    expect(chip(page, "Auvergne-Rhône-Alpes")).to_be_visible()
    settled(page)
    assert query(page) == {"region": ["84"]}
    panel_button(page, "Territoire").click()
    expect(page.locator(".st-key-ptce-regions")).to_have_count(0)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_rows_are_opened_by_the_keyboard(page: Page, key):
    visit(page, "/pole?departement=38")
    row(page, "Pôle Alpen").focus()
    page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Pôle Alpen")
    neighbour = page.locator(".st-key-ptce-rows-near").get_by_role("radio").first
    other = neighbour.locator("strong").inner_text()
    neighbour.focus()
    page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_contain_text(other)


def test_pages_of_a_list_are_turned_there_and_back(page: Page):
    visit(page, "/")
    rows = page.locator(".st-key-ptce-rows-ptce-list")
    turn = page.locator(".st-key-ptce-list-turn")
    first = rows.get_by_role("radio").all_inner_texts()
    turn.get_by_role("radio", name="Suivants").click()
    expect(rows.get_by_role("radiogroup", name="Pôles 11 à 20 sur 111, par nom")).to_be_visible()
    settled(page)
    assert not set(first) & set(rows.get_by_role("radio").all_inner_texts())
    turn.get_by_role("radio", name="Précédents").click()
    expect(rows.get_by_role("radiogroup", name="Pôles 1 à 10 sur 111, par nom")).to_be_visible()
    settled(page)
    assert rows.get_by_role("radio").all_inner_texts() == first


def open_everything(page: Page) -> None:
    """A part opened by the link, another by a click."""
    visit(page, "/?region=53&rayon=5")
    expect(page.locator("table.ptce-table")).to_be_visible()
    page.get_by_text("Comment se répartissent les pôles").click()
    expect(page.locator("[data-testid=stVegaLiteChart]").first).to_be_visible()
    settled(page)


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (WIDE, "dark")], ids=["phone", "dark"])
def test_what_is_opened_is_as_readable_as_the_rest(new_page, server, size, scheme):
    page = new_page(server, size=size, scheme=scheme)
    open_everything(page)
    for panel in PANELS.values():
        panel_button(page, panel.removeprefix(":material/link: ")).click()
        page.mouse.move(1, 1)
        settled(page)
        expect(page.locator(".st-key-ptce-panel")).not_to_be_empty()
        assert not overflowing(page), panel
        assert not controls_without_name(page), panel
        assert not loose_typography(page), panel
        assert not poor_contrasts(page), panel


def test_headings_of_what_is_opened_go_down_one_level_at_a_time(page: Page):
    open_everything(page)
    levels = heading_levels(page)
    assert len(levels) > 2
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), levels
