"""The form: one screen a theme, a line of progress, and nothing lost on the way."""

from functools import partial

import streamlit as st

from ptce_data.intake.fields import Field, Kind
from ptce_data.schema.cog import DEPARTEMENTS
from ptce_data.texts import NBSP, plural, typographic
from ptce_data.views.components.markup import html
from ptce_data.views.pages.comparer import session
from ptce_data.views.pages.comparer.draft import Draft, answered, answers
from ptce_data.views.pages.comparer.screens import FACT, SCREENS, Ask, Screen

_SCREEN = f"{session.PREFIX}-screen"
_WHERE = "ptce-form-where"
_UNSAID = "Non renseigné"
_NOT_ALL = "Structures qui ont répondu, si toutes ne l’ont pas fait"


def show_form() -> None:
    """Draw the screen that is open, with the way to the others above and below it."""
    draft = session.draft()
    if draft.pole.sample_pole_id is not None:
        st.info("Vous avez pris un pôle de l’échantillon\u00a0: ses réponses ne se modifient pas.")
        st.button("Commencer un formulaire vide", key="ptce-form-new", on_click=session.save_draft, args=(Draft(),))
        return
    rank = st.session_state.get(_SCREEN, 0)
    screen = SCREENS[rank]
    _progress(rank, draft)
    st.header(screen.title, anchor=False)
    st.caption(screen.lead)
    with st.container(key="ptce-form-fields"):
        _facts(screen, draft)
        for ask in screen.asks:
            _ask(ask, draft)
    _navigation(rank)


def _progress(rank: int, draft: Draft) -> None:
    st.session_state[_WHERE] = rank
    st.segmented_control(
        "Écran",
        range(len(SCREENS)),
        required=True,
        format_func=lambda place: f"{place + 1}. {SCREENS[place].title}",
        key=_WHERE,
        on_change=lambda: _go(st.session_state[_WHERE]),
        label_visibility="collapsed",
        wrap=True,
    )
    faults = f", {plural(len(draft.wrong), 'à corriger', 'à corriger')}" if draft.wrong else ""
    words = f"Écran {rank + 1} sur {len(SCREENS)}{NBSP}: {plural(answers(draft.pole), 'réponse donnée')}{faults}"
    share = 100 * (rank + 1) / len(SCREENS)
    st.html(
        f"<p class='ptce-progress-words'>{words}</p>"
        f"<div class='ptce-progress' aria-hidden='true'><div style='width:{share:.0f}%'></div></div>"
    )


def _navigation(rank: int) -> None:
    with st.container(horizontal=True, key="ptce-form-turning"):
        st.button(
            "Précédent",
            key="ptce-form-previous",
            icon=":material/chevron_left:",
            disabled=rank == 0,
            on_click=_go,
            args=(rank - 1,),
        )
        if rank + 1 < len(SCREENS):
            st.button(
                "Suivant",
                key="ptce-form-next",
                icon=":material/chevron_right:",
                icon_position="right",
                type="primary",
                on_click=_go,
                args=(rank + 1,),
            )
        else:
            st.button(
                "Voir ma comparaison",
                key="ptce-form-done",
                type="primary",
                disabled=session.pole() is None,
                on_click=session.open_panel,
                args=(None,),
            )


def _go(rank: int) -> None:
    st.session_state[_SCREEN] = rank


def _facts(screen: Screen, draft: Draft) -> None:
    with st.container(key="ptce-form-facts"):
        for name in screen.facts:
            with st.container(gap="xsmall", key=f"ptce-form-fact-{name}"):
                _fact(name, draft)


def _fact(name: str, draft: Draft) -> None:
    if name == "structures":
        _count("structures", "Structures membres", draft, "celles qui composent le pôle aujourd’hui")
    elif FACT[name].kind is Kind.CODE:
        _choice(name, draft)
    else:
        _text(name, draft)


def _ask(ask: Ask, draft: Draft) -> None:
    """A question: how many say yes to each item, then how many answered if not all did."""
    with st.container(border=True, key=f"ptce-form-ask-{ask.indicator}"):
        st.markdown(f"**{ask.title}**")
        closed = draft.pole.structures is None
        if closed:
            st.caption("Dites d’abord combien le pôle a de structures, sur le premier écran.")
        counts = answered(draft.pole, ask.indicator)
        with st.container(key=f"ptce-form-items-{ask.indicator}"):
            for item in ask.items:
                tally = draft.pole.tally(ask.indicator, item.code)
                base = tally.answered if tally else counts[1] if counts else draft.pole.structures
                _count(
                    f"{ask.indicator}/{item.code}",
                    item.label,
                    draft,
                    placeholder=f"sur {base}" if base else "",
                    disabled=closed,
                )
        _definitions(ask)
        if counts is not None:
            varying = f"de {counts[0]} à {counts[1]} selon la ligne" if counts[0] != counts[1] else None
            _count(ask.indicator, _NOT_ALL, draft, placeholder=varying or f"toutes ({draft.pole.structures})")


def _count(name: str, label: str, draft: Draft, placeholder: str = "", disabled: bool = False) -> None:
    with st.container(gap="xsmall", key=f"ptce-form-count-{name}"):
        _number(name, label, draft, placeholder, disabled)
        _fault(name, draft)


def _number(name: str, label: str, draft: Draft, placeholder: str, disabled: bool) -> None:
    key = f"ptce-form-{name}"
    entry = draft.entry(name)
    st.session_state[key] = None if entry is None else int(entry)
    st.number_input(
        label,
        value=None,
        step=1,
        format="%d",
        key=key,
        placeholder=placeholder,
        disabled=disabled,
        on_change=partial(_typed, name, key),
    )


def _text(name: str, draft: Draft) -> None:
    key = f"ptce-form-{name}"
    st.session_state[key] = str(draft.entry(name) or "")
    field = FACT[name]
    st.text_input(field.label, key=key, max_chars=200, on_change=partial(_typed, name, key))
    _note(field)
    _fault(name, draft)


def _choice(name: str, draft: Draft) -> None:
    key, field = f"ptce-form-{name}", FACT[name]
    st.session_state[key] = draft.entry(name)
    st.selectbox(
        field.label,
        (None, *field.codes.keys),  # an option of ours: Streamlit's own way to empty the field speaks English
        format_func=partial(_option, field),
        key=key,
        placeholder=_UNSAID,
        on_change=partial(_typed, name, key),
    )
    _fault(name, draft)


def _note(field: Field) -> None:
    """What a number means, under it: Streamlit's own help button speaks English."""
    if field.help and field.kind is Kind.NUMBER:
        st.caption(typographic(field.help))


def _definitions(ask: Ask) -> None:
    defined = [item for item in ask.items if item.definition]
    if defined:
        rows = "".join(f"<dt>{html(item.label)}</dt><dd>{html(typographic(item.definition))}</dd>" for item in defined)
        summary = "<summary>Ce que veut dire chaque ligne</summary>"
        st.html(f"<details class='ptce-more'>{summary}<dl class='ptce-facts'>{rows}</dl></details>")


def _option(field: Field, code: str | None) -> str:
    if code is None:
        return _UNSAID
    label = field.codes.label(code)
    return f"{code} – {label}" if field.codes is DEPARTEMENTS else label


def _fault(name: str, draft: Draft) -> None:
    message = draft.message(name)
    if message:
        st.markdown(f"<p class='ptce-fault' role='alert'>{message}</p>", unsafe_allow_html=True)


def _typed(name: str, key: str) -> None:
    entry = st.session_state[key]
    session.save_draft(session.draft().with_entry(name, None if entry == "" else entry))
