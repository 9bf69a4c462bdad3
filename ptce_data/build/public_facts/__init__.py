"""Public facts: from the lines of a CSV to rows that keep the contract; a module per table that needs its own."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ptce_data.build.public_facts import (
    commune_facts,
    contract_facts,
    figure_facts,
    neighbourhood_facts,
    pole_facts,
    territory_facts,
)
from ptce_data.datasets.catalogue import DATASETS, SAMPLE
from ptce_data.datasets.faults import DataError, Fault


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

    places = attempt(commune_facts.rows)
    quarters = attempt(neighbourhood_facts.rows, places)
    built = {
        "poles": attempt(pole_facts.rows, places, quarters),
        "figures": attempt(figure_facts.rows),
        "neighbourhoods": quarters,
        "communes": places,
        "territories": attempt(territory_facts.rows, places),
    }
    for dataset in DATASETS:
        if dataset.key not in built and dataset.key not in SAMPLE:
            built[dataset.key] = attempt(partial(contract_facts.rows, table=dataset.table))
    if faults:
        raise DataError(tuple(faults))
    return built
