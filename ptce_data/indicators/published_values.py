"""Published values, read from the figures table: the reference marks, and the frames the sample was drawn from."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ptce_data.datasets import reading
from ptce_data.results import Source
from ptce_data.texts import listing, published_percent

#: figure_id of the population that each unit was drawn from.
FRAMES = {
    "structure": "labo-2017-methode-structures-echantillon",
    "pole": "labo-2017-methode-ptce-recenses-france",
}

_UNCERTAIN_FIRST = ("impossible", "unstated", "stated")


@dataclass(frozen=True)
class Published:
    """What a source printed for one indicator. percents: item code → percentage as printed.

    words: item code → what was printed in place of that percentage ("deux tiers"); amounts: what was printed in
    another unit, in words; certainty: that of most values, the least sure where as many; note: the base of the
    others, as the source says it; source: the page of most items first.
    """

    percents: dict[str, float]
    words: dict[str, str]
    amounts: tuple[str, ...]
    certainty: str
    note: str
    source: Source


@dataclass(frozen=True)
class Figures:
    """The figures table, ready to be asked: by indicator, the frames by unit, and the source of the survey itself."""

    by_indicator: dict[str, Published]
    frames: dict[str, int]
    survey: Source | None


def figures(folder: Path | None) -> Figures:
    """The published figures of a data folder, read once per version of the file. Raises DataError."""
    path = reading.path("figures", folder)
    state = path.stat()
    return _figures(path.parent, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _figures(folder: Path, mtime: int, size: int) -> Figures:
    frame = reading.read("figures", folder)
    frame = frame.astype(object).where(frame.notna(), None)
    rows = frame.sort_values("figure_id").to_dict("records")
    by_indicator: dict[str, list[dict]] = {}
    for row in rows:
        if row["indicator"] and row["value"] is not None:
            by_indicator.setdefault(row["indicator"], []).append(row)
    values = {row["figure_id"]: row["value"] for row in rows}
    return Figures(
        {key: _published(found) for key, found in by_indicator.items()},
        {unit: int(values[figure]) for unit, figure in FRAMES.items() if values.get(figure) is not None},
        next((_source([row]) for row in rows if row["figure_id"] in FRAMES.values()), None),
    )


def _published(rows: list[dict]) -> Published:
    percents, words, amounts = {}, {}, []
    for row in rows:
        if row["unit"] == "%":
            percents.setdefault(row["item_code"], _as_printed(row["value"]))
            if row["value_text"]:
                words.setdefault(row["item_code"], row["value_text"])
        else:
            amount = f"{row['value_text'] or format(row['value'], 'g')} {row['unit'] or ''}".strip()
            amounts.append(f"«\u202f{amount}\u202f»" + (f", {row['base_as_stated']}" if row["base_as_stated"] else ""))
    certainties = Counter(row["base_certainty"] or "unstated" for row in rows)
    certainty = max(_UNCERTAIN_FIRST, key=lambda code: certainties[code])
    return Published(percents, words, tuple(amounts), certainty, _base_note(rows, certainty), _source(rows))


def _base_note(rows: list[dict], certainty: str) -> str:
    """Which values have another base than most, and how the source says it; "" where all are alike."""
    others = [row for row in rows if (row["base_certainty"] or "unstated") != certainty]
    if not others:
        return ""
    bases = {row["base_n"] for row in rows if row not in others and row["base_n"]}
    stated = f"La source dit sa base ({int(*bases)} structures), sauf pour " if len(bases) == 1 else "Base autre pour "
    named = listing([f"{row['item']} ({published_percent(row['value'])})" for row in others])
    said = listing(sorted({f"« {row['base_as_stated']} »" for row in others if row["base_as_stated"]}))
    return f"{stated}{named}{f' : {said}' if said else ''}."


def _source(rows: list[dict]) -> Source:
    """The survey of the page that most rows come from, and the addresses of all their pages."""
    counted = Counter(row["source_url"] for row in rows)
    url, *others = sorted(counted, key=lambda page: (-counted[page], page))
    first = next(row for row in rows if row["source_url"] == url)
    return Source(first["survey"], first["date"] or "", url, more_urls=tuple(others))


def _as_printed(value: float) -> float:
    """57 rather than 57.0: the source prints no decimal that it doesn't know."""
    return int(value) if value == int(value) else value
