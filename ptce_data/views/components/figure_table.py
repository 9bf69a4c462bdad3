"""The table of a figure: the numbers of the chart, and what the chart has no room for."""

from html import escape

from ptce_data import texts
from ptce_data.results import Item, Measure, Result, wording
from ptce_data.texts import NNBSP


def table(result: Result) -> str:
    """An HTML table with its caption and headers; a state is written over the columns that it leaves empty."""
    columns = _columns(result)
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in ("Réponse", *columns))
    rows = "".join(_row(result, item, columns) for item in result.items)
    caption = escape(f"{wording.title(result)} {wording.base_line(result)}")
    return (
        f'<div class="ptce-figure-scroll"><table class="ptce-figure-table"><caption>{caption}</caption>'
        f"<thead><tr>{names}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


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


def _row(result: Result, item: Item, columns: tuple[str, ...]) -> str:
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
    line = "".join(f"<td>{escape(cell)}</td>" for cell in written)
    if state:
        line = f'<td class="ptce-state" colspan="{len(own)}">{escape(state)}</td>{line}'
    return f'<tr><th scope="row">{escape(item.label)}</th>{line}</tr>'
