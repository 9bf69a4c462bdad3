"""The whole state is in the link: on a cold server, from page to page, and whatever a link holds."""

import pytest
from playwright.sync_api import Page, expect

from ptce_data.schema.codes import SECTORS
from ptce_data.views.app.site_map import PAGE
from tests.browser.controls import chip, chips, choose, go, option, query
from tests.browser.driving import settled, visit

AUVERGNE = "Auvergne-Rhône-Alpes"
#: A slow mobile network: 600 ms each way, 50 kB/s.
SLOW = {"offline": False, "latency": 600, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
CULTURE, TRAINING = SECTORS.label("culture"), SECTORS.label("formation")


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
    chip(page, AUVERGNE).click()
    expect(chip(page, AUVERGNE)).to_have_count(0)
    settled(page)
    assert query(page) == {"secteur": ["culture"]}
    expect(chip(page, CULTURE)).to_be_visible()
    chip(page, "Tout effacer").click()
    expect(chips(page)).to_have_count(0)
    settled(page)
    assert query(page) == {}


def test_back_restores_the_view_before(page: Page):
    visit(page, "/?region=84")
    go(page, "effets")
    page.go_back()
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(PAGE["carte"].heading)
    assert query(page) == {"region": ["84"]}


def test_back_from_another_page_finds_the_open_card_again(page: Page):
    visit(page, "/?region=84&pole=pole-alpen")
    go(page, "effets")
    page.go_back()
    settled(page)
    expect(page.get_by_role("heading", name="Pôle Alpen")).to_be_visible()
    assert query(page) == {"region": ["84"], "pole": ["pole-alpen"]}


def test_a_change_of_page_is_one_step_back(page: Page):
    """A step of its own for the filters would be an address that says nothing of them: going back would lose them."""
    visit(page, "/effets?region=84")
    for key in ("portrait", "effets") * 6:
        steps = page.evaluate("history.length")
        go(page, key)
        assert page.evaluate("history.length") == steps + 1, f"to {key}"


def expect_sectors(page: Page, chosen: dict[str, str]) -> None:
    """Address, chips and options of the open panel say the same. chosen: code → label."""
    assert query(page) == ({"secteur": list(chosen)} if chosen else {})
    for label in (CULTURE, TRAINING):
        is_chosen = label in chosen.values()
        expect(chip(page, label)).to_have_count(int(is_chosen))
        expect(option(page, "sectors", label)).to_have_attribute("aria-pressed", str(is_chosen).lower())


@pytest.mark.parametrize("key", ["carte", "effets"])
def test_back_and_forward_restore_the_filters_chosen_on_a_page(page: Page, key):
    visit(page, "/" if PAGE[key].home else f"/{key}")
    none, one, two = {}, {"culture": CULTURE}, {"culture": CULTURE, "formation": TRAINING}
    for label in (CULTURE, TRAINING):
        choose(page, "Secteur", "sectors", label)
    expect_sectors(page, two)
    for move, chosen in ((page.go_back, one), (page.go_back, none), (page.go_forward, one), (page.go_forward, two)):
        move()
        settled(page)
        expect_sectors(page, chosen)


def test_nothing_is_lost_on_a_slow_connection(page: Page):
    """Ten clicks before the first answer: all are kept, and the address says them in the end; then back and forward."""
    visit(page, "/effets")
    choose(page, "Secteur", "sectors", CULTURE)  # opens the panel too
    settled(page)
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW)
    chosen = [code for code in SECTORS.keys if code != "culture"][:10]
    for code in chosen:
        option(page, "sectors", SECTORS.label(code)).click()
    expect(chips(page)).to_have_count(len(chosen) + 2, timeout=60_000)  # with « culture » and the one that clears all
    settled(page, quiet=3_000)
    everything = [code for code in SECTORS.keys if code in {"culture", *chosen}]
    assert query(page) == {"secteur": everything}
    page.go_back()
    expect(chips(page)).not_to_have_count(len(chosen) + 2, timeout=60_000)
    settled(page, quiet=3_000)
    before = query(page)
    assert before["secteur"] != everything and "culture" in before["secteur"]
    expect(chips(page)).to_have_count(len(before["secteur"]) + 1)
    page.go_forward()
    expect(chips(page)).to_have_count(len(chosen) + 2, timeout=60_000)
    settled(page, quiet=3_000)
    assert query(page) == {"secteur": everything}


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
