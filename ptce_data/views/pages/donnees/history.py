"""From 2009 to 2018, then the calls for projects: events in words of ours, numbers as published."""

import streamlit as st

from ptce_data.views.pages.donnees import dated
from ptce_data.views.pages.donnees.dated import Dated
from ptce_data.views.pages.donnees.published_lines import figures
from ptce_data.views.pages.donnees.section import Section

TIMELINE = (
    Dated("2009", "Genèse des PTCE.", ("repere-genese-ptce",)),
    Dated("2010", "Le Labo de l’ESS anime le comité de pilotage national.", ("repere-labo-ess-anime-comite-pilotage",)),
    Dated("2011", "Appel à expérimentation : {0} candidatures en un mois.", ("experimentation-reponses-mois",)),
    Dated("2012", "{0} pôles témoins sont suivis.", ("experimentation-poles-temoins",)),
    Dated(
        "Juillet 2013",
        "Premier appel à projets interministériel : {1} dossiers déposés, {2} lauréats.",
        ("repere-premier-appel-projets", "aap-2013-dossiers-deposes", "aap-2013-laureats"),
    ),
    Dated(
        "31 juillet 2014",
        "L’article {1} de la loi sur l’économie sociale et solidaire définit les PTCE.",
        ("repere-loi-ess", "repere-loi-ess-article"),
    ),
    Dated(
        "19 septembre 2014", "{0} pôles ont signé la charte nationale.", ("charte-2014-poles-signataires-19-09-2014",)
    ),
    Dated(
        "2015",
        "Deuxième appel à projets : {0} candidatures, {1} lauréats.",
        ("aap-2015-candidatures", "aap-2015-laureats"),
    ),
    Dated(
        "2015-2018",
        "Une communauté apprenante animée par Coorace réunit des pôles (« {0} », dit la source).",
        ("coorace-ptce-participants", "coorace-annee-mise-sur-pied"),
    ),
    Dated(
        "Mai à juillet 2017",
        "L’enquête du Labo de l’ESS, sur des données de {0}, est publiée puis présentée.",
        (
            "labo-2017-methode-annee-donnees",
            "labo-2017-methode-date-publication",
            "labo-2017-methode-presentation-resultats",
        ),
    ),
)

CALLS = (
    Dated(
        "2013",
        "{0} dossiers déposés, {1} lauréats ; {2} € sur trois ans, de {3} à {4} € chacun. "
        "Les sources disent 180, 182 ou 183 dossiers.",
        (
            "aap-2013-dossiers-deposes",
            "aap-2013-laureats",
            "aap-2013-enveloppe",
            "aap-2013-aide-minimale",
            "aap-2013-aide-maximale",
        ),
    ),
    Dated(
        "2015",
        "{0} candidatures, {1} lauréats ; {2} €, de {3} à {4} € chacun.",
        (
            "aap-2015-candidatures",
            "aap-2015-laureats",
            "aap-2015-enveloppe",
            "aap-2015-aide-minimale",
            "aap-2015-aide-maximale",
        ),
    ),
    Dated(
        "2021",
        "{0} candidatures en six semaines ; {1} projets émergents, puis {2} lauréats, aidés de {3} € chacun.",
        (
            "ami-2021-candidatures-6-semaines",
            "ami-2021-laureats-phase-1-emergents",
            "ami-2021-laureats-phase-2",
            "ami-2021-aide",
        ),
    ),
    Dated(
        "2022",
        "{0} candidatures, {1} lauréats ; {2} €.",
        ("ami-2022-candidatures", "ami-2022-laureats", "ami-2022-enveloppe"),
    ),
    Dated(
        "2023",
        "{0} candidatures selon l’Avise, {1} selon le ministère ; {2} lauréats.",
        ("ami-2023-candidatures-avise", "ami-2023-candidatures-ministere", "ami-2023-laureats"),
    ),
    Dated(
        "2025",
        "{0} candidatures, {1} lauréats ; {2} €.",
        ("ami-2025-candidatures", "ami-2025-laureats", "ami-2025-montant-global"),
    ),
)


def _draw() -> None:
    book = figures()
    dated.show_dated(TIMELINE, book)
    st.subheader("Les appels, d’une année à l’autre", anchor=False)
    dated.show_dated(CALLS, book)
    st.caption("L’appel de 2024 a eu lieu\u00a0: nous n’en avons lu aucun chiffre d’ensemble.")


SECTION = Section("reperes", "Des repères", _draw)
