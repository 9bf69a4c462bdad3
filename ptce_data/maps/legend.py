"""The legend of the map: the sectors of the poles that are drawn, most frequent first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ptce_data import palette
from ptce_data.poles.directory import Pole
from ptce_data.schema.codes import SECTORS


@dataclass(frozen=True)
class Entry:
    """One sector: its sign and colour on the map, its label, and how many poles are drawn with it."""

    code: str
    sign: str
    colour: str
    label: str
    count: int


def legend(poles: Iterable[Pole]) -> tuple[Entry, ...]:
    """The main sectors of the located poles among `poles`; the editorial order settles ties."""
    counts = Counter(pole.main_sector for pole in poles if pole.located)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], SECTORS.order(item[0])))
    return tuple(
        Entry(code, palette.SECTOR_SIGNS[code], palette.SECTOR_COLOURS[code], SECTORS.label(code), count)
        for code, count in ranked
    )
