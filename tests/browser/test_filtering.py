"""A filter draws anew what is below the head of the page, and nothing else; what was chosen stands everywhere."""

import pytest
from playwright.sync_api import Page, expect

from ptce_data.schema.codes import SECTORS
from ptce_data.schema.sides import Side
from ptce_data.views.app.site_map import PAGE
from ptce_data.views.components.filter_bar import panels
from ptce_data.views.components.pole_list import PAGE_SIZE
from tests.browser.conftest import PHONE, WIDE
from tests.browser.controls import chip, chips, choose, go, option, options, panel_button, query, row, rows
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
    links = page.get_by_role("navigation").get_by_role("link").and_(page.locator("[href]"))
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
    expect(options(page, "sectors").first).to_be_visible()
    panel_button(page, "Territoire").focus()
    page.keyboard.press("Space")
    expect(options(page, "regions").first).to_be_visible()
    expect(options(page, "sectors")).to_have_count(0)
    option(page, "regions", "Auvergne-Rhône-Alpes").focus()
    page.keyboard.press("Space")
    expect(chip(page, "Auvergne-Rhône-Alpes")).to_be_visible()
    settled(page)
    assert query(page) == {"region": ["84"]}
    panel_button(page, "Territoire").click()
    expect(options(page, "regions")).to_have_count(0)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_rows_are_opened_by_the_keyboard(page: Page, key):
    visit(page, "/pole?departement=38")
    row(page, "Pôle Alpen").focus()
    page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Pôle Alpen")
    neighbour = rows(page, "near").first
    other = neighbour.locator("strong").inner_text()
    neighbour.focus()
    page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_contain_text(other)


def test_pages_of_a_list_are_turned_there_and_back(page: Page):
    visit(page, "/")
    first = rows(page).all_inner_texts()
    page.get_by_role("button", name="Suivants").click()
    expect(page.get_by_role("list", name="Pôles 11 à 20 sur 111, par nom")).to_be_visible()
    settled(page)
    assert not set(first) & set(rows(page).all_inner_texts())
    page.get_by_role("button", name="Précédents").click()
    expect(page.get_by_role("list", name="Pôles 1 à 10 sur 111, par nom")).to_be_visible()
    settled(page)
    assert rows(page).all_inner_texts() == first


def test_a_list_is_searched_and_sorted_without_losing_the_place_of_the_keyboard(page: Page):
    visit(page, "/")
    search = page.get_by_role("searchbox", name="Chercher un pôle")
    search.press_sequentially("greno", delay=20)
    expect(rows(page)).not_to_have_count(PAGE_SIZE)
    settled(page)
    expect(search).to_be_focused()
    expect(search).to_have_value("greno")
    found = rows(page).count()
    assert 0 < found < PAGE_SIZE and all("Grenoble" in one for one in rows(page).all_inner_texts())
    search.press_sequentially("ble", delay=20)
    search.press("Enter")
    settled(page)
    expect(rows(page)).to_have_count(found)
    search.fill("")
    expect(rows(page)).to_have_count(PAGE_SIZE)
    by_name = rows(page).all_inner_texts()
    page.get_by_role("combobox", name="Trier par").select_option("Territoire")
    expect(page.get_by_role("list", name="Pôles 1 à 10 sur 111, par territoire")).to_be_visible()
    settled(page)
    assert rows(page).all_inner_texts() != by_name
    page.get_by_role("combobox", name="Montrer").select_option("Hors carte")
    expect(page.get_by_role("list", name="Pôles 1 à 10 sur 30, hors carte, par territoire")).to_be_visible()


def test_a_commune_is_looked_for_and_offers_its_departement(page: Page):
    visit(page, "/effets")
    panel_button(page, "Territoire").click()
    page.get_by_role("searchbox", name="Chercher une commune").fill("figeac")
    page.get_by_role("button", name="Figeac (Lot)").click()
    expect(page.get_by_role("searchbox", name="Chercher une commune")).to_have_value("")
    page.get_by_role("button", name="Filtrer sur le département").click()
    expect(chip(page, "Lot")).to_be_visible()
    settled(page)
    assert query(page) == {"departement": ["46"]}


def test_an_option_chosen_by_the_keyboard_keeps_its_place(page: Page):
    """What a filter changes is changed where it stands: the next key goes on from there."""
    visit(page, "/")
    panel_button(page, "Secteur").click()
    option(page, "sectors", CULTURE).focus()
    for expected in ("true", "false", "true"):
        page.keyboard.press("Space")
        settled(page)
        expect(option(page, "sectors", CULTURE)).to_be_focused()
        expect(option(page, "sectors", CULTURE)).to_have_attribute("aria-pressed", expected)
    assert query(page) == {"secteur": ["culture"]}


def test_options_clicked_one_upon_the_other_are_all_heard(page: Page):
    visit(page, "/")
    panel_button(page, "Secteur").click()
    settled(page)
    for place in range(4):
        options(page, "sectors").nth(place).click()
    settled(page)
    expect(options(page, "sectors").and_(page.locator("[aria-pressed=true]"))).to_have_count(4)
    assert len(query(page)["secteur"]) == 4
    expect(chips(page)).to_have_count(5)


def test_a_link_of_the_menu_opened_in_another_tab_shows_the_same_selection(page: Page):
    visit(page, "/effets?secteur=culture")
    for key in ("carte", "portrait"):
        with page.context.expect_page() as opened:
            page.get_by_role("navigation").get_by_role("link", name=PAGE[key].title, exact=True).click(
                modifiers=["Control"]
            )
        other = opened.value
        settled(other)
        expect(other.get_by_role("heading", level=1)).to_contain_text(PAGE[key].heading)
        expect(chip(other, CULTURE)).to_be_visible()
        other.close()
    expect(page.get_by_role("heading", level=1)).to_contain_text(PAGE["effets"].heading)


def test_the_menu_says_where_one_is(page: Page):
    for key in ("effets", "carte"):
        visit(page, "/" if PAGE[key].home else f"/{key}")
        here = page.get_by_role("navigation", name="Pages du site").locator("[aria-current=page]")
        expect(here).to_have_count(1)
        expect(here).to_contain_text(PAGE[key].title)
        assert here.get_attribute("href") is None


def test_the_forms_of_a_figure_are_chosen_and_stand(page: Page):
    visit(page, "/effets")
    forms = page.get_by_role("group", name="Forme").first
    forms.get_by_role("button", name="Tableau").click()
    expect(page.locator("table.ptce-figure-table")).to_have_count(1)
    choose(page, "Secteur", "sectors", CULTURE)
    expect(forms.get_by_role("button", name="Tableau")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("table.ptce-figure-table")).to_have_count(1)
    forms.get_by_role("button", name="Graphique").click()
    expect(page.locator("table.ptce-figure-table")).to_have_count(0)


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
    for panel in panels(Side.POLES).values():
        panel_button(page, panel).click()
        page.mouse.move(1, 1)
        settled(page)
        expect(page.locator("#ptce-panel")).not_to_be_empty()
        assert not overflowing(page), panel
        assert not controls_without_name(page), panel
        assert not loose_typography(page), panel
        assert not poor_contrasts(page), panel


def test_headings_of_what_is_opened_go_down_one_level_at_a_time(page: Page):
    open_everything(page)
    levels = heading_levels(page)
    assert len(levels) > 2
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), levels
