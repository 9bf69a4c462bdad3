"""Comparer mon pôle in a real browser: form to chart, files good and bad, groups, a reload, a phone, no English."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE
from tests.browser.driving import settled, visit
from tests.browser.looking import controls_without_name, heading_levels, loose_typography, overflowing, poor_contrasts

NAME = "Pôle-du-test-7f3a"
KEPT = "sessionStorage.getItem('ptce-mon-pole')"
HEAD = "Nom;Département;Secteurs;Statut juridique;En quartier prioritaire (QPV);pole_nom"
GOOD = "\n".join([HEAD, *(f"S{rank};69;culture;Association;oui;{NAME}" for rank in range(6))]).encode()
BAD = GOOD + b"\nS9;69;culture;Assoc. 1902;peut-\xc3\xaatre;"
#: What Streamlit would say by itself.
ENGLISH = re.compile(
    r"\b(upload|drag and drop|browse|per file|limit|clear value|no results|choose an option|remove|increment|decrement|"
    r"press enter|add files|help for|file must)\b",
    re.IGNORECASE,
)


def click(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    settled(page)


def deposit(page: Page, name: str, content: bytes, mime: str = "text/csv") -> None:
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": mime, "buffer": content})
    settled(page)


def fill(page: Page, label: str, value: str) -> None:
    page.get_by_label(label, exact=True).fill(value)
    page.keyboard.press("Tab")
    settled(page)


def with_good_file(page: Page) -> None:
    visit(page, "/comparer")
    click(page, "Déposer un fichier")
    deposit(page, "bon.csv", GOOD)
    expect(page.get_by_role("heading", name="Mon pôle et sa référence")).to_be_visible()


#: Texts that are shown; an icon is a word of its own font, drawn as a picture and hidden from screen readers.
SHOWN = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (element.checkVisibility() && !element.closest('script, style, [data-testid=stIconMaterial]'))
      found.push(node.data);
  }
  return found;
}"""


