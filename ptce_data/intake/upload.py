"""From a coordinator's file to UserPole: opened safely, checked by the codebook; faults are listed, the rest read."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from ptce_data.datasets.faults import Fault
from ptce_data.intake import fields
from ptce_data.intake.cell_faults import shortened
from ptce_data.intake.findings import Findings
from ptce_data.intake.members import count_members
from ptce_data.intake.pole_lines import read_pole_facts
from ptce_data.intake.refused_files import RefusedFile, open_sheets
from ptce_data.intake.upload_header import find_header
from ptce_data.schema.user_pole import UserPole
from ptce_data.spreadsheets import Grid
from ptce_data.texts.formats import spaced
from ptce_data.texts.plain import plain


@dataclass(frozen=True)
class Upload:
    """The result of reading a file.

    pole: None when the file was refused; `faults` then holds the one reason. Otherwise faults are CellFaults, and
    one Fault more when too many to be listed. rows_read: rows with a cell about a structure; rows_kept: those
    counted. notes: remarks that are no faults.
    """

    pole: UserPole | None
    faults: tuple[Fault, ...] = ()
    rows_read: int = 0
    rows_kept: int = 0
    notes: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        return self.pole is None


def read_upload(name: str, content: bytes) -> Upload:
    """Read an XLSX, an ODS or a CSV. Never raises for what the file holds; nothing of it is written or logged."""
    name = shown_name(name)
    try:
        return _read(name, open_sheets(name, content))
    except RefusedFile as refusal:
        return Upload(None, (refusal.fault(name),))


def _read(name: str, grids: tuple[Grid, ...]) -> Upload:
    findings = Findings(name)
    main, about = choose_sheets(grids)
    header = find_header(main, findings)
    facts = read_pole_facts(about, main, header, findings)
    counted = count_members(main, header, findings)
    pole = UserPole(**facts, structures=counted.rows_kept, tallies=counted.tallies)
    notes = tuple(map(spaced, findings.notes))
    return Upload(pole, findings.faults, counted.rows_read, counted.rows_kept, notes)


def choose_sheets(grids: tuple[Grid, ...]) -> tuple[Grid, Grid | None]:
    """The sheet of structures and the sheet about the pole: by their names, or the first for the structures.

    Raises RefusedFile when there is nothing to read.
    """
    named = {plain(grid.name): grid for grid in reversed(grids)}
    about = named.get(plain(fields.POLE_SHEET))
    aside = {plain(words) for words in (fields.POLE_SHEET, fields.HELP_SHEET, fields.LISTS_SHEET)}
    others = [grid for grid in grids if plain(grid.name) not in aside]
    main = named.get(plain(fields.STRUCTURES_SHEET)) or next((grid for grid in others if grid.rows), None)
    if main is None or not main.rows:
        raise RefusedFile(
            "la feuille des structures est vide", "écrire une ligne par structure membre, sous les titres"
        )
    return main, about


def shown_name(name: str) -> str:
    """A file's name as it may be shown: without its folders, one line, not too long, its extension kept."""
    path = PurePosixPath(name.replace("\\", "/").replace("\0", ""))
    return f"{shortened(path.stem) or 'fichier'}{shortened(path.suffix, 12)}"
