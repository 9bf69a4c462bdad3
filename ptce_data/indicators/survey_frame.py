"""Who the survey kept: from the poles known in France to the structures whose answers were published."""

from functools import lru_cache
from pathlib import Path

from ptce_data.datasets import reading
from ptce_data.results import Base, Item, Measure, Result, Source, Status

KEY = "survey-frame"

#: item code → (figure_id in the figures table, label). Codes open with their unit, largest group first.
STEPS = {
    "poles/known": ("labo-2017-methode-ptce-recenses-france", "Repérés en France"),
    "poles/surveyed": ("labo-2017-methode-ptce-echantillon", "Interrogés"),
    "poles/kept": ("labo-2017-methode-ptce-consolides", "Gardés\u00a0: les questionnaires les plus aboutis"),
    "structures/surveyed": ("labo-2017-methode-structures-echantillon", "Membres des 50 pôles interrogés"),
    "structures/kept": ("labo-2017-methode-structures-consolidees", "Membres des 24 pôles gardés"),
}

NOTE = (
    "L’enquête a gardé les questionnaires «\u202fles plus aboutis\u202f», sans doute ceux des pôles les mieux "
    "organisés. Ce n’est pas un tirage au sort\u00a0: ce qui suit décrit ces pôles et leurs membres, "
    "et ne s’étend pas aux autres. Un intervalle de confiance ne corrige pas ce choix."
)


def survey_frame(folder: Path | None = None) -> Result:
    """The steps of the survey as published, whatever is selected. Raises DataError."""
    path = reading.path("figures", folder)
    state = path.stat()
    return _survey_frame(path.parent, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _survey_frame(folder: Path, mtime: int, size: int) -> Result:
    figures = reading.read("figures", folder).set_index("figure_id")
    known = figures.loc[STEPS["poles/known"][0]]
    source = Source(known["survey"], known["date"] or "", known["source_url"])
    items = tuple(_item(code, label, figures["value"].get(figure)) for code, (figure, label) in STEPS.items())
    base = Base(items[0].count or 0, "pole", "pôles repérés en France", poles=items[0].count)
    title = "De quels pôles parle l’enquête\u202f?"
    return Result(KEY, title, "portrait", base, "published", source, items, Measure.COUNT, note=NOTE)


def _item(code: str, label: str, value: float | None) -> Item:
    if value is None or value != value:
        return Item(code, label, status=Status.NOT_ASKED)
    return Item(code, label, count=int(value))
