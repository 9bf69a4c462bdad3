"""The points of the map as pictures: a disc and its sign in one, so that a pole drawn over another hides it whole.

Letters drawn by the browser would have to be cut out of a font at each visit, then tested for those that overlap:
a quarter of a second before the map is whole.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from html import escape

from ptce_data import palette

#: Pixels of a picture in its file, four times what is drawn, and of the disc in it.
CELL = 72
_DISC = 62
_COLUMNS = 8


def name(sector: str | None, approximate: bool) -> str:
    """The name of a picture: `culture`, `culture-approx`; None is a sector not recorded."""
    return f"{sector}-approx" if approximate else str(sector)


@lru_cache(maxsize=2)
def pictures(theme: str) -> bytes:
    """SVG: every picture, in rows. theme: "light" or "dark"."""
    paper = palette.PAPER[theme]
    drawn = []
    for (sector, approximate), (left, top) in _cells():
        colour = palette.SECTOR_COLOURS[sector]
        fill, line = (paper, colour) if approximate else (colour, paper)
        width = 8 if approximate else 4
        ink, sign = colour if approximate else "#FFFFFF", escape(palette.SECTOR_SIGNS[sector])
        drawn.append(
            f'<g transform="translate({left + CELL / 2} {top + CELL / 2})">'
            f'<circle r="{(_DISC - width) / 2}" fill="{fill}" stroke="{line}" stroke-width="{width}"/>'
            f'<text y="10" fill="{ink}">{sign}</text></g>'
        )
    width, height = _size()
    style = 'font-family="sans-serif" font-weight="700" font-size="29" text-anchor="middle"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" {style}>'
    return f"{head}{''.join(drawn)}</svg>".encode()


@lru_cache(maxsize=1)
def places() -> bytes:
    """JSON: the name of each picture → where it is in the file, in pixels, as deck.gl's IconLayer reads it."""
    found = {name(*which): {"x": left, "y": top, "width": CELL, "height": CELL} for which, (left, top) in _cells()}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _cells() -> Iterator[tuple[tuple[str, bool], tuple[int, int]]]:
    for rank, which in enumerate(
        (sector, approximate) for sector in palette.SECTOR_SIGNS for approximate in (False, True)
    ):
        yield which, (rank % _COLUMNS * CELL, rank // _COLUMNS * CELL)


def _size() -> tuple[int, int]:
    count = 2 * len(palette.SECTOR_SIGNS)
    return _COLUMNS * CELL, -(-count // _COLUMNS) * CELL
