"""Données et méthode: every section, with sound data and with a broken file; every table to take away."""

import io
import shutil

import pandas as pd
import pyarrow.parquet as pq
import pytest
from streamlit.testing.v1 import AppTest

from ptce_data.datasets.catalogue import DATASET, DATASETS
from ptce_data.datasets.reading import read
from ptce_data.engines import KEY_COLUMN
from ptce_data.exports import Kind, formats
from ptce_data.views.pages.donnees import grim_section, pole_counts

FORMAT = {one.key: one for one in formats(Kind.DATASET)}


def opened(root) -> AppTest:
    app = AppTest.from_file(str(root / "ptce_data/views/app/main.py"), default_timeout=30)
    app.switch_page(str(root / "pages/donnees.py"))
    return app.run()


def html(app: AppTest) -> str:
    return "\n".join(part.proto.body for part in app.get("html"))


def files(app: AppTest) -> list[str]:
    return [button.key for button in app.get("download_button") if (button.key or "").startswith("table-file-")]


def test_every_section_is_drawn_and_linked(root):
    app = opened(root)
    assert not app.exception and not app.error
    headings = [header.value for header in app.header]
    assert len(headings) == len(set(headings)) == 9
    contents = next(part.value for part in app.markdown if "](#" in part.value)
    assert all(f"[{heading}](#" in contents for heading in headings)
    assert all(f"(#{header.anchor})" in contents for header in app.header)


def test_every_dataset_shows_its_source_licence_and_gaps(root):
    words = html(opened(root))
    for dataset in DATASETS:
        assert dataset.gaps in words
        assert dataset.source.licence in words


def test_counts_are_dated_sourced_and_never_drawn(root):
    app = opened(root)
    assert not app.get("vega_lite_chart") and not app.get("arrow_vega_lite_chart")
    found = pole_counts.counts()
    assert {figure.value for figure in found} >= {"160", "56", "140", "218", "300", "200–300", "> 130"}
    assert [figure.date for figure in found] == sorted(figure.date for figure in found)
    assert all(figure.date and figure.url.startswith("http") for figure in found)
    words = html(app)
    assert "<dt>octobre 2023</dt><dd><strong>218 pôles</strong>" in words


def test_years_and_amounts_are_written_in_french(root):
    words = html(opened(root))
    assert "sur des données de 2015" in words
    assert "3\u202f000\u202f000\u202f€" in words


def test_impossible_percentages_are_said_impossible():
    rows = {row[:2]: row[2:] for lines in grim_section.rows().values() for row in lines}
    assert (len(grim_section.rows()), len(rows)) == (4, 15)
    assert rows["Mutualisation", "82\u202f%"] == ("impossible", "153 ou 154")
    assert rows["Lieux", "58\u202f%"] == ("14", "108 ou 109")
    assert not any(on_structures == "impossible" for _, on_structures in rows.values())


def test_every_table_can_be_taken_away(root):
    expected = [
        f"table-file-ptce-{dataset.key}.{end}" for dataset in DATASETS for end in ("excel.csv", "csv", "parquet")
    ]
    assert files(opened(root)) == [*expected, "table-file-datapackage.json"]


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.key)
def test_a_table_as_csv_has_every_row_and_column(dataset):
    frame = read(dataset.key)
    standard = pd.read_csv(io.BytesIO(FORMAT["csv"].make(Kind.DATASET, dataset.key)), dtype=str, keep_default_na=False)
    assert list(standard.columns) == [column for column in frame.columns if column != KEY_COLUMN]
    assert len(standard) == len(frame)
    first = dataset.table.columns[0].name
    assert standard[first].tolist() == frame[first].tolist(), "codes keep their leading zeros"
    assert FORMAT["excel"].make(Kind.DATASET, dataset.key).startswith("\ufeff".encode())


def test_a_broken_file_is_said_and_the_rest_goes_on(root, copied_data, monkeypatch):
    path = copied_data / "figures.parquet"
    path.write_bytes(path.read_bytes()[:500])
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root)
    assert not app.exception
    assert len(app.header) == 9
    assert app.error and all("figures.parquet" in error.value and "Remède" in error.value for error in app.error)
    assert len(files(app)) == len(FORMAT) * (len(DATASETS) - 1) + 1


def test_a_lost_figure_is_named(root, copied_data, monkeypatch):
    path = copied_data / "figures.parquet"
    table = pq.read_table(path)
    kept = [name != "aap-2013-laureats" for name in table.column("figure_id").to_pylist()]
    pq.write_table(table.filter(kept), path)
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    (error,) = opened(root).error
    assert "aap-2013-laureats" in error.value


def test_html_in_a_figure_is_shown_as_text(root, copied_data, monkeypatch):
    path = copied_data / "figures.parquet"
    table = pq.read_table(path)
    at = table.column("topic").to_pylist().index("dénombrement")
    for name, value in (("item", "<img src=x onerror=alert(1)>"), ("source_url", "javascript:alert(1)")):
        values = table.column(name).to_pylist()
        values[at] = value
        table = table.set_column(table.column_names.index(name), name, [values])
    pq.write_table(table, path)
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    words = html(opened(root))
    assert "<img" not in words and "&lt;img src=x onerror=alert(1)&gt;" in words
    assert 'href="javascript' not in words


def test_a_folder_without_description_offers_none(root, copied_data, monkeypatch):
    (copied_data / "datapackage.json").unlink()
    shutil.rmtree(copied_data / "facts")
    monkeypatch.setenv("PTCE_DATA", str(copied_data))
    app = opened(root)
    assert not app.error
    assert "table-file-datapackage.json" not in files(app)
    assert DATASET["poles"].gaps in html(app)
