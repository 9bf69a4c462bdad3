"""The reference group: chosen here, carried by the link, refused with its reason where it is too small."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from ptce_data import comparison
from ptce_data.comparison import KINDS, Group, Option, Peer, from_text
from ptce_data.schema.cog import REGION_OF
from ptce_data.schema.user_pole import UserPole
from ptce_data.texts import NBSP, plural, typographic
from ptce_data.views.app import state
from ptce_data.views.components.markup import plain

VIEW_KEY = "groupe"
WEIGHTS_KEY = "poids"

_KIND = "ptce-group-kind"
_VALUE = "ptce-group-value"
_LABEL = {kind.key: kind.label for kind in KINDS}
_MEANING = {kind.key: typographic(kind.meaning) for kind in KINDS}
#: Poles that a new list of one's own begins with, at most: enough for a reference to stand.
_LIST_STARTS = 6
FEWEST_SIMILAR, MOST_SIMILAR = 3, 20


@dataclass(frozen=True)
class Offer:
    """What the user may choose: the other poles of the sample, and the groups that have a pole, by kind."""

    peers: tuple[Peer, ...]
    options: Mapping[str, tuple[Option, ...]]


def current() -> comparison.ReadGroup:
    """The group of the link, and what was wrong with it."""
    return from_text(state.view(VIEW_KEY))


def weights() -> dict[str, float]:
    """The weights of the context variables, those of the link included."""
    return comparison.read_weights(state.view(WEIGHTS_KEY))


def set_group(group: Group) -> None:
    state.set_view(VIEW_KEY, None if group == Group() else group.to_text())


def choose(my_pole: UserPole) -> Group:
    """Draw the chooser and return the group."""
    read = current()
    if read.problem:
        words = f"{plain(typographic(read.problem))} La comparaison est faite avec toute la France."
        st.warning(words, icon=":material/link_off:")
    offer = _offer(my_pole)
    group = read.group
    with st.container(key="ptce-group"):
        kind_column, value_column = st.columns([2, 3], gap="medium")
        with kind_column:
            _kinds(group, offer, my_pole)
        with value_column:
            _values(group, offer)
        st.caption(f"{_MEANING[group.kind]} Le lien de cette page garde ce choix, jamais ce que vous apportez.")
    return group


def _offer(my_pole: UserPole) -> Offer:
    peers, options = comparison.choices(my_pole)
    kinds = {option.group.kind for option in options}
    by_kind = {kind: tuple(option for option in options if option.group.kind == kind) for kind in kinds}
    return Offer(tuple(peer for peer in peers if peer.pole_id != my_pole.sample_pole_id), by_kind)


def _kinds(group: Group, offer: Offer, my_pole: UserPole) -> None:
    st.session_state[_KIND] = group.kind
    st.selectbox(
        "Comparer mon pôle à",
        [kind.key for kind in KINDS],
        format_func=_LABEL.__getitem__,
        key=_KIND,
        filter_mode=None,
        on_change=lambda: set_group(first_of(st.session_state[_KIND], offer, my_pole)),
    )


def first_of(kind: str, offer: Offer, my_pole: UserPole) -> Group:
    """The group of a kind that is shown first: that of the user's pole, else the largest that is enough."""
    if kind == "similaires":
        return Group(kind, (str(comparison.groups.SIMILAR),))
    if kind == "liste":
        return Group(kind, tuple(peer.pole_id for peer in offer.peers[:_LIST_STARTS]))
    options = offer.options.get(kind, ())
    own = REGION_OF.get(my_pole.departement_code or "") if kind == "region" else my_pole.legal_status
    mine = [option for option in options if kind in ("region", "statut") and option.group.values == (own,)]
    large = sorted(options, key=lambda option: (bool(option.refusal), -option.poles))
    return next((option.group for option in (*mine, *large)), Group())


def _values(group: Group, offer: Offer) -> None:
    if group.kind == "similaires":
        _number(group, offer)
    elif group.kind == "liste":
        _list(group, offer)
    elif group.values:
        _codes(group, offer.options.get(group.kind, ()))


def _codes(group: Group, options: tuple[Option, ...]) -> None:
    words = {option.group.values[0]: _option_words(option) for option in options}
    offered = [*words, *(value for value in group.values if value not in words)]
    st.session_state[_VALUE] = group.values[0]
    st.selectbox(
        _LABEL[group.kind],
        offered,
        format_func=lambda code: words.get(code) or _empty_words(group.kind, code),
        key=_VALUE,
        filter_mode=None,
        on_change=lambda: set_group(Group(group.kind, (st.session_state[_VALUE],))),
    )


def _option_words(option: Option) -> str:
    small = ", trop petit" if option.refusal else ""
    return f"{option.label} · {plural(option.poles, 'pôle')}, {plural(option.structures, 'structure')}{small}"


def _empty_words(kind: str, code: str) -> str:
    codes = next(one.codes for one in KINDS if one.key == kind)
    return f"{codes.label(code)} · aucun pôle"


def _number(group: Group, offer: Offer) -> None:
    most = min(MOST_SIMILAR, max(FEWEST_SIMILAR + 1, len(offer.peers)))
    st.session_state[_VALUE] = min(group.wanted, most)
    st.slider(
        "Combien de pôles semblables",
        FEWEST_SIMILAR,
        most,
        key=_VALUE,
        on_change=lambda: set_group(Group("similaires", (str(st.session_state[_VALUE]),))),
    )


def _list(group: Group, offer: Offer) -> None:
    names = {peer.pole_id: peer.name for peer in offer.peers}
    key = f"{_VALUE}-list"
    st.session_state[key] = [pole_id for pole_id in group.values if pole_id in names]
    with st.container(height=220 if len(names) > 30 else "content", key="ptce-group-list"):
        st.pills(
            f"Mes pôles de référence{NBSP}: {plural(len(group.values), 'choisi')}",
            list(names),
            selection_mode="multi",
            format_func=names.__getitem__,
            key=key,
            on_change=lambda: _listed(st.session_state[key]),
        )


def _listed(pole_ids: list[str]) -> None:
    set_group(Group("liste", tuple(pole_ids)) if pole_ids else Group())
