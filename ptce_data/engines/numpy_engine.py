"""Small files, counted in memory with NumPy: a page of the bundled data takes a millisecond or two.

DuckDB needs longer than that to plan a page's statement, whatever the number of rows. The vocabulary is the same,
and a test asks both engines the same questions.
"""

from dataclasses import fields
from pathlib import Path

from ptce_data.engines import counting, linking
from ptce_data.engines.filtering import Kept
from ptce_data.engines.vocabulary import (
    Amounts,
    Ask,
    Count,
    Crossing,
    GroupSizes,
    Linked,
    Names,
    Population,
    Records,
    Reply,
)


class MemoryEngine:
    """Thread-safe: tables are only ever added to, and a column coded twice is coded alike."""

    def __init__(self, url: str = "memory://"):
        pass

    def ask(self, populations: tuple[Population, ...], folder: Path | None = None) -> Reply:
        reply: dict[str, dict] = {field.name: {} for field in fields(Reply)}
        for population in populations:
            kept = Kept(population, folder)
            for ask in population.asks:
                _answer(kept, ask, reply)
        return Reply(**reply)


def _answer(kept: Kept, ask: Ask, reply: dict[str, dict]) -> None:
    match ask:
        case Count():
            reply["counts"][ask.key] = counting.count(kept, ask)
            if kept.keyed:
                reply["cell_keys"][ask.key] = counting.count_keys(kept, ask)
        case GroupSizes():
            reply["sizes"][ask.key] = counting.group_sizes(kept, ask)
            if kept.keyed and ask.keys:
                reply["cell_keys"][ask.key] = counting.group_keys(kept, ask)
        case Names():
            reply["names"][ask.key] = counting.names(kept, ask)
        case Records():
            reply["records"][ask.key] = counting.records(kept, ask)
        case Crossing():
            reply["linked"][ask.key] = counting.crossing(kept, ask)
        case Linked():
            reply["linked"][ask.key] = linking.linked(kept, ask)
        case Amounts():
            reply["amounts"][ask.key] = linking.amounts(kept, ask)
