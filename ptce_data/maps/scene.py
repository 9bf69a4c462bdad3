"""What the map shows, whoever draws it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ptce_data.maps.viewports import Viewport
from ptce_data.poles.directory import Pole


@dataclass(frozen=True)
class Scene:
    """One view of the map.

    poles: the selected ones, located or not. departements: the territory whose QPV are drawn. qpv: whether QPV are
    drawn at all; far: codes of those to colour as without a known pole nearby. opened: the pole whose card is open.
    theme: of the page, "light" or "dark". turn: how many times the reader asked for a view; the map moves when it
    changes. clicks: how many objects were clicked; when it changes, the click's own highlight is let go.
    """

    poles: Sequence[Pole]
    viewport: Viewport
    departements: Collection[str] = ()
    qpv: bool = True
    far: Collection[str] = ()
    opened: str | None = None
    theme: str = "light"
    turn: int = 0
    clicks: int = 0
