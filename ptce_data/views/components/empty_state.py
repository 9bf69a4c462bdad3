"""Nothing answers to all filters at once: say so, and which one to loosen."""

import streamlit as st

from ptce_data.disclosure import small
from ptce_data.indicators import Answer
from ptce_data.selection import FILTER, Selection, selection_words
from ptce_data.texts import NBSP, plural, quoted
from ptce_data.views.app import page, state
from ptce_data.views.app.page import Context
from ptce_data.views.app.site_map import PAGE
from ptce_data.views.components.filter_bar import LABELS
from ptce_data.views.components.filter_bar.option_counts import FEW

#: Filters to loosen, each as the fields it clears: région and département are one filter.
_LOOSENED = (("Territoire", ("regions", "departements")), *((label, (field,)) for field, label in LABELS.items()))


def section(context: Context) -> None:
    """The section of a page that says why it shows no figure, where it shows none."""
    empty_state(context.selection, context.answer)


def is_empty(answer: Answer) -> bool:
    """Whether the Selection keeps nothing of the side that the page being drawn speaks of."""
    return not _total(answer, PAGE[state.page()].side)


def empty_state(selection: Selection, answer: Answer) -> bool:
    """Draw the empty state if the page's selection is empty; return whether it is.

    answer: the Answer of the page for `selection`.
    """
    if not is_empty(answer):
        return False
    key = state.page()
    side = PAGE[key].side
    unit = "pôle" if side == "public" else "structure"
    choices = [(label, without, _total(page.answer_to(without, key), side)) for label, without in loosened(selection)]
    useful = sorted((choice for choice in choices if choice[2]), key=lambda choice: -choice[2])
    with st.container(border=True, key="ptce-empty"):
        st.header(f"Aucun{'e' if unit == 'structure' else ''} {unit} ne répond à tous ces filtres", anchor=False)
        st.markdown(f"{selection_words(selection)}.\n\n{_advice(useful)} {_meaning(useful, side)}")
        with st.container(horizontal=True, gap="small"):
            for rank, (label, without, total) in enumerate(useful):
                st.button(
                    f"Sans {quoted(label)}{NBSP}: {_kept(total, unit, side)}",
                    key=f"ptce-loosen-{rank}",
                    type="secondary" if rank else "primary",
                    on_click=state.set_selection,
                    args=(without,),
                )
            st.button("Tout effacer", key="ptce-empty-clear", on_click=state.set_selection, args=(Selection(),))
    return True


def loosened(selection: Selection) -> list[tuple[str, Selection]]:
    """(label, Selection without that filter) for each active filter."""
    result = []
    for label, fields in _LOOSENED:
        without = selection
        for field in fields:
            without = without.without(field)
        if without != selection:
            result.append((label, without))
    return result


def _advice(useful: list) -> str:
    if not useful:
        return f"Aucun filtre, retiré seul, ne suffit{NBSP}: il faut en retirer plusieurs."
    return f"Le plus simple est de retirer le filtre {quoted(useful[0][0])}."


def _meaning(useful: list, side: str) -> str:
    """What the filter to loosen means here: « IAE : oui » keeps no real pole, because the directory doesn't say."""
    field = next((field for field, label in LABELS.items() if useful and label == useful[0][0]), None)
    if field is None:
        return ""
    return FILTER[field].public_meaning if side == "public" else FILTER[field].sample_meaning


def _kept(total: int, unit: str, side: str) -> str:
    """`36 structures`; a number of the sample too small to be told stays untold here too."""
    return f"{FEW} {unit}s" if side == "sample" and small(total) else plural(total, unit)


def _total(answer: Answer, side: str) -> int:
    return answer.public_total if side == "public" else answer.sample_total
