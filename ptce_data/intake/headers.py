"""Which row is the header, and which column is which field: in any order, by label or by code."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache, partial

from ptce_data.intake.cell_faults import shortened
from ptce_data.intake.cell_values import Wrong, heading, written
from ptce_data.intake.code_names import closest
from ptce_data.intake.fields import POLE_FIELDS, POLE_PREFIX, REMARKS, STRUCTURE_FIELDS, Field
from ptce_data.intake.findings import Findings
from ptce_data.intake.intake_limits import MAX_NAME
from ptce_data.intake.refused_files import RefusedFile
from ptce_data.spreadsheets.file_limits import HEADING_ROWS
from ptce_data.spreadsheets.grid import Cell, Grid
from ptce_data.texts.formats import listing, quoted
from ptce_data.texts.plain import plain

#: An unknown header is taken for a misspelt one only when it looks this much like it.
_SURE = 0.8


@dataclass(frozen=True)
class Column:
    """A column that was recognised: its place from 0, its field, its header as it was written."""

    place: int
    field: Field
    header: str


@dataclass(frozen=True)
class Header:
    """Row of the header, columns about structures, columns about the pole (`pole_…`)."""

    row: int
    structures: tuple[Column, ...]
    pole: tuple[Column, ...]


def find(grid: Grid, findings: Findings) -> Header:
    """The header among the first rows: the one that names most fields. Raises RefusedFile when none does."""
    candidates = [row for row in sorted(grid.rows) if row <= HEADING_ROWS + 1]
    row = max(candidates, key=lambda at: (_recognised(grid.rows[at]), -at), default=0)
    if not row or not _recognised(grid.rows[row]):
        first = grid.rows[candidates[0]].values() if candidates else ()
        words = shortened(" | ".join(written(cell)[:MAX_NAME] for cell in first))
        seen = f" (première ligne lue : {quoted(words)})" if words else ""
        raise RefusedFile(
            f"aucune colonne du modèle n’est reconnue{seen}",
            f"mettre en tête de colonne les titres du modèle : {quoted('Nom')}, {quoted('Département')}…",
        )
    return _columns(grid, row, findings)


def _columns(grid: Grid, row: int, findings: Findings) -> Header:
    found: dict[str, list[Column]] = {"structures": [], "pole": []}
    taken: set[tuple[str, str]] = set()
    ignored = []
    for place, cell in sorted(grid.rows[row].items()):
        header = written(cell)
        words = heading(cell)
        match = _names().get(words)
        if match is None:
            near = None if words == plain(REMARKS) else closest(words, _names(), _SURE)
            if near:
                wrong = Wrong("titre de colonne inconnu, colonne laissée de côté", partial(_title, *_names()[near]))
                findings.add(grid, row, place, header, cell, wrong)
            elif words != plain(REMARKS):
                ignored.append(quoted(shortened(header)))
        elif (match[0], match[1].key) in taken:
            wrong = Wrong("colonne présente deux fois, seule la première est lue", lambda: "une seule de ces colonnes")
            findings.add(grid, row, place, header, cell, wrong)
        else:
            taken.add((match[0], match[1].key))
            found[match[0]].append(Column(place, match[1], header))
    if ignored:
        findings.notes.append(f"Colonnes étrangères au modèle, laissées de côté : {listing(ignored[:10])}.")
    return Header(row, tuple(found["structures"]), tuple(found["pole"]))


def _recognised(cells: dict[int, Cell]) -> int:
    return sum(heading(cell) in _names() for cell in cells.values() if isinstance(cell, str))


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, Field]]:
    """Plain header → (which part, field). A short name that two fields share answers to neither."""
    certain = {plain(words): ("structures", field) for field in STRUCTURE_FIELDS for words in (field.label, field.key)}
    short = Counter(name for field in STRUCTURE_FIELDS for name in {plain(words) for words in field.names})
    for field in STRUCTURE_FIELDS:
        for name in map(plain, field.names):
            if short[name] == 1:
                certain.setdefault(name, ("structures", field))
    for field in POLE_FIELDS:
        certain |= {plain(name): ("pole", field) for name in pole_names(field)}
    return certain


def _title(part: str, field: Field) -> str:
    return quoted(field.label if part == "structures" else pole_names(field)[0])


def pole_names(field: Field) -> tuple[str, ...]:
    """Headers of a CSV's column about the pole; the first one is the template's."""
    return tuple(f"{POLE_PREFIX}{words.replace(' ', '_')}" for words in (*field.names, field.key, field.label))
