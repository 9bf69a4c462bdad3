"""What the law calls a pole, in our own words."""

import streamlit as st

from ptce_data.texts import typographic
from ptce_data.views.pages.donnees.section import Section

_LAW = "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000029313296"

_WORDS = typographic(
    "Un PTCE réunit, sur un même territoire, des entreprises de l’économie sociale et solidaire qui s’allient à "
    "d’autres entreprises. Des collectivités, des centres de recherche, des établissements d’enseignement supérieur, "
    "des organismes de formation ou toute autre personne peuvent s’y joindre. Ensemble, et dans la durée, ils suivent "
    "une stratégie commune : mettre des moyens en commun, coopérer, nouer des partenariats. Leurs projets sont "
    "économiques et sociaux ; ils innovent, par la technique ou par l’utilité sociale, et servent un développement "
    "local durable. L’État en soutient certains, choisis par appels à projets."
)


def _draw() -> None:
    st.markdown(_WORDS)
    st.caption(f"D’après l’article 9 de la [loi n° 2014-856 du 31 juillet 2014]({_LAW}), avec nos mots.")


SECTION = Section("loi", "Ce que dit la loi", _draw)