def english(page: Page) -> list[str]:
    """English words that can be read or heard: texts that are shown, and names of controls."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    names = [node.get("name", {}).get("value", "") for node in nodes if not node.get("ignored")]
    texts = [*names, *page.evaluate(SHOWN)]
    assert len(names) > 20 < len(texts) - len(names)
    return sorted({text for text in texts if ENGLISH.search(text)})


def checked(page: Page) -> None:
    """What holds in every state of the page."""
    assert not english(page)
    assert not loose_typography(page)
    assert not overflowing(page)
    assert not poor_contrasts(page)
    assert not controls_without_name(page)
    levels = heading_levels(page)
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), levels


def press_enter_on(button: Locator) -> None:
    button.focus()
    button.press("Enter")
    settled(button.page)


def type_into(field: Locator, text: str) -> None:
    field.focus()
    field.page.keyboard.type(text)
    field.page.keyboard.press("Tab")
    settled(field.page)


def test_from_the_form_to_the_chart_by_the_keyboard(page: Page):
    visit(page, "/comparer")
    press_enter_on(page.get_by_role("button", name="Remplir le formulaire"))
    type_into(page.get_by_label("Structures membres"), "12")
    press_enter_on(page.get_by_role("button", name="Suivant"))
    type_into(page.get_by_label("Culture et industries créatives"), "9")
    press_enter_on(page.get_by_role("button", name="Voir ma comparaison").first)
    expect(page.locator("[data-testid=stVegaLiteChart]").first).to_be_visible()
    expect(
        page.get_by_text("12 structures · 2 réponses".replace("12 ", "12\u00a0").replace("2 r", "2\u00a0r"))
    ).to_be_visible()


def test_a_count_too_large_is_told_beside_its_field(page: Page):
    visit(page, "/comparer")
    click(page, "Remplir le formulaire")
    checked(page)
    fill(page, "Structures membres", "10")
    click(page, "Suivant")
    fill(page, "SCIC", "15")
    fault = page.get_by_role("alert").filter(has_text="écrire 10 ou moins")
    expect(fault).to_be_visible()
    field, message = page.get_by_label("SCIC").bounding_box(), fault.bounding_box()
    assert abs(field["x"] - message["x"]) < 40 and 0 < message["y"] - field["y"] < 120
    checked(page)
    fill(page, "SCIC", "5")
    expect(fault).to_have_count(0)


def test_a_good_file_then_another_group_and_its_link(page: Page):
    with_good_file(page)
    checked(page)
    page.get_by_label("Comparer mon pôle à").click()
    page.get_by_role("option", name="Une région", exact=True).click()
    settled(page)
    assert parse_qs(urlsplit(page.url).query) == {"groupe": ["region:84"]}
    expect(page.get_by_text("Référence\u00a0: Auvergne-Rhône-Alpes").first).to_be_visible()
    assert NAME not in page.url


def test_a_bad_file_is_told_cell_by_cell_and_marked(page: Page):
    visit(page, "/comparer")
    click(page, "Déposer un fichier")
    deposit(page, "mauvais.csv", BAD)
    table = page.locator("table.ptce-faults")
    expect(table).to_contain_text("Assoc. 1902")
    expect(table.get_by_role("rowheader").first).to_contain_text("8")
    checked(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Fichier corrigé").click()
    assert download.value.suggested_filename == "a-corriger.xlsx"
    assert download.value.path().read_bytes().startswith(b"PK")
    click(page, "Voir ma comparaison quand même")
    expect(page.get_by_role("heading", name="Mon pôle et sa référence")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(500), "Ce fichier n’a pas pu être lu."),
        ("grand.csv", b"a;b\n" * 2_000_000, "Ce fichier dépasse la taille dite ci-dessus"),
    ],
    ids=["a picture", "8 MB"],
)
def test_a_file_that_can_not_be_read_is_refused_in_french(page: Page, name, content, told):
    visit(page, "/comparer")
    click(page, "Déposer un fichier")
    expect(page.get_by_text("Ce fichier dépasse la taille")).to_be_hidden()
    deposit(page, name, content, "application/octet-stream")
    expect(page.get_by_text(told)).to_be_visible()
    assert not english(page)
    if name == "grand.csv":  # the browser itself refuses it: the server knows nothing of it
        click(page, "Choisir un autre fichier")
    deposit(page, "bon.csv", GOOD)
    expect(page.get_by_role("heading", name="Mon pôle et sa référence")).to_be_visible()


def test_a_reload_brings_everything_back_and_erasing_is_for_good(page: Page, server):
    with_good_file(page)
    assert NAME in page.evaluate(KEPT)
    page.reload()
    settled(page)
    expect(page.get_by_text("sont revenues")).to_be_visible()
    expect(page.get_by_role("heading", name="Mon pôle et sa référence")).to_be_visible()
    click(page, "Tout effacer")
    click(page, "Oui, tout effacer")
    expect(page.get_by_role("heading", name="Rien n’est encore apporté")).to_be_visible()
    checked(page)
    assert page.evaluate(KEPT) is None
    page.reload()
    settled(page)
    expect(page.get_by_role("heading", name="Rien n’est encore apporté")).to_be_visible()
    assert NAME not in server.log.read_text(errors="replace")


def test_another_tab_knows_nothing_of_it(new_page, server):
    page = new_page(server)
    with_good_file(page)
    other = page.context.new_page()
    visit(other, "/comparer")
    expect(other.get_by_role("heading", name="Rien n’est encore apporté")).to_be_visible()


def test_saved_answers_are_opened_again_in_another_session(new_page, server):
    page = new_page(server)
    with_good_file(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Enregistrer mes réponses").click()
    saved = download.value.path().read_bytes()
    other = new_page(server)
    visit(other, "/comparer")
    click(other, "Déposer un fichier")
    deposit(other, "mon-pole.json", saved, "application/json")
    expect(other.get_by_text(NAME).first).to_be_visible()


def test_on_a_phone_from_the_sample_to_the_chart(new_page, server):
    page = new_page(server, size=PHONE)
    visit(page, "/comparer")
    click(page, "Prendre un pôle de l’échantillon")
    checked(page)
    page.get_by_label("Pôle de l’échantillon").click()
    page.get_by_role("option").nth(1).click()
    settled(page)
    expect(page.locator("[data-testid=stVegaLiteChart]").first).to_be_visible()
    checked(page)


def test_in_the_dark(new_page, server):
    page = new_page(server, scheme="dark")
    visit(page, "/comparer")
    click(page, "Remplir le formulaire")
    assert not poor_contrasts(page)
    click(page, "Déposer un fichier")
    deposit(page, "mauvais.csv", BAD)
    assert not poor_contrasts(page)
    click(page, "Voir ma comparaison quand même")
    assert not poor_contrasts(page)
