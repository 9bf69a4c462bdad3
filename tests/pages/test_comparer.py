"""Comparer mon pôle: nothing brought, a form, a file, a pole of the sample; groups, downloads, links, and secrets."""

import csv
import io
import json
import re
import shutil

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from ptce_data import comparison
from ptce_data.comparison import Group
from ptce_data.comparison.sample_answers import COMPARABLE
from ptce_data.datasets.catalogue import DATASET
from ptce_data.datasets.release import Policy
from ptce_data.exports import comparison_files
from ptce_data.intake import read_upload, reopen, save, template_csv
from ptce_data.releases import import_survey
from ptce_data.schema.user_pole import Tally, UserPole
from ptce_data.views.pages.comparer import report_view, uncertainty_panel, upload_panel
from ptce_data.views.pages.comparer.draft import Draft
from tests.factories import user_pole

SECRET = "Pôle-que-personne-ne-doit-lire"
MINE = user_pole(
    {
        "sectors/culture": (9, 12),
        "qpv/oui": (3, 12),
        "pooling/lieux": (1, 10),
        "pooling/competences": (12, 12),
    },
    name=SECRET,
    recognition="aap-2013",
    legal_status="association",
    structures=12,
    fte_total=20.0,
    fte_coordination=2.0,
)


def opened(root, brought: UserPole | None = None, **params) -> AppTest:
    app = AppTest.from_file(str(root / "ptce_data/views/app/main.py"), default_timeout=60)
    for key, value in params.items():
        app.query_params[key] = value
    if brought is not None:
        app.session_state["ptce-mine"] = Draft(brought)
        app.session_state["ptce-mine-kept"] = save(brought).decode()
    return app.switch_page(str(root / "pages/comparer.py")).run()


