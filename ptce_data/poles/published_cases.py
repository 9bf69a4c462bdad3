"""The published figures that speak of one pole: what three coordinators told a magazine in 2017."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from ptce_data.poles import directory
from ptce_data.texts import number

#: pole_id → the `survey` of its lines in the table of figures.
SURVEYS: Mapping[str, str] = MappingProxyType(
    {
        "domb-innov": "témoignage Domb'Innov",
        "pole-alpen": "témoignage Alpen",
        "figeacteurs": "témoignage Figeacteurs",
    }
)


@dataclass(frozen=True)
class Figure:
    """One published figure, with its base as stated."""

    figure_id: str
    survey: str
    date: str | None
    item: str
    value: float | None
    value_text: str | None
    unit: str | None
    base_as_stated: str | None
    source_url: str

    @property
    def printed(self) -> str:
        """The value as the source words it: `une centaine (100 emplois)`, `25 salariés`."""
        decimals = 0 if self.value is None or float(self.value).is_integer() else 1
        plain = " ".join(part for part in (number(self.value, decimals), self.unit) if part)
        return f"{self.value_text} ({plain})" if self.value_text else plain


def testimony(pole_id: str, folder: Path | None = None) -> tuple[Figure, ...]:
    """The figures published on one pole, durations last; () where there is none. Raises DataError."""
    survey = SURVEYS.get(pole_id)
    found = [figure for figure in _figures(*directory.version("figures", folder)) if figure.survey == survey]
    return tuple(sorted(found, key=lambda figure: figure.unit == "ans"))


@lru_cache(maxsize=2)
def _figures(file: Path, mtime: int, size: int) -> tuple[Figure, ...]:
    return tuple(Figure(**row) for row in directory.rows(file, Figure))
