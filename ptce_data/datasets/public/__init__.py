"""Public facts: one module per table, from the lines of its CSV to rows that keep the contract."""

from collections.abc import Callable
from pathlib import Path

from ptce_data.datasets.faults import DataError, Fault
from ptce_data.datasets.public import communes, figures, neighbourhoods, poles, territories


def tables(folder: Path) -> dict[str, list[dict]]:
    """Rows of every public table, by key, from `folder`/facts and `folder`/outlines.

    Raises DataError with the faults of every file at once; a table that needs a faulty one isn't tried.
    """
    faults: list[Fault] = []

    def attempt(rows: Callable[..., list[dict]], *needed: list[dict] | None) -> list[dict] | None:
        if any(other is None for other in needed):
            return None
        try:
            return rows(folder, *needed)
        except DataError as error:
            faults.extend(error.faults)
            return None

    places = attempt(communes.rows)
    quarters = attempt(neighbourhoods.rows, places)
    built = {
        "poles": attempt(poles.rows, places, quarters),
        "figures": attempt(figures.rows),
        "neighbourhoods": quarters,
        "communes": places,
        "territories": attempt(territories.rows, places),
    }
    if faults:
        raise DataError(tuple(faults))
    return built
