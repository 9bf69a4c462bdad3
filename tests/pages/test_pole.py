"""The sheet of a pole: three told by the press, one without a place, one unknown, one hostile."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from streamlit.testing.v1 import AppTest

from ptce_data.poles import directory
from ptce_data.schema.codes import GEO_BASES
from ptce_data.views.components.pager import NEXT
from tests.pages import opening
from tests.pages.opening import ask, pick, rows, turn, words
from tests.pages.trees import places, ways

HOSTILE = "<img src=x onerror=alert(1)>"
PICKER = "ptce-sheet"


def opened(root, **params) -> AppTest:
    return opening.opened(root, "pole", **params)


def headers(app: AppTest) -> list[str]:
    return [header.value for header in app.header]


@pytest.mark.parametrize("pole_id", ["domb-innov", "figeacteurs", "pole-alpen", "pole-sud-archer"])
def test_a_sheet_says_who_where_and_around(root, pole_id):
    app = opened(root, id=pole_id)
    assert not app.exception and not app.error
    pole = directory.poles()[pole_id]
    assert [title.value for title in app.title] == [pole.name]
    assert pole.carrier.replace("'", "&#x27;") in words(app)
    assert app.get("deck_gl_json_chart")[0].proto.alt.startswith(f"Carte autour de {pole.name}")
    assert "Corriger cette fiche" in headers(app) and f"`{pole_id}`" in words(app)
    for radius in (5, 10, 20):
        assert f"À moins de {radius}\u00a0km" in words(app)


def test_published_figures_come_with_their_base_and_source(root):
    told = words(opened(root, id="domb-innov"))
    assert "une vingtaine (20 structures)" in told and "25 salariés" in told and "un pôle, en 5 ans" in told
    assert "ptce-published" in told and "https://ash.tm.fr/" in told
    alpen = words(opened(root, id="pole-alpen"))
    assert "3 emplois" in alpen and "18 emplois" in alpen and "5 personnes" in alpen and "2,5 ans" in alpen
    assert "sans autre chiffre" in words(opened(root, id="figeacteurs"))
    assert "Ce que le pôle a dit de lui-même" not in headers(opened(root, id="pole-sud-archer"))


def test_a_pole_without_a_place_has_no_map_and_no_distance(root):
    pole = next(pole for pole in directory.poles().values() if not pole.located)
    app = opened(root, id=pole.pole_id)
    assert not app.exception and not app.error
    assert not app.get("deck_gl_json_chart")
    assert "aucune distance ne peut être donnée" in words(app)
    assert "À moins de" not in words(app)


@pytest.mark.parametrize("params", [{}, {"id": "inconnu"}, {"id": HOSTILE}])
def test_without_a_known_pole_one_is_picked(root, params):
    app = opened(root, **params)
    assert not app.exception and not app.error
    assert len(app.warning) == len(params)
    ask(app, PICKER, "words", "domb")
    assert list(rows(app, PICKER)) == ["domb-innov"]
    pick(app, PICKER, "domb-innov")
    assert [title.value for title in app.title] == ["Domb'Innov"]
    assert "domb-innov" in app.query_params["id"]


def test_the_choice_follows_the_filters(root):
    shown = set(rows(opened(root, departement="38"), PICKER))
    assert shown == {pole.pole_id for pole in directory.poles().values() if pole.departement_code == "38"}


def test_the_choice_has_all_poles_page_after_page(root):
    app = opened(root)
    seen = [*rows(app, PICKER)]
    while NEXT in ways(places(app)[f"ptce-rows-{PICKER}"]):
        seen += rows(turn(app, PICKER, NEXT), PICKER)
    assert sorted(seen) == sorted(directory.poles())


@pytest.mark.parametrize("list_", ["near", "same"])
def test_a_neighbour_leads_to_its_own_sheet(root, list_):
    app = opened(root, id="domb-innov")
    pole_id = next(iter(rows(app, list_)))
    pick(app, list_, pole_id)
    assert [title.value for title in app.title] == [directory.poles()[pole_id].name]
    assert pole_id in app.query_params["id"]


def test_every_kind_of_pole_has_a_sheet(root):
    kinds = {(pole.geo_basis, bool(pole.sectors)): pole for pole in directory.poles().values()}
    assert {basis for basis, _ in kinds} == set(GEO_BASES.keys)
    for pole in kinds.values():
        app = opened(root, id=pole.pole_id)
        assert not app.exception and not app.error and len(app.title) == 1, pole.pole_id


def test_broken_figures_leave_the_rest_of_the_sheet(root, copied_data, monkeypatch):
    (copied_data / "figures.parquet").unlink()
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root, id="pole-alpen")
    assert not app.exception
    assert any("figures.parquet" in error.value for error in app.error)
    assert "Pôles voisins" in headers(app)


def test_a_hostile_name_is_text(root, copied_data, monkeypatch):
    file = copied_data / "poles.parquet"
    table = pq.read_table(file)
    position = table.column_names.index("name")
    field = table.schema.field(position)
    table = table.set_column(position, field, pa.array([HOSTILE] * table.num_rows, field.type))
    pq.write_table(table, file)
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root, id="pole-alpen")
    assert not app.exception and not app.error
    assert [title.value for title in app.title] == [r"\<img src=x onerror=alert(1)\>"]
    assert "<img" not in words(app)
