"""Two waves: each figure with the one before, joined by a line only where question and base are the same."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from ptce_data import charts, exports
from ptce_data.datasets.release import Policy
from ptce_data.indicators import compute
from ptce_data.releases import import_survey
from ptce_data.results import wording
from ptce_data.selection import Selection
from ptce_data.views.components import figure_table, figure_words
from ptce_data.views.live import render
from tests.pages.trees import text
from tests.releases import surveys


def imported(folder, question):
    for wave, yes in (("2025", 20), ("2027", 30)):
        source = surveys.folder(folder / wave, surveys.survey(40, yes))
        import_survey(source, wave, folder / "data", policy=Policy.OPEN, reworded=(question,) if wave == "2027" else ())
    return folder / "data"


@pytest.fixture
def waves(tmp_path):
    """2025: 20 yes of 40; 2027: 30 yes of 40, one question worded otherwise."""
    return imported(tmp_path / "waves", "pooling")


@pytest.fixture
def reworded(tmp_path):
    """The same, the question that is answered worded otherwise."""
    return imported(tmp_path / "reworded", "values")


def one(folder, key="values", selection=None):
    (result,) = compute(selection or Selection(), (key,), folder)
    return result


def shapes(spec) -> str:
    return json.dumps(spec, ensure_ascii=False)


def test_each_figure_has_the_wave_before_on_the_same_selection(waves):
    result = one(waves)
    assert (result.wave, result.earlier.wave) == ("2027", "2025")
    assert (result.items[0].count, result.earlier.items[0].count) == (30, 20)
    assert result.earlier.earlier is None
    narrowed = one(waves, selection=Selection(departements=("01",)))
    assert narrowed.earlier.base.n == narrowed.base.n == 3
    assert result.to_dict()["earlier"]["items"][0]["count"] == 20


def test_a_line_only_where_wording_and_base_are_the_same(waves, reworded):
    assert one(waves).joined
    assert one(waves, "legal-status").joined
    assert not one(waves, "pooling").joined
    changed = one(reworded)
    assert changed.earlier is not None and not changed.joined


def test_the_directory_has_no_wave(waves):
    assert one(waves, "poles-by-sector").earlier is None


@pytest.mark.slow
def test_the_chart_has_a_hollow_mark_and_a_line_or_none(waves, reworded):
    joined, apart = (charts.spec(one(folder)) for folder in (waves, reworded))
    assert '"earlier"' in shapes(joined) and '"joint"' in shapes(joined)
    assert '"earlier"' in shapes(apart) and '"joint"' not in shapes(apart)
    assert "vague\u00a02025" in shapes(joined)
    row = charts.records(one(waves))[0]
    assert (row["value"], row["earlier"], row["joint"]) == (0.75, 0.5, 0.5)
    row = charts.records(one(reworded))[0]
    assert (row["earlier"], row["joint"]) == (0.5, None)
    assert '"earlier"' not in shapes(charts.spec(one(waves, "poles-by-sector")))


def test_tables_files_and_words_say_both(waves, reworded):
    result = one(waves)
    written = render(figure_table.figure_table(result))
    assert "Vague\u00a02025" in written and "50,0\u202f%" in written
    assert "Un trait relie les deux" in text([figure_words.foot(result)])
    assert "vague\u00a02025\u00a0: 50,0\u202f%" in wording.alternative(result)
    assert "Rien ne les relie" in wording.sentence(one(reworded))
    assert "part (%), vague précédente" in exports.csv_standard(result).decode()
    assert exports.png(result).startswith(b"\x89PNG")


def test_what_one_wave_masks_is_not_drawn_for_the_other(tmp_path):
    into = tmp_path / "data"
    for wave, yes in (("2025", 1), ("2027", 30)):
        import_survey(surveys.folder(tmp_path / wave, surveys.survey(40, yes)), wave, into, policy=Policy.THRESHOLD)
    result = one(into)
    assert result.earlier.items[0].masked
    assert charts.records(result)[0]["earlier"] is None
    assert "masqué" in wording.earlier_text(result, result.items[0])


def test_pages_show_both(root, waves, monkeypatch):
    monkeypatch.setenv("PTCE_DATA", str(waves))
    app = AppTest.from_file(str(root / "ptce_data/views/app/main.py"), default_timeout=60)
    app.switch_page(str(root / "pages/effets.py")).run()
    assert not app.exception
    said = "\n".join(part.proto.body for part in app.get("html"))
    assert "La vague 2025 est montrée à côté" in said
    assert "base\u00a0: 40\u00a0structures" in said
