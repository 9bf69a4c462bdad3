"""Where things go in a chart of rows, in pixels from its top: a line of words, then its bar, row after row."""

import textwrap
from dataclasses import dataclass

LINE = 18  # height of a line of words
CHARACTERS = 48  # a longer label takes a second line: what fits a phone's 330 pixels
HEADER = 28  # the line that names the columns
HEADING = 26  # a line that opens a group of rows
BAR = 12  # thickness of a bar
WORDS_TO_BAR = 19  # from the middle of the last line of words to the middle of the bar
INTERVAL = 12  # from the middle of the bar to its interval
JOINT = 8  # from the middle of the bar up to the mark of the wave before
GAP = 30  # from the middle of a bar to the middle of the next row's first line
COLUMN = 66  # width of a column of numbers, at the right of the bars


@dataclass(frozen=True)
class Place:
    """One row: its wrapped label, the middle of its first line and of its bar; `heading` opens a group above it."""

    label: str
    words: float
    bar: float
    heading: float | None = None


def wrapped(label: str) -> str:
    """The label on as many lines as it needs, separated by a line feed."""
    return "\n".join(textwrap.wrap(label, CHARACTERS, break_long_words=True)) or label


def places(labels: tuple[str, ...], headed: frozenset[int] = frozenset()) -> tuple[tuple[Place, ...], int]:
    """Every row's place, and the height of the whole. `headed` are the rows that a heading comes before."""
    found = []
    y = HEADER
    for index, label in enumerate(map(wrapped, labels)):
        heading = y + HEADING / 2 if index in headed else None
        words = y + (HEADING if index in headed else 0) + LINE / 2
        bar = words + LINE * label.count("\n") + WORDS_TO_BAR
        found.append(Place(label, words, bar, heading))
        y = bar + GAP - LINE / 2
    return tuple(found), round(y)


def name_width(name: str) -> int:
    """About how wide the name of a column is, in pixels: its swatch goes before it."""
    return round(6.1 * len(name))
