"""What the reading of a file adds up: faults, each at its cell, and notes, which are no faults."""

from ptce_data.datasets.faults import Fault
from ptce_data.intake.cell_faults import CellFault
from ptce_data.intake.cell_values import InvalidValue, Value, cell_text, parse_cell
from ptce_data.intake.fields import Field
from ptce_data.intake.intake_limits import MAX_FAULTS
from ptce_data.spreadsheets.grid import Cell, Grid
from ptce_data.texts.formats import number

#: Characters kept of a faulty value.
MAX_SEEN = 200


class Findings:
    """The faults of one file, sheet by sheet and row by row; beyond MAX_FAULTS they are only counted."""

    def __init__(self, file: str):
        self._file = file
        self._faults: list[CellFault] = []
        self._beyond = 0
        # Values of this file only: they are dropped with it, so that nothing of a file is shared with another reader.
        self._known: dict[tuple[str, str], Value | InvalidValue] = {}
        self.notes: list[str] = []

    @property
    def faults(self) -> tuple[Fault, ...]:
        listed = sorted(self._faults, key=lambda fault: (fault.sheet, fault.row, fault.place))
        if not self._beyond:
            return tuple(listed)
        rule = f"{number(self._beyond)} autres défauts ne sont pas listés"
        remedy = "corriger ceux-ci, puis déposer le fichier à nouveau"
        return (*listed, Fault(self._file, None, None, rule, remedy, self._beyond))

    def read(self, field: Field, grid: Grid, row: int, place: int, header: str) -> Value:
        """The value of a cell; None where it is empty, or faulty: then the fault is added."""
        cell = grid.rows.get(row, {}).get(place)
        if cell is None:
            return None
        value = self._parsed(field, cell_text(cell))
        if isinstance(value, InvalidValue):
            self.add(grid, row, place, header, cell, value)
            return None
        return value

    def _parsed(self, field: Field, text: str) -> Value | InvalidValue:
        """The value of a text, parsed once: in five thousand rows most texts are "oui" or "non"."""
        key = (field.label, text)
        if key not in self._known:
            try:
                self._known[key] = parse_cell(field, text)
            except InvalidValue as wrong:
                self._known[key] = wrong.with_traceback(None)
        return self._known[key]

    def add(self, grid: Grid, row: int, place: int, header: str, cell: Cell, wrong: InvalidValue) -> None:
        if len(self._faults) >= MAX_FAULTS:
            self._beyond += 1
            return
        self._faults.append(
            CellFault(
                self._file, header, row, wrong.rule, wrong.remedy, 1, grid.name, place, cell_text(cell)[:MAX_SEEN]
            )
        )
