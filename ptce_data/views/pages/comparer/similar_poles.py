"""Similar poles: a published formula, weights to adjust, each distance and its reasons."""

import streamlit as st

from ptce_data import comparison
from ptce_data.comparison import VARIABLE, VARIABLES, WEIGHTS, Group, SimilarPole, SimilarPoles, weights_text
from ptce_data.comparison.report_wording import far_warning, similar_reason
from ptce_data.schema.codes import PROVENANCES
from ptce_data.schema.user_pole import UserPole
from ptce_data.texts import NBSP, NNBSP, number, typographic
from ptce_data.views.app import state
from ptce_data.views.components.markup import html
from ptce_data.views.pages.comparer import group_choice as groups

_WEIGHT = "ptce-weight-"
#: Weights that a slider offers; a link may hold others between 0 and the heaviest.
STEPS = tuple(half / 2 for half in range(11))
SHOWN = 8

FORMULA = (
    "Distance de Gower (1971)\u00a0: pour chaque variable du contexte, un écart de 0 (pareils) à 1 (aussi loin que "
    "possible)\u202f; la distance est leur moyenne pondérée, sur ce qui est connu des deux côtés. Les pratiques n’y "
    "entrent pas."
)


def show_similar_poles(my_pole: UserPole, provenance: str) -> None:
    """Draw the weights, the poles and the warning when they are far."""
    st.header(f"Quels pôles ressemblent au mien{NNBSP}?", anchor=False)
    st.markdown(FORMULA)
    weights = groups.weights()
    _weights(weights)
    similar = comparison.similar_poles(my_pole, SHOWN, weights)
    if not similar.poles:
        st.info(
            "Le contexte de mon pôle n’est pas assez connu\u00a0: dites au moins son département, sa taille ou ses "
            "secteurs, et laissez un poids.",
            icon=":material/help:",
        )
        return
    warning = far_warning(similar)
    if warning:
        st.warning(warning, icon=":material/warning:")
    st.html(
        f"<p class='ptce-provenance ptce-{html(provenance)}'>{html(PROVENANCES.label(provenance))}</p>"
        f"<ol class='ptce-alike'>{''.join(_pole(pole, similar) for pole in similar.poles)}</ol>"
    )
    st.button(
        "En faire mon groupe de référence",
        key="ptce-alike-group",
        on_click=groups.set_group,
        args=(Group("similaires", (str(comparison.groups.SIMILAR),)),),
    )


def _weights(weights: dict[str, float]) -> None:
    with st.expander("Changer le poids de chaque variable", key="ptce-weights"):
        with st.container(key="ptce-weights-sliders"):
            for variable in VARIABLES:
                key = f"{_WEIGHT}{variable.key}"
                st.session_state[key] = min(STEPS, key=lambda step, asked=weights[variable.key]: abs(step - asked))
                st.select_slider(
                    variable.label,
                    STEPS,
                    format_func=lambda weight: number(weight, 1),
                    key=key,
                    on_change=_moved,
                    args=(variable.key,),
                )
        meanings = "".join(
            f"<dt>{html(variable.label)}</dt><dd>{html(typographic(variable.meaning))}</dd>" for variable in VARIABLES
        )
        st.html(f"<dl class='ptce-facts'>{meanings}</dl>")
        st.button("Remettre les poids publiés", key="ptce-weights-reset", on_click=_set, args=(dict(WEIGHTS),))


def _moved(key: str) -> None:
    _set(groups.weights() | {key: float(st.session_state[f"{_WEIGHT}{key}"])})


def _set(weights: dict[str, float]) -> None:
    state.set_view(groups.WEIGHTS_KEY, weights_text(weights) or None)


def _pole(pole: SimilarPole, similar: SimilarPoles) -> str:
    words = {variable.key: variable.words for variable in VARIABLES}
    parts = "".join(
        f"<li>{html(VARIABLE[reason.variable].label)}{NBSP}: {_distance(reason.distance)} "
        f"(poids {number(reason.weight, 1)})</li>"
        for reason in pole.reasons
    )
    far = " <span class='ptce-far'>loin</span>" if pole.far else ""
    return (
        f"<li><b>{html(pole.name)}</b> <span class='ptce-distance'>distance {number(pole.distance, 2)}</span>{far}"
        f"<br>{html(similar_reason(pole, words))}"
        f"<details><summary>Le détail, variable par variable</summary><ul>{parts}</ul></details></li>"
    )


def _distance(distance: float | None) -> str:
    return "inconnu d’un côté" if distance is None else number(distance, 2)
