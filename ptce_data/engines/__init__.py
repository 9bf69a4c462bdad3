"""The only place that knows which engine answers.

Indicators and pages speak the vocabulary below and call `ask`; another engine (a Spark or Trino cluster, say)
is one entry of ENGINES and one class with `ask(populations, folder) -> Reply`.
"""

import os
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

from ptce_data.engines.vocabulary import (
    KEY_COLUMN,
    KEY_MODULUS,
    NOT_RECORDED,
    Amounts,
    AmountsRow,
    Ask,
    Condition,
    Count,
    Criterion,
    Crossing,
    GroupSizes,
    Linked,
    LinkedRow,
    Names,
    Population,
    Records,
    Reply,
)

__all__ = [
    "KEY_COLUMN",
    "KEY_MODULUS",
    "NOT_RECORDED",
    "Amounts",
    "AmountsRow",
    "Ask",
    "Condition",
    "Count",
    "Criterion",
    "Crossing",
    "EngineError",
    "GroupSizes",
    "Linked",
    "LinkedRow",
    "Names",
    "Population",
    "Records",
    "Reply",
    "ask",
]

#: Environment variable that names the engine by its URL.
URL_VARIABLE = "PTCE_ENGINE"

DEFAULT_URL = "duckdb://"

#: Scheme of the URL → (module, class). Imported when chosen: an engine is a heavy package.
ENGINES = {
    "duckdb": ("ptce_data.engines.duckdb_engine", "DuckDBEngine"),
    "memory": ("ptce_data.engines.numpy_engine", "MemoryEngine"),
}


class EngineError(Exception):
    """The engine can't be chosen; the message is in French and says the remedy."""


class Engine(Protocol):
    def ask(self, populations: tuple[Population, ...], folder: Path | None) -> Reply: ...


@cache
def _engine(url: str) -> Engine:
    scheme = url.partition("://")[0] if "://" in url else ""
    if scheme not in ENGINES:
        known = ", ".join(f"{name}://" for name in ENGINES)
        raise EngineError(
            f"{URL_VARIABLE}\u00a0: moteur inconnu «\u202f{url[:80]}\u202f». Moteurs connus\u00a0: {known}. "
            f"Remède\u00a0: corriger la variable d’environnement {URL_VARIABLE}, ou la retirer."
        )
    module, name = ENGINES[scheme]
    return getattr(import_module(module), name)(url)


def ask(populations: tuple[Population, ...], folder: Path | None = None) -> Reply:
    """One question: everything that a page must count, over the files of `folder` (the bundled data by default).

    Raises DataError where a file can't be used, EngineError where PTCE_ENGINE names no engine.
    """
    return _engine(os.environ.get(URL_VARIABLE) or DEFAULT_URL).ask(populations, folder)
