"""What intervals say and don't, and what is masked."""

import streamlit as st

from ptce_data.datasets.release import release
from ptce_data.disclosure import THRESHOLD
from ptce_data.texts import typographic
from ptce_data.views.pages.donnees.section import Section

_INTERVALS = typographic(
    """
**Ce qu’un intervalle dit.** Si les 187 structures avaient été tirées au sort parmi les 740 des pôles interrogés, la
part de toutes les 740 serait, 95 fois sur 100, dans cet intervalle (Wilson, corrigé pour une population finie).

**Ce qu’il ne dit pas.** Rien n’a été tiré au sort : 50 pôles sur 160 ont été interrogés, et les 24 gardés sont ceux
dont les questionnaires étaient les plus aboutis. Les plus organisés y sont sans doute plus nombreux, et aucun
calcul ne corrige cela.
"""
)

_MADE_UP = typographic(
    """
**Sur l’échantillon de démonstration**, l’intervalle d’un croisement entoure une valeur inventée : il montre la
précision qu’auraient de vraies réponses, pas une vérité.
"""
)

#: Of an imported wave, only what was brought is known: how its poles were chosen isn't.
_IMPORTED = typographic(
    """
**Ce qu’un intervalle dit.** Si les répondants avaient été tirés au sort dans une population beaucoup plus grande, la
part de cette population serait, 95 fois sur 100, dans cet intervalle (Wilson).

**Ce qu’il ne dit pas.** Comment les pôles de cette vague ont été choisis n’est pas connu ici. Ceux qui répondent ne
ressemblent pas toujours à ceux qui se taisent, et aucun calcul ne corrige cela.
"""
)

_MASKED = typographic(
    """
**Petits effectifs.** Dans l’échantillon, une réponse donnée par moins de {threshold} structures (ou pôles, quand la
question leur est posée) est masquée. Les faits publics ne le sont jamais. *Masqué*, *zéro*, *sans réponse* et
*question non posée* sont quatre choses différentes, à l’écran comme dans les fichiers.
"""
).format(threshold=THRESHOLD)


def _draw() -> None:
    if release().imported:
        st.markdown(_IMPORTED)
    else:
        st.markdown(f"{_INTERVALS}{_MADE_UP}")
    st.markdown(_MASKED)


SECTION = Section("intervalles", "Ce que disent les intervalles, et ce qu’ils taisent", _draw)
