"""Where a real wave exists, nothing is said to be a demonstration any more: figures, files, filters, pages."""

from itertools import product

import pytest
from streamlit.testing.v1 import AppTest

from ptce_data import exports
from ptce_data.datasets.describing import datasets
from ptce_data.datasets.release import Policy
from ptce_data.indicators import INDICATORS, answer, compute
from ptce_data.releases import import_survey, restore
from ptce_data.results import wording
from ptce_data.selection import Selection
from ptce_data.views.app.site_map import PAGE
from ptce_data.views.components.display_mode import CHART, TABLE, TEXT
from tests.pages.opening import html
from tests.releases import surveys


@pytest.fixture
def wave(tmp_path):
    """A folder with a wave of 2027, of forty structures, anyone may see."""
    into = tmp_path / "data"
    source = surveys.folder(tmp_path / "2027", surveys.survey(40, 30))
    import_survey(source, "2027", into, policy=Policy.OPEN, owner="Unité <b>d’animation</b>")
    return into


def opened(root, page: str, form: str = CHART, **params) -> str:
    """All that a page says, its figures shown in one of their forms."""
    app = AppTest.from_file(str(root / "ptce_data/views/app/main.py"), default_timeout=60)
    for one in INDICATORS:
        app.session_state[f"form-{one.key}"] = form
    for key, value in params.items():
        app.query_params[key] = value
    app.switch_page(str(root / f"pages/{page}.py")).run()
    assert not app.exception
    parts = [html(app)]
    parts += [part.value for kind in ("markdown", "caption", "title", "header", "subheader") for part in app.get(kind)]
    return "\n".join(map(str, parts))


def test_figures_carry_the_release(wave):
    for result in compute(Selection(), folder=wave):
        if result.provenance in ("public", "published"):
            continue
        assert result.provenance == "imported"
        assert result.wave == "2027"
        assert result.base.population in ("structures de la vague 2027", "pôles de la vague 2027")
        assert result.base.frame is None  # the frame is that of the published survey
        assert "2027" in result.source.title
        for content in (exports.csv_standard(result).decode(), wording.sentence(result), str(result.to_dict())):
            assert "démonstration" not in content and "demonstration" not in content


def test_the_directory_stays_public(wave):
    found = {result.provenance for result in answer(Selection(), "carte", wave).results}
    assert found == {"public"}
    assert [one.provenance for one in datasets(wave)].count("imported") == 3


@pytest.mark.parametrize(
    ("page", "form"), [*((page, CHART) for page in PAGE), *product(("portrait", "effets"), (TABLE, TEXT))]
)
@pytest.mark.slow
def test_no_page_speaks_of_a_demonstration(root, page, form, wave, monkeypatch):
    monkeypatch.setenv("PTCE_DATA", str(wave))
    said = opened(root, page, form)
    assert "démonstration" not in said.lower()
    assert "fabriqu" not in said.lower()
    assert "Importé" in said
    if page in ("portrait", "effets"):
        assert "Vague 2027 de l’enquête" in said
        assert "structures de la vague 2027" in said or form != TEXT
        assert "Unité &lt;b&gt;d’animation" in said and "<b>d’animation" not in said
        assert "les répondants ont donné leur accord" in said


def test_back_to_the_demonstration(root, wave, monkeypatch):
    monkeypatch.setenv("PTCE_DATA", str(wave))
    restore(wave, "demonstration")
    said = opened(root, "effets")
    assert "Échantillon de démonstration" in said
    assert "Importé" not in said


def test_rows_of_a_protected_wave_are_not_offered(root, tmp_path, monkeypatch):
    into = tmp_path / "data"
    source = surveys.folder(tmp_path / "wave", surveys.survey(40, 30))
    monkeypatch.setenv("PTCE_DATA", str(into))
    offered = {}
    for policy in (Policy.PROTECTED, Policy.OPEN):
        import_survey(source, "2027", into, policy=policy)
        app = AppTest.from_file(str(root / "ptce_data/views/app/main.py"), default_timeout=60)
        app.switch_page(str(root / "pages/donnees.py")).run()
        assert not app.exception
        offered[policy] = {part.proto.label + part.proto.id.split("-", 2)[-1] for part in app.get("download_button")}
    assert any("ptce-structures" in key for key in offered[Policy.OPEN])
    assert not any("ptce-structures" in key for key in offered[Policy.PROTECTED])
    assert any("ptce-poles" in key for key in offered[Policy.PROTECTED])
