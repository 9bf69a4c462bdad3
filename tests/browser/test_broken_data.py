"""Broken and hostile data: the page says which file, what is wrong and what to do; the rest of the site goes on."""

import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Page, expect

from ptce_data.datasets import reading
from tests.browser.controls import row
from tests.browser.driving import settled, visit
from tests.browser.server import running

HOSTILE = "<img src=x onerror=alert(1)>"
ROOT = Path(__file__).parents[2]


def remove(file: Path) -> None:
    file.unlink()


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:200])


def drop_a_column(file: Path) -> None:
    """The identifier: a column that may be empty can be missing too, in a file older than the column."""
    table = pq.read_table(file)
    pq.write_table(table.drop_columns(table.column_names[0]), file)


@pytest.mark.parametrize("damage", [remove, truncate, drop_a_column], ids=lambda damage: damage.__name__)
@pytest.mark.parametrize(
    ("dataset", "broken", "whole"), [("structures", "/effets", "/"), ("poles", "/", "/effets")], ids=["sample", "poles"]
)
def test_a_damaged_file_is_named_and_other_pages_go_on(new_page, copied_data, damage, dataset, broken, whole):
    file = copied_data / f"{dataset}.parquet"
    damage(file)
    with running(data=copied_data) as server:
        page = new_page(server)
        visit(page, broken)
        message = page.get_by_role("alert").filter(has_text=file.name).first
        expect(message).to_be_visible()
        assert "ptce_data build" in message.inner_text(), "the remedy is not said"
        says_nothing_of_the_code(page)
        visit(page, whole)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_role("alert").filter(has_text=file.name)).to_have_count(0)
        assert file.name in server.log.read_text(), "the log does not tell"


def says_nothing_of_the_code(page: Page) -> None:
    text = page.locator("body").inner_text()
    for word in ("Traceback", "Error", "site-packages", "line "):
        assert word not in text, f"{word!r} reaches the reader"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A server whose first placed pole alone in its département is named like an attack, and that pole."""
    folder = Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("hostile") / "data"))
    poles = reading.read("poles")
    counts = poles["departement_code"].value_counts()
    placed = poles[poles["lon"].notna() & poles["departement_code"].map(counts).eq(1)]
    pole = placed.sort_values("pole_id").iloc[0]
    table = pq.read_table(folder / "poles.parquet")
    position = table.column_names.index("name")
    ids = table.column("pole_id").to_pylist()
    names = [HOSTILE if id_ == pole.pole_id else name for id_, name in zip(ids, table["name"].to_pylist(), strict=True)]
    field = table.schema.field(position)
    pq.write_table(table.set_column(position, field, pa.array(names, field.type)), folder / "poles.parquet")
    with running(data=folder) as server:
        yield server, pole


@pytest.mark.parametrize("place", ["list", "card", "sheet", "tooltip"])
def test_a_hostile_name_is_shown_as_text(new_page, hostile, place):
    server, pole = hostile
    page = new_page(server)
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    territory = f"departement={pole.departement_code}"
    links = {
        "list": f"/?{territory}",
        "card": f"/?{territory}&pole={pole.pole_id}",
        "sheet": f"/pole?id={pole.pole_id}",
        "tooltip": f"/?{territory}",
    }
    visit(page, links[place])
    if place == "tooltip":
        settled(page, quiet=1_000)
        page.get_by_test_id("stDeckGlJsonChart").locator("canvas").first.hover()
        expect(page.locator(".deck-tooltip")).to_contain_text(HOSTILE)
    elif place == "list":
        expect(row(page, HOSTILE)).to_be_visible()
    else:
        expect(page.get_by_role("heading").filter(has_text=HOSTILE).first).to_be_visible()
    expect(page.locator("img[src=x]")).to_have_count(0)
    assert not dialogs
