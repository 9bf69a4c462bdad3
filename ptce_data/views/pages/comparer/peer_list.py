"""« À qui suis-je comparé ? »: the poles of the group by name, and the real poles of the same place on the map."""

import streamlit as st

from ptce_data.comparison import ComparisonReport
from ptce_data.schema import cog
from ptce_data.selection import Selection
from ptce_data.texts import NBSP, NNBSP, number, plural
from ptce_data.views.app import state
from ptce_data.views.app.site_map import link_target
from ptce_data.views.components.markup import markdown_table, plain

#: Kind of a group → field of the Selection that keeps similar real poles.
_FIELDS = {"region": "regions", "secteur": "sectors", "statut": "legal_statuses", "qpv": "qpv"}


def show_group(report: ComparisonReport) -> None:
    """Draw the list of the group, and a link to the real poles."""
    st.header(f"À qui suis-je comparé{NNBSP}?", anchor=False)
    made_up = " fabriqués, pour reproduire les chiffres publiés" if report.provenance == "demonstration" else ""
    st.markdown(
        f"{plural(len(report.peers), 'pôle')}{made_up}{NBSP}: {plural(report.structures, 'structure')} en tout."
    )
    with st.expander(f"Voir la liste ({number(len(report.peers))})", key="ptce-peers"):
        st.markdown(
            markdown_table(("Pôle", "Département", "Structures"), [_row(peer) for peer in report.peers], numeric=(2,))
        )
    if report.unknown:
        st.caption(f"{plural(len(report.unknown), 'pôle')} de cette liste ne sont pas dans l’échantillon.")
    st.page_link(
        link_target("carte"),
        label=_map_words(report),
        icon=":material/map:",
        query_params=state.params(to=selection_of_group(report), page_key="carte"),
    )


def selection_of_group(report: ComparisonReport) -> Selection:
    """The real poles that the words of the group would keep: those of the same region, sector, status or QPV."""
    field = _FIELDS.get(report.group.kind)
    return Selection(**{field: report.group.values}) if field else Selection()


def _map_words(report: ComparisonReport) -> str:
    if report.group.kind in _FIELDS:
        words = report.group_words.removesuffix(", sans mon pôle")
        return f"Les pôles réels de ce groupe sur la carte{NBSP}: {plain(words)}"
    return "Les pôles réels sur la carte"


def _row(peer) -> tuple[str, str, str]:
    known = peer.departement_code in cog.DEPARTEMENTS
    place = f"{cog.DEPARTEMENTS.label(peer.departement_code)} ({peer.departement_code})" if known else "n. d."
    return peer.name, place, number(peer.structures)
