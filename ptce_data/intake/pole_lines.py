"""Facts about the pole itself: the lines of its sheet, or the columns `pole_…` of a CSV."""

from collections.abc import Iterator

from ptce_data.intake.cell_values import InvalidValue, Value, cell_text, title_words
from ptce_data.intake.column_matching import closest_field, field_names
from ptce_data.intake.fields import POLE_FIELDS, Field
from ptce_data.intake.findings import Findings
from ptce_data.intake.upload_header import Header
from ptce_data.spreadsheets.grid import Grid
from ptce_data.texts.formats import quoted

#: Lines read in the sheet of the pole: six are expected, remarks may stand around them.
_LINES = 60

#: Where a fact is written: sheet, row, column from 0, and the words that name it there.
Place = tuple[Grid, int, int, str]


def read_pole_facts(sheet: Grid | None, main: Grid, header: Header, findings: Findings) -> dict[str, Value]:
    """Facts of the pole by key of POLE_FIELDS; what is empty or faulty isn't there. The pole's sheet comes first."""
    facts: dict[str, Value] = {}
    places: dict[str, Place] = {}
    for field, place in (*_lines(sheet, findings), *_columns(main, header)):
        grid, row, column, words = place
        value = findings.read(field, grid, row, column, words)
        if value is None:
            continue
        if field.key not in facts:
            facts[field.key], places[field.key] = value, place
        elif value != facts[field.key]:
            first = places[field.key]
            rule = f"autre valeur que celle lue plus haut, {quoted(cell_text(_cell(first))[:60])}, qui est gardée"
            _fault(findings, place, InvalidValue(rule, lambda: "la même valeur partout, ou une seule fois"))
    _check_coordination(facts, places, findings)
    return facts


def _lines(sheet: Grid | None, findings: Findings) -> Iterator[tuple[Field, Place]]:
    """A label, then its value in the next filled cell of the row."""
    if sheet is None:
        return
    names = field_names(POLE_FIELDS)
    for row, cells in sorted(sheet.rows.items())[:_LINES]:
        places = sorted(cells)
        label = cell_text(cells[places[0]])
        field = names.get(title_words(label))
        if field is None and len(places) > 1 and (near := closest_field(title_words(label), names)):
            wrong = InvalidValue("intitulé inconnu, ligne laissée de côté", lambda near=near: quoted(near.label))
            findings.add(sheet, row, places[0], label, cells[places[0]], wrong)
        if field is not None and len(places) > 1:
            yield field, (sheet, row, places[1], label)


def _columns(grid: Grid, header: Header) -> Iterator[tuple[Field, Place]]:
    for row in sorted(grid.rows):
        if row > header.row:
            for column in header.pole:
                if column.place in grid.rows[row]:
                    yield column.field, (grid, row, column.place, column.header)


def _check_coordination(facts: dict[str, Value], places: dict[str, Place], findings: Findings) -> None:
    total, part = facts.get("fte_total"), facts.get("fte_coordination")
    if isinstance(total, float) and isinstance(part, float) and part > total:
        wrong = InvalidValue(
            "plus d’ETP d’animation que d’ETP en tout", lambda: "une part du total, ou un total plus grand"
        )
        _fault(findings, places["fte_coordination"], wrong)
        del facts["fte_coordination"]


def _fault(findings: Findings, place: Place, wrong: InvalidValue) -> None:
    grid, row, column, words = place
    findings.add(grid, row, column, words, _cell(place), wrong)


def _cell(place: Place):
    grid, row, column, _ = place
    return grid.rows[row][column]
