"""The published figures, found by identifier, written as printed, with their source."""

from dataclasses import dataclass

from ptce_data import texts
from ptce_data.datasets import reading
from ptce_data.datasets.faults import DataError, Fault
from ptce_data.results import wording
from ptce_data.views.components.blocks import outside_link
from ptce_data.views.live import Tree


@dataclass(frozen=True)
class Figure:
    """One published figure; `value` as written for readers."""

    figure_id: str
    survey: str
    date: str
    topic: str
    item: str
    value: str
    unit: str
    base: str
    url: str


def figures() -> dict[str, Figure]:
    """Every published figure, by identifier, in the order of the file. Raises DataError."""
    frame = reading.read("figures")
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return {row["figure_id"]: _figure(row) for row in rows}


def found(book: dict[str, Figure], figure_id: str) -> Figure:
    """One figure; DataError when the file has lost it: the page's sentences rely on it."""
    if figure_id not in book:
        remedy = "rendre sa ligne à data/facts/figures.csv, puis « python -m ptce_data build »"
        raise DataError((Fault("figures.parquet", "figure_id", None, f"chiffre {figure_id!r} absent", remedy),))
    return book[figure_id]


def source_link(url: str) -> Tree:
    """A link that names the site read; the text alone where it is no address of the web."""
    return outside_link(wording.site(url) if url.startswith(("https://", "http://")) else url, url)


def _figure(row: dict) -> Figure:
    return Figure(
        row["figure_id"],
        row["survey"],
        row["date"] or "",
        row["topic"],
        row["item"],
        texts.typographic(row["value_text"] or _written(row["value"], row["unit"])),
        row["unit"] or "",
        row["base_as_stated"] or "",
        row["source_url"],
    )


def _written(value: float | None, unit: str | None) -> str:
    if value is None:
        return ""
    if unit == "année":
        return str(int(value))  # a year has no thousands
    return texts.number(value, 0 if value == int(value) else 1)