def click(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def headings(app: AppTest) -> list[str]:
    return [part.value for part in (*app.header, *app.subheader)]


def words(app: AppTest) -> str:
    told = [*(part.value for part in (*app.markdown, *app.caption)), *(part.proto.body for part in app.get("html"))]
    return "\n".join(told)


def charts(app: AppTest) -> list:
    return app.get("vega_lite_chart")


def upload(app: AppTest, name: str, content: bytes) -> AppTest:
    if not app.get("file_uploader"):
        click(app, "ptce-compare-open-file")
    app.file_uploader[0].set_value((name, content, "text/csv")).run()
    assert not app.exception
    return app


def csv_file(*rows: dict[str, str]) -> bytes:
    """A file of the template's columns, filled by label."""
    head = next(csv.reader(io.StringIO(template_csv().decode("utf-8-sig")), delimiter=";"))
    text = io.StringIO()
    writer = csv.DictWriter(text, head, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


GOOD = csv_file(
    *({"Nom": f"S{rank}", "Statut juridique": "Association", "Secteurs": "culture"} for rank in range(4)),
)
BAD = csv_file({"Nom": "S1", "Statut juridique": "Assoc. 1902"}, {"Nom": "S2", "Statut juridique": "SCIC"})


def test_nothing_brought_offers_three_ways_and_says_where_it_stays(root):
    app = opened(root)
    assert not app.exception and not app.error and not charts(app)
    assert [app.button(key=f"ptce-compare-open-{name}").label for name in ("form", "file", "sample")] == [
        "Remplir le formulaire",
        "Déposer un fichier",
        "Prendre un pôle de l’échantillon",
    ]
    assert "reste dans cet onglet" in words(app)
    assert "Rien n’est encore apporté" in headings(app)


def test_the_form_keeps_everything_from_screen_to_screen_and_page_to_page(root):
    app = click(opened(root), "ptce-compare-open-form")
    app.text_input(key="ptce-form-name").set_value("Chez nous").run()
    app.number_input(key="ptce-form-structures").set_value(12).run()
    app.selectbox(key="ptce-form-departement_code").set_value("69").run()
    click(app, "ptce-form-next")
    app.number_input(key="ptce-form-sectors/culture").set_value(9).run()
    app.number_input(key="ptce-form-sectors/emploi").set_value(13).run()
    assert "ptce-fault" in words(app)
    click(app, "ptce-form-previous")
    assert app.text_input(key="ptce-form-name").value == "Chez nous"
    app.switch_page(str(root / "pages/effets.py")).run()
    app.switch_page(str(root / "pages/comparer.py")).run()
    click(app, "ptce-form-next")
    assert app.number_input(key="ptce-form-sectors/culture").value == 9
    assert app.number_input(key="ptce-form-sectors/emploi").value == 13, "a wrong entry is kept as it was typed"
    for _ in range(4):
        click(app, "ptce-form-next")
    app.text_input(key="ptce-form-fte_total").set_value("12,5").run()
    click(app, "ptce-form-done")
    assert charts(app) and "Mon pôle et sa référence" in headings(app)
    assert "**Chez nous**" in words(app)


def test_a_good_file_is_drawn_at_once(root):
    app = upload(opened(root), "bon.csv", GOOD)
    assert charts(app)
    assert any("4\u00a0structures sur 4\u00a0lignes lues, aucun défaut" in part.value for part in app.info)


def test_a_bad_file_lists_its_faults_and_keeps_what_is_right(root):
    app = upload(opened(root), "mauvais.csv", BAD)
    told = words(app)
    assert "Assoc. 1902" in told and "hors de la liste" in told and ">2 (D2)<" in told
    assert "2\u00a0structures sur 2\u00a0lignes lues" in told
    assert app.session_state["ptce-mine"].pole.tally("legal-status", "scic") == Tally("legal-status", "scic", 1, 1)
    assert charts(click(app, "ptce-deposit-see"))


def test_a_refused_file_says_why_and_changes_nothing(root):
    app = opened(root, MINE)
    click(app, "ptce-compare-other")
    upload(app, "image.png", b"\x89PNG\r\n\x1a\n" + bytes(200))
    assert "n’a pas pu être lu" in words(app) and "Remède" in words(app)
    assert app.session_state["ptce-mine"].pole == MINE


def test_saved_answers_are_reopened_and_others_refused(root):
    app = upload(opened(root), "mon-pole.json", save(MINE))
    assert app.session_state["ptce-mine"].pole == MINE and charts(app)
    app = upload(opened(root), "autre.json", b'{"format": "autre"}')
    assert "ce n’est pas un fichier de réponses" in words(app)


def test_the_marked_file_is_read_again():
    faults = read_upload("mauvais.csv", BAD).faults
    marked = upload_panel._marked("mauvais.csv", BAD, faults).getvalue()
    assert read_upload("a-corriger.xlsx", marked).rows_read == 2


def test_a_pole_of_the_sample_is_taken_out_of_its_reference(root):
    app = click(opened(root), "ptce-compare-open-sample")
    pole_of_sample = comparison.choices()[0][2]
    app.selectbox(key="ptce-sample-pole").set_value(pole_of_sample.pole_id).run()
    assert not app.exception and charts(app)
    table = next(part.value for part in app.markdown if part.value.startswith("|Pôle|"))
    assert pole_of_sample.name not in table and "retiré de sa propre référence" in words(app)


@pytest.mark.parametrize("kind", ["region", "secteur", "statut", "qpv", "taille", "similaires", "liste"])
def test_every_kind_of_group_is_chosen_and_put_in_the_link_without_what_was_brought(root, kind):
    app = opened(root, MINE)
    app.selectbox(key="ptce-group-kind").set_value(kind).run()
    assert not app.exception and not app.error
    link = dict(app.session_state["ptce-view"])
    assert comparison.from_text(link["groupe"]).group.kind == kind
    assert SECRET not in json.dumps(link) and set(link) == {"groupe"}
    app.selectbox(key="ptce-group-kind").set_value("national").run()
    assert "groupe" not in app.session_state["ptce-view"]


def test_the_link_is_followed_and_a_wrong_one_is_told(root):
    app = opened(root, MINE, groupe="region:84")
    assert "Auvergne-Rhône-Alpes" in words(app)
    app = opened(root, MINE, groupe="planete:mars")
    assert any("planete" in part.value for part in app.warning) and charts(app)


def test_a_group_too_small_is_refused_with_its_reason(root):
    peers = comparison.choices()[0]
    app = opened(root, MINE, groupe=f"liste:{peers[0].pole_id},{peers[1].pole_id}")
    assert "Ce groupe est trop petit pour servir de référence" in headings(app)
    assert "il en faut au moins 3" in words(app) and not charts(app)
    assert charts(click(app, "ptce-refused-national"))


def test_a_list_longer_than_a_line_survives_its_link(root):
    ids = ",".join(peer.pole_id for peer in comparison.choices()[0])
    app = opened(root, MINE, groupe=f"liste:{ids}")
    assert "Ma liste" in words(app) and charts(app)


def test_weights_move_the_similar_poles_and_are_in_the_link(root):
    app = opened(root, MINE)
    app.select_slider(key="ptce-weight-secteurs").set_value(0.0).run()
    assert app.session_state["ptce-view"]["poids"] == "secteurs:0"
    assert "poids 0,0" in words(app)
    click(app, "ptce-weights-reset")
    assert "poids" not in app.session_state["ptce-view"]


def test_the_rank_comes_only_when_asked(root):
    app = opened(root, MINE)
    app.selectbox(key="ptce-closely").set_value("pooling/lieux").run()
    assert "Rang, de la part" not in words(app)
    click(app, "ptce-closely-ask")
    assert "Rang, de la part" in words(app) and "sur 24" in words(app)


def test_uncertainty_has_three_parts_with_numbers():
    found = comparison.compare(MINE)
    row = found.row("pooling", "lieux")
    sampling, selection, secrecy = (say(row, found) for _, say in uncertainty_panel.PARTS)
    assert "Wilson" in sampling and "187\u00a0structures" in sampling and "%" in sampling
    assert "740" in selection and "160" in selection
    assert "24\u00a0pôles" in secrecy
    regional = comparison.compare(MINE, Group("region", ("84",)))
    assert "n’est pas connu" in uncertainty_panel.selection(regional.row("pooling", "lieux"), regional)


def test_a_masked_value_is_said_as_a_range():
    masked = None
    for peer in comparison.choices()[0]:
        found = comparison.compare(comparison.pole_of_sample(peer.pole_id))
        masked = next((row for row in found.rows if row.own.masked), masked)
    assert masked is not None, "the sample has small answers"
    assert "est masquée\u00a0: elle est entre" in uncertainty_panel.secrecy(masked, found)


def test_every_row_is_on_one_card():
    found = comparison.compare(MINE)
    shown = [row.key for theme in report_view.THEMES for row in report_view.rows_of(found, theme)]
    assert sorted(shown) == sorted(row.key for row in found.rows) and len(shown) == len(set(shown))
    assert {key for theme in report_view.THEMES for key in theme.indicators} == (
        {one.key for one in COMPARABLE} | {"coordination", "pole-size"}
    )


def test_real_poles_to_call_lead_to_their_sheet_and_are_said_public(root):
    app = opened(root, MINE)
    assert "Pôles réels" in headings(app) and "ptce-provenance ptce-public" in words(app)
    assert "ptce-provenance ptce-demonstration" in words(app)


def test_downloads_hold_the_rows_and_say_what_they_are():
    found = comparison.compare(MINE)
    rows = pd.read_csv(io.BytesIO(comparison_files.csv(found, excel=False)))
    assert list(rows["code"]) == [row.item for row in found.rows]
    assert set(rows["nature"]) == {"Démonstration"} and set(rows["verdict"]) <= {
        "en dessous",
        "compatible",
        "au-dessus",
    }
    assert comparison_files.csv(found, excel=True).startswith(b"\xef\xbb\xbf")
    assert comparison_files.png(found).startswith(b"\x89PNG")
    title = comparison_files.picture(comparison.compare(comparison.pole_of_sample(comparison.choices()[0][0].pole_id)))[
        "title"
    ]
    assert "sans mon pôle" in " ".join(title["subtitle"])


def test_erasing_forgets_everything(root):
    app = opened(root, MINE)
    click(app, "ptce-compare-erase-sure")
    assert "ptce-mine" not in app.session_state and app.session_state["ptce-mine-kept"] == ""
    assert SECRET not in words(app) and "Rien n’est encore apporté" in headings(app)


def test_what_was_brought_is_kept_frozen_and_said_to_nobody(root, caplog):
    app = upload(opened(root), "mon-pole.json", save(MINE))
    assert SECRET in words(app)
    state = app.session_state._state.filtered_state
    assert "ptce-mine" in state and not [key for key, value in state.items() if isinstance(value, pd.DataFrame)]
    assert SECRET not in caplog.text and SECRET not in json.dumps(dict(app.query_params))
    assert reopen(app.session_state["ptce-mine-kept"].encode()) == MINE


def test_a_hostile_name_is_shown_as_it_is(root):
    hostile = "<img src=x onerror=alert(1)> **x** :red[y] $z$"
    app = opened(root, UserPole(hostile, structures=3))
    summary = next(part.value for part in app.markdown if "onerror" in part.value)
    assert not re.search(r"(?<!\\)[<$]", summary)


def test_broken_data_is_named_and_what_was_brought_stays(root, copied_data, monkeypatch):
    broken = DATASET["structures"].file
    (copied_data / broken).write_bytes(b"not a parquet file")
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root, MINE)
    assert not app.exception and any(str(broken) in part.value for part in app.error)
    assert app.session_state["ptce-mine"].pole == MINE


def test_a_pole_that_left_the_sample_is_said_gone(root):
    app = opened(root, UserPole("Ancien", structures=5, sample_pole_id="vague-2015-99"))
    assert not app.exception and not app.error
    assert any("n’est pas dans l’échantillon" in part.value for part in app.warning)


@pytest.fixture(params=list(Policy))
def real_wave(request, root, tmp_path, monkeypatch) -> Policy:
    """The policy of a real wave, imported and read by the app."""
    source = tmp_path / "2027"
    source.mkdir()
    for key in ("sample_poles", "structures", "responses"):
        shutil.copy(root / "data" / DATASET[key].file, source)
    import_survey(source, "2027", tmp_path / "data", policy=request.param, owner="Animation nationale")
    monkeypatch.setenv("PTCE_DATA", str(tmp_path / "data"))
    return request.param


def test_a_pole_of_a_real_wave_is_mine_only_where_respondents_agreed(root, real_wave):
    app = opened(root)
    click(app, "ptce-compare-open-sample")
    assert not app.exception and not app.error
    offered = [box for box in app.selectbox if box.key == "ptce-sample-pole"]
    refused = [box.value for box in app.info if "prendre un de ses pôles" in box.value]
    assert (bool(offered), bool(refused)) == ((True, False) if real_wave is Policy.OPEN else (False, True))


def test_a_real_wave_is_said_real_under_every_policy(root, real_wave):
    app = opened(root, MINE)
    assert not app.exception and not app.error and charts(app)
    assert "ptce-imported" in words(app) and "Échantillon de démonstration" not in words(app)
    app.selectbox(key="ptce-closely").set_value("pooling/lieux").run()
    click(app, "ptce-closely-ask")
    assert ("Rang, de la part" in words(app)) == (real_wave is Policy.OPEN)
    app.selectbox(key="ptce-group-kind").set_value("similaires").run()
    assert not app.exception and not app.error
    click(app, "ptce-closely-ask")
    assert ("Rang, de la part" in words(app)) == (real_wave is Policy.OPEN)
