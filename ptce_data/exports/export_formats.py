"""Every format that something can be taken away in, declared once: cards, comparisons, tables, the command line.

A format is offered wherever it can be made: it says how, for each kind of thing that it accepts.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import pandas as pd

from ptce_data.disclosure import public_tables
from ptce_data.exports import comparison_files, figure_files, pictures
from ptce_data.exports.csv_tables import table_csv
from ptce_data.results import Result, wording
from ptce_data.texts import NBSP


class Kind(StrEnum):
    """What is taken away, and what a format is given to make a file of it."""

    FIGURE = "figure"  # a Result
    COMPARISON = "comparison"  # a comparison report
    DATASET = "dataset"  # the key of a dataset
    TABLE = "table"  # a function that gives a DataFrame
    COMMAND_LINE = "command line"  # Results, in order


@dataclass(frozen=True)
class Format:
    """One format. key: its name on the command line; label: on the menu of a figure; short: beside a table.

    makes: kind → the function that gives the bytes of a file; a kind that isn't there is not accepted.
    """

    key: str
    label: str
    short: str
    extension: str
    media_type: str
    makes: Mapping[Kind, Callable[..., bytes]]

    def accepts(self, kind: Kind) -> bool:
        return kind in self.makes

    def make(self, kind: Kind, subject: object) -> bytes:
        """The file. Raises KeyError for a kind that it doesn't accept."""
        return self.makes[kind](subject)


def formats(kind: Kind) -> tuple["Format", ...]:
    """The formats that accept a kind of thing, in the order of menus."""
    return tuple(one for one in FORMATS if one.accepts(kind))


def _dataset_csv(key: str, excel: bool) -> bytes:
    """A whole table, without the keys of respondents. Raises DataError."""
    return table_csv(public_tables.frame(key), excel)


def _frame_csv(read: Callable[[], pd.DataFrame], excel: bool) -> bytes:
    return table_csv(read(), excel)


def _results_json(results: tuple[Result, ...]) -> bytes:
    return f"{json.dumps([result.to_dict() for result in results], ensure_ascii=False, indent=2)}\n".encode()


def _results_csv(results: tuple[Result, ...]) -> bytes:
    """One row per item of every Result, with its key; what a page's standard CSV holds."""
    frames = []
    for result in results:
        frame = figure_files.rows(result)
        frame.insert(0, "indicateur", result.key)
        # Columns without any number would be concatenated as a type of their own.
        frames.append(frame.astype(object))
    return table_csv(pd.concat(frames, ignore_index=True), excel=False).replace(b"\r\n", b"\n")


def _results_text(results: tuple[Result, ...]) -> bytes:
    """For people: title, base, one line an item, source."""
    lines = []
    for result in results:
        lines += [wording.title(result), f"  {wording.base_line(result)} ({result.base.population})"]
        width = max((len(item.label) for item in result.items), default=0)
        for item in result.items:
            value = wording.value_text(result, item) or wording.state_text(item)
            mark = f"   publié{NBSP}: {wording.published_text(item)}" if item.published is not None else ""
            lines.append(f"    {item.label.ljust(width)}  {value}{mark}")
        lines += [f"  {result.policy_note}"] if result.policy_note else []
        lines += [f"  Source{NBSP}: {result.source.title}, {result.source.date}", ""]
    return "\n".join(lines).encode()


FORMATS: tuple[Format, ...] = (
    Format(
        "json",
        "Données (JSON)",
        "JSON",
        "json",
        "application/json",
        {Kind.COMMAND_LINE: _results_json},
    ),
    Format(
        "excel",
        "Tableur (CSV pour Excel)",
        "CSV pour Excel",
        "excel.csv",
        "text/csv",
        {
            Kind.FIGURE: figure_files.csv_excel,
            Kind.COMPARISON: partial(comparison_files.csv, excel=True),
            Kind.DATASET: partial(_dataset_csv, excel=True),
            Kind.TABLE: partial(_frame_csv, excel=True),
        },
    ),
    Format(
        "csv",
        "Données (CSV standard)",
        "CSV standard",
        "csv",
        "text/csv",
        {
            Kind.FIGURE: figure_files.csv_standard,
            Kind.COMPARISON: partial(comparison_files.csv, excel=False),
            Kind.DATASET: partial(_dataset_csv, excel=False),
            Kind.TABLE: partial(_frame_csv, excel=False),
            Kind.COMMAND_LINE: _results_csv,
        },
    ),
    Format(
        "png",
        "Image (PNG)",
        "PNG",
        "png",
        "image/png",
        {Kind.FIGURE: pictures.png, Kind.COMPARISON: comparison_files.png},
    ),
    Format(
        "svg",
        "Image vectorielle (SVG)",
        "SVG",
        "svg",
        "image/svg+xml",
        {Kind.FIGURE: pictures.svg},
    ),
    Format(
        "parquet",
        "Données (Parquet)",
        "Parquet",
        "parquet",
        "application/vnd.apache.parquet",
        {Kind.DATASET: public_tables.parquet},
    ),
    Format(
        "table",
        "Texte",
        "Texte",
        "txt",
        "text/plain",
        {Kind.COMMAND_LINE: _results_text},
    ),
)
