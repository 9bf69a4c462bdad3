"""The header of a coordinator's file: columns about structures, and in a CSV columns about the pole."""

from dataclasses import dataclass, replace

from ptce_data.intake.cell_faults import shortened
from ptce_data.intake.cell_values import cell_text
from ptce_data.intake.column_matching import Column, match_columns
from ptce_data.intake.fields import POLE_COLUMNS, POLE_FIELDS, STRUCTURE_FIELDS
from ptce_data.intake.findings import Findings
from ptce_data.intake.intake_limits import MAX_NAME
from ptce_data.intake.refused_files import RefusedFile
from ptce_data.spreadsheets.grid import Grid
from ptce_data.texts.formats import listing, quoted

#: Key of a column → the field that it is about.
_POLE_FIELD = {column.key: field for column, field in zip(POLE_COLUMNS, POLE_FIELDS, strict=True)}


@dataclass(frozen=True)
class Header:
    """Row of the header, columns about structures, columns about the pole (`pole_…`)."""

    row: int
    structures: tuple[Column, ...]
    pole: tuple[Column, ...]


def find_header(grid: Grid, findings: Findings) -> Header:
    """The header of a sheet of structures; its faults are added. Raises RefusedFile when no column is recognised."""
    match = match_columns(grid, STRUCTURE_FIELDS + POLE_COLUMNS)
    if not match.columns:
        words = shortened(" | ".join(cell_text(cell)[:MAX_NAME] for cell in grid.rows.get(match.row, {}).values()))
        seen = f" (première ligne lue : {quoted(words)})" if words else ""
        raise RefusedFile(
            f"aucune colonne du modèle n’est reconnue{seen}",
            f"mettre en tête de colonne les titres du modèle : {quoted('Nom')}, {quoted('Département')}…",
        )
    match.add_faults(findings, grid, ", colonne laissée de côté", ", seule la première est lue")
    if match.unknown:
        unknown = [quoted(shortened(header)) for header in match.unknown[:10]]
        findings.notes.append(f"Colonnes étrangères au modèle, laissées de côté : {listing(unknown)}.")
    structures = tuple(column for column in match.columns if column.field.key not in _POLE_FIELD)
    pole = tuple(
        replace(column, field=_POLE_FIELD[column.field.key])
        for column in match.columns
        if column.field.key in _POLE_FIELD
    )
    return Header(match.row, structures, pole)
