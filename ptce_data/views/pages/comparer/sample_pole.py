"""The choice of a pole of the sample, always taken out of its own reference."""

import streamlit as st

from ptce_data import comparison
from ptce_data.datasets.release import Release, release
from ptce_data.disclosure.comparison_policy import picking_refusal
from ptce_data.schema import cog
from ptce_data.texts import NBSP, plural
from ptce_data.views.components.markup import plain
from ptce_data.views.pages.comparer import session

_KEY = "ptce-sample-pole"
_CHOOSE = "Choisir un pôle"
_SECRET = "Leurs réponses passent par le secret statistique, comme partout ailleurs sur ce site."


def show_sample_poles() -> None:
    """Draw the list of poles; the one chosen becomes the user's at once."""
    st.header("Prendre un pôle de l’échantillon", anchor=False)
    refusal = picking_refusal(release())
    if refusal:
        st.info(f"Ce n’est pas possible ici{NBSP}: {refusal}", icon=":material/lock:")
        return
    peers = {peer.pole_id: peer for peer in comparison.choices()[0]}
    st.markdown(f"Ces {plural(len(peers), 'pôle')} {_provenance_words(release())} {_SECRET}")
    st.session_state[_KEY] = session.draft().pole.sample_pole_id
    st.selectbox(
        "Pôle de l’échantillon",
        [None, *peers],
        format_func=lambda pole_id: _CHOOSE if pole_id is None else _words(peers[pole_id]),
        placeholder=_CHOOSE,
        key=_KEY,
        on_change=_choose,
    )


def _provenance_words(survey: Release) -> str:
    if survey.imported:
        return f"ont répondu à l’enquête, vague {plain(survey.wave)}."
    return f"sont fabriqués pour reproduire les chiffres publiés{NBSP}: aucun n’existe."


def _words(peer: comparison.Peer) -> str:
    place = cog.DEPARTEMENTS.label(peer.departement_code) if peer.departement_code in cog.DEPARTEMENTS else "n. d."
    return f"{peer.name} — {place}, {plural(peer.structures, 'structure')}"


def _choose() -> None:
    pole_id = st.session_state[_KEY]
    if pole_id is not None:
        session.replace_pole(comparison.pole_of_sample(pole_id))
        session.open_panel(None)
