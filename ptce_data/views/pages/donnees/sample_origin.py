"""Where the answers come from: how the demonstration sample was made, or which wave was imported."""

import streamlit as st

from ptce_data.datasets.release import release
from ptce_data.texts import date, typographic
from ptce_data.views.components.markup import plain
from ptce_data.views.components.sample_banner import POLICIES
from ptce_data.views.pages.donnees.section import Section

_WORDS = typographic(
    """
Les réponses de l’enquête ne sont pas publiques. Pour montrer ce qu’elles permettraient, nous avons fabriqué 24
pôles et 187 structures dont **les marges nationales sont exactement les chiffres publiés**, à l’arrondi imprimé.
Tout le reste est inventé : chaque croisement, par région, par statut ou par pôle, est plausible, jamais observé.

1. **Des cibles.** Chaque pourcentage publié devient le nombre de structures le plus proche, sur 187. Les 19 % de
   statuts que l’enquête ne détaille pas sont répartis par des poids que nous avons choisis.
2. **Des pôles qui diffèrent.** Taille, lieu et emplois sont déclarés un à un ; leur penchant pour chaque réponse
   est tiré d’une empreinte de leur nom : le même partout, toujours.
3. **Un calage.** Le tableau des pôles et des réponses est ajusté à ses deux marges (ajustement proportionnel
   itératif), puis arrondi sans qu’aucune marge bouge (arrondi contrôlé).
4. **Un choix dans chaque pôle.** Les structures qui répondent « oui » sont choisies par échantillonnage de Pareto,
   selon une affinité propre à chacune.

Deux conséquences à connaître. L’action sociale (1 %) vaut 2 structures sur 187 : elle est masquée dans
l’échantillon par la règle des petits effectifs, tandis que le 1 % publié reste montré. Et les questions que la
source nomme sans chiffre, formes de coopération et contributions au territoire, n’ont été « posées » à personne.
"""
)


_IMPORTED = """
Les figures de l’enquête portent sur la **vague {wave}**, importée le {date}{owner}. Chaque réponse est celle d’une
structure ou d’un pôle réel ; rien n’y est calé sur des chiffres publiés. Règle de diffusion : {policy}.

Le fichier a été contrôlé en entier avant d’être mis en service : colonnes, codes, identifiants, renvois d’une table à
l’autre. Une enquête n’en dit pas plus que ce que ses répondants ont voulu dire : un pôle absent n’est pas un pôle
sans réponse.
"""


def _draw() -> None:
    declared = release()
    if not declared.imported:
        st.markdown(_WORDS)
        return
    owner = f" par {plain(declared.owner)}" if declared.owner else ""
    policy = POLICIES[declared.policy]
    st.markdown(_IMPORTED.format(wave=plain(declared.wave), date=date(declared.date), owner=owner, policy=policy))


SECTION = Section("echantillon", "D’où viennent les réponses", _draw)
