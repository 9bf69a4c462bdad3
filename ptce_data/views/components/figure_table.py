"""The table of a figure: the numbers of the chart, and what the chart has no room for."""

from ptce_data import texts
from ptce_data.results import Item, Measure, Result, wording
from ptce_data.texts import NNBSP
from ptce_data.views.components.blocks import framed_table
from ptce_data.views.live import Tree, tag


def figure_table(result: Result) -> Tree:
    """A table with its caption and headers; a state is written over the columns that it leaves empty."""
    columns = _columns(result)
    rows = tag("tbody", *(_row(result, item, columns) for item in result.items))
    return framed_table(("Réponse", *columns), [rows], f"{wording.title(result)} {wording.base_line(result)}")


def _columns(result: Result) -> tuple[str, ...]:
    items = result.items
    return tuple(
        name
        for name, there in (
            ("Effectif", result.measure is not Measure.RATIO),
            ("Part", result.measure is not Measure.COUNT),
            (f"Intervalle à 95{NNBSP}%", any(item.low is not None for item in items)),
            ("Publié", any(item.published is not None for item in items)),
            (wording.wave_word(result.earlier).capitalize() if result.earlier else "", result.earlier is not None),
            ("Sans réponse", any(item.no_answer for item in items)),
        )
        if there
    )


def _row(result: Result, item: Item, columns: tuple[str, ...]) -> Tree:
    cells = {
        "Effectif": texts.number(item.count),
        "Part": wording.value_text(result, item),
        f"Intervalle à 95{NNBSP}%": wording.interval_text(item),
        "Publié": wording.published_text(item),
        wording.wave_word(result.earlier).capitalize() if result.earlier else "": wording.earlier_text(result, item),
        "Sans réponse": "" if item.no_answer is None else texts.number(item.no_answer),
    }
    state = wording.state_text(item)
    own = [name for name in columns if name not in ("Publié", "Sans réponse")]
    written = [cells[name] for name in columns if not state or name not in own]
    spanning = [tag("td", state, class_="ptce-state", colspan=str(len(own)))] if state else []
    return tag("tr", tag("th", item.label, scope="row"), *spanning, *(tag("td", cell) for cell in written))
