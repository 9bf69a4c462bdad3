"""Chiffres vérifiés: the list, the sheet of a figure, unknown and hostile links, a broken file."""

import pyarrow.parquet as pq
import pytest
from streamlit.testing.v1 import AppTest

from ptce_data import exports
from ptce_data.published import checked_percentages
from ptce_data.views.components.pager import NEXT
from ptce_data.views.pages.verifier import percentage_sections
from tests.pages import opening
from tests.pages.opening import ask, head, pick, rows, turn, words
from tests.pages.trees import places, ways

HOSTILE = "<img src=x onerror=alert(1)>"
MUTUALISATION = "labo-2017-valeur-mutualisation"


def opened(root, **params) -> AppTest:
    return opening.opened(root, "verifier", **params)


def listed(app: AppTest) -> list[str]:
    return list(rows(app, "list"))


def test_the_page_lists_groups_and_files(root):
    app = opened(root)
    assert not app.exception and not app.error
    assert [header.value for header in app.header] == [
        "Tous les pourcentages",
        "Ensemble, ils en disent plus",
        "Télécharger les verdicts",
    ]
    assert len(listed(app)) == percentage_sections.PAGE_SIZE and listed(app)[0] == MUTUALISATION
    assert head(app, "list").startswith(
        f"Chiffres 1 à {percentage_sections.PAGE_SIZE} sur {len(checked_percentages().figures)}, par verdict"
    )
    assert "33 en arrondissant" in words(app) and "42 pourcentages".replace(" ", "\u00a0") in words(app)
    assert len(app.get("download_button")) == 2


def test_only_the_impossible(root):
    app = ask(opened(root), "list", "kept", "impossibles")
    assert len(listed(app)) == 3 and all(key.startswith("labo-2017-valeur-") for key in listed(app))
    assert "seulement les impossibles" in head(app, "list")


def test_every_figure_is_listed_once_page_after_page(root):
    app = opened(root)
    seen = listed(app)
    while NEXT in ways(places(app)["ptce-rows-list"]):
        seen += listed(turn(app, "list", NEXT))
    assert sorted(seen) == sorted(checked_percentages().figures)


def test_search_and_order(root):
    app = opened(root)
    ask(app, "list", "words", "lieux")
    assert listed(app) == ["labo-2017-mutualisation-lieux"]
    ask(app, "list", "words", "zzz")
    assert listed(app) == [] and head(app, "list").startswith("Aucun pourcentage")
    ask(app, "list", "words", "")
    ask(app, "list", "order", "pourcentage")
    assert listed(app)[0] == "compte-2023-hausse-deux-ans"


def test_a_figure_opens_its_sheet_in_the_link_and_back(root):
    app = pick(opened(root), "list", MUTUALISATION)
    assert MUTUALISATION in app.query_params["chiffre"]
    assert [title.value for title in app.title] == ["82\u202f%\u00a0\\: mutualisation"]
    pick(app, "near", "labo-2017-valeur-cooperation")
    assert "labo-2017-valeur-cooperation" in app.query_params["chiffre"]
    next(button for button in app.button if button.label == "Tous les chiffres vérifiés").click().run()
    assert "chiffre" not in app.query_params and listed(app)


def test_a_link_tells_the_whole_reasoning(root):
    app = opened(root, chiffre=MUTUALISATION)
    assert not app.exception and not app.error and not app.warning
    told = words(app)
    for step in ("La phrase", "La question", "La base", "Les numérateurs", "Le verdict"):
        assert f"<dt>{step}</dt>" in told
    assert "https://ash.tm.fr/" in told and "Cherchez-y «\u202f82\u202f»" in told
    assert "<strong>Impossible sur 24.</strong>" in told
    assert "79,17\u202f%" in told and "83,33\u202f%" in told
    assert f"/verifier?chiffre={MUTUALISATION}" in told


@pytest.mark.parametrize("figure_id", list(checked_percentages().figures))
@pytest.mark.slow
def test_every_figure_has_a_sheet(root, figure_id):
    app = opened(root, chiffre=figure_id)
    assert not app.exception and not app.error and not app.warning
    assert len(app.title) == 1 and "Citer cette vérification" in [header.value for header in app.header]


@pytest.mark.parametrize("asked", ["inconnu", HOSTILE])
def test_an_unknown_figure_is_said_and_another_picked(root, asked):
    app = opened(root, chiffre=asked)
    assert not app.exception and not app.error
    assert len(app.warning) == 1 and listed(app)
    assert "<img" not in words(app)


def test_the_other_page_has_the_way_here(root):
    labels = [link.proto.label for link in opening.opened(root, "donnees").get("page_link")]
    assert "Tous les pourcentages publiés, vérifiés un par un" in labels


@pytest.mark.parametrize("params", [{}, {"chiffre": MUTUALISATION}])
def test_a_broken_file_is_said_under_the_heading(root, copied_data, monkeypatch, params):
    (copied_data / "figures.parquet").write_bytes(b"no parquet")
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root, **params)
    assert not app.exception and len(app.title) == 1
    assert app.error and all("figures.parquet" in error.value for error in app.error)


def test_html_in_a_figure_is_shown_as_text(root, copied_data, monkeypatch):
    path = copied_data / "figures.parquet"
    frame = pq.read_table(path)
    at = frame.column("figure_id").to_pylist().index(MUTUALISATION)
    for name, value in (("item", HOSTILE), ("base_as_stated", HOSTILE), ("source_url", "javascript:alert(1)")):
        values = frame.column(name).to_pylist()
        values[at] = value
        frame = frame.set_column(frame.column_names.index(name), name, [values])
    pq.write_table(frame, path)
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    for params in ({}, {"chiffre": MUTUALISATION}):
        app = opened(root, **params)
        assert not app.exception and not app.error
        told = words(app).replace("\\<", "")  # Markdown’s way to write a plain <
        assert "<img" not in told and 'href="javascript' not in told


def test_files_hold_every_verdict():
    assert exports.table_csv(percentage_sections.verdicts(), excel=True).startswith("\ufeff".encode())
    assert len(exports.table_csv(percentage_sections.verdicts(), excel=False).decode().splitlines()) == 1 + len(
        checked_percentages().figures
    )
