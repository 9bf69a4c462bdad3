"""Nothing answers to all filters at once: say so, and which one to loosen."""

import streamlit as st

from ptce_data.disclosure import below_threshold
from ptce_data.indicators import Answer
from ptce_data.schema.sides import Side
from ptce_data.selection import FILTER, FILTERS, TERRITORY, Selection, selection_words
from ptce_data.texts import NBSP, plural, quoted
from ptce_data.views.app import page, state
from ptce_data.views.app.page import Context
from ptce_data.views.app.site_map import PAGE
from ptce_data.views.components.filter_bar.option_counts import FEW


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
    unit = "pôle" if side is Side.POLES else "structure"
    choices = [(*choice, _total(page.answer_to(choice[1], key), side)) for choice in loosened(selection)]
    useful = sorted((choice for choice in choices if choice[2]), key=lambda choice: -choice[2])
    own = selection.on(side.dataset)
    with st.container(border=True, key="ptce-empty"):
        st.header(f"Aucun{'e' if unit == 'structure' else ''} {unit} ne répond à tous ces filtres", anchor=False)
        st.markdown(f"{selection_words(own)}.\n\n{_advice(useful)} {_meaning(useful, side)}")
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
    """(label, Selection without that filter) for each active filter: région and département are one."""
    result = []
    for criterion in dict.fromkeys(filter_.criterion for filter_, _ in selection.active()):
        without = selection
        for filter_ in FILTERS:
            without = without.without(filter_.field) if filter_.criterion == criterion else without
        result.append((_label(criterion), without))
    return result


def _label(criterion: str) -> str:
    return "Territoire" if criterion == TERRITORY else FILTER[criterion].short


def _advice(useful: list) -> str:
    if not useful:
        return f"Aucun filtre, retiré seul, ne suffit{NBSP}: il faut en retirer plusieurs."
    return f"Le plus simple est de retirer le filtre {quoted(useful[0][0])}."


def _meaning(useful: list, side: Side) -> str:
    """What the filter to loosen means here: « IAE : oui » keeps no real pole, because the directory doesn't say."""
    alone = (filter_ for filter_ in FILTERS if filter_.criterion != TERRITORY)
    return next((filter_.meaning(side) for filter_ in alone if useful and filter_.short == useful[0][0]), "")


def _kept(total: int, unit: str, side: Side) -> str:
    """`36 structures`; a number of the sample too small to be shown is not shown here either."""
    return f"{FEW} {unit}s" if side is Side.SAMPLE and below_threshold(total) else plural(total, unit)


def _total(answer: Answer, side: Side) -> int:
    return answer.poles_total if side is Side.POLES else answer.sample_total
