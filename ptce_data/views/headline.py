"""The headline numbers of the selection: real poles, and the priority neighbourhoods around them."""

from collections.abc import Sequence

import streamlit as st

from ptce_data.datasets.catalogue import DATASET
from ptce_data.maps.coverage import Coverage
from ptce_data.maps.facts import Pole
from ptce_data.schema import cog
from ptce_data.schema.codes import PROVENANCES
from ptce_data.texts import NBSP, NNBSP, number, plural
from ptce_data.views.markup import html


def headline(poles: Sequence[Pole], directory: int, coverage: Coverage | None) -> None:
    """Draw the numbers. directory: poles of the whole directory; coverage: None when the QPV can't be read."""
    located = sum(pole.located for pole in poles)
    regions = len({pole.region_code for pole in poles})
    with st.container(horizontal=True, gap="medium", key="ptce-headline"):
        _number("Pôles connus", number(len(poles)), f"sur {number(directory)} de l’annuaire")
        _number("Placés sur la carte", number(located), f"{plural(len(poles) - located, 'autre')} en liste seulement")
        _number("Régions", number(regions), f"sur {number(len(cog.REGIONS))}")
        if coverage is not None:
            _number("QPV du territoire", number(coverage.neighbourhoods), plural(coverage.inhabitants, "habitant"))
            _number(
                f"QPV à plus de {coverage.radius_km}{NBSP}km",
                number(len(coverage.uncovered)),
                f"{plural(coverage.uncovered_inhabitants, 'habitant')} sans pôle connu",
            )
    st.markdown(provenance(), unsafe_allow_html=True)


def provenance() -> str:
    """HTML: what kind of data these are, from whom, of when."""
    sources = f"{NNBSP}; ".join(
        f"{html(source.title)} ({html(source.date)})"
        for source in (DATASET[key].source for key in ("poles", "neighbourhoods"))
    )
    badge = f"<span class='ptce-provenance ptce-public'>{PROVENANCES.label('public')}</span>"
    return f"<p class='ptce-source'>{badge} {sources}. Rien ne dit qu’un pôle est encore actif.</p>"


def _number(label: str, value: str, beside: str) -> None:
    st.metric(label, value, beside, delta_color="off", delta_arrow="off", width="content")
