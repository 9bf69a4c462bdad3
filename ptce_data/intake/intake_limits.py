"""Limits of what is read from a coordinator's file, and the limits of the file itself in words."""

from ptce_data.spreadsheets import file_limits
from ptce_data.texts.formats import NBSP, number

#: Characters of one name that is kept.
MAX_NAME = 200

#: Faults listed one by one; beyond, one line says how many others there are.
MAX_FAULTS = 1_000

#: Bytes of a file of saved answers, and structures that one pole may have.
MAX_SAVED = 200_000
MAX_STRUCTURES = 100_000


def limits_in_words() -> str:
    """`5 Mo, 5 000 lignes, 200 colonnes et 300 000 cellules remplies au plus`."""
    return (
        f"{number(file_limits.MAX_BYTES // file_limits.MEGABYTE)}{NBSP}Mo, "
        f"{number(file_limits.MAX_ROWS)}{NBSP}lignes, {number(file_limits.MAX_COLUMNS)}{NBSP}colonnes "
        f"et {number(file_limits.MAX_CELLS)}{NBSP}cellules remplies au plus"
    )
