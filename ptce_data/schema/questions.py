"""The survey codebook: one entry per question, in the order in which a reader meets them.

Source of keys and order: the survey of the PTCE by Le Labo de l'ESS (2017, data of 2015), as reported by its
published articles. The questionnaire itself was never published: wordings are ours.
"""

from dataclasses import dataclass

from ptce_data.schema.codes import LEGAL_STATUSES, SECTORS, Code


@dataclass(frozen=True)
class Question:
    """One question: who was asked (`unit`), what could be ticked (`items`), one or several answers.

    `base_certainty` says what is known of the base of the published percentages (code list BASE_CERTAINTIES).
    `asked` is False where the source names the items and publishes no figure: no respondent of the
    demonstration sample answers them, and they are shown as "sans chiffre publié". `version` changes whenever the
    wording, the items or who is asked does: two waves are joined by a line only where it is the same in both.
    """

    key: str
    wording: str
    unit: str
    items: tuple[Code, ...]
    multiple: bool
    theme: str
    base_certainty: str
    base_note: str = ""
    asked: bool = True
    version: str = "2017"


QUESTIONS: tuple[Question, ...] = (
    Question(
        "values",
        "Quelles valeurs fondent le pôle ?",
        "structure",
        (
            Code("cooperation", "Coopération"),
            Code("mutualisation", "Mutualisation"),
            Code("lien-social", "Lien social et solidarité"),
        ),
        multiple=True,
        theme="values",
        base_certainty="impossible",
        base_note="La source dit « 24 PTCE » ; 82 % est impossible sur 24 (19 sur 24 = 79,2 % ; 20 sur 24 = 83,3 %).",
    ),
    Question(
        "pooling",
        "Que mutualisent les membres ?",
        "structure",
        (
            Code("competences", "Compétences"),
            Code("connaissances", "Connaissances"),
            Code("lieux", "Lieux"),
            Code("moyens-materiels", "Moyens matériels"),
            Code("moyens-financiers", "Moyens financiers"),
        ),
        multiple=True,
        theme="pooling",
        base_certainty="unstated",
        base_note="Base non dite ; les cinq pourcentages ensemble sont impossibles sur 24 pôles, possibles sur 187.",
    ),
    Question(
        "cooperation-forms",
        "Quelles formes prend la coopération ?",
        "structure",
        (
            Code("strategique", "Coopération stratégique", "Décider, représenter, orienter ensemble."),
            Code("commerciale", "Coopération commerciale", "Acheter, vendre, répondre à des marchés ensemble."),
        ),
        multiple=True,
        theme="forms",
        base_certainty="unstated",
        base_note="Formes nommées par la source, sans chiffre.",
        asked=False,
    ),
    Question(
        "contributions",
        "Qu’apporte la coopération au territoire ?",
        "structure",
        (
            Code("benevolat", "Bénévolat"),
            Code("mecenat", "Mécénat et parrainage"),
            Code("formation", "Formation"),
        ),
        multiple=True,
        theme="forms",
        base_certainty="unstated",
        base_note="Contributions nommées par la source, sans chiffre.",
        asked=False,
    ),
    Question(
        "hr-impact",
        "L’appartenance au pôle a-t-elle un effet sur les ressources humaines ?",
        "structure",
        (Code("effet-rh", "Un effet sur la gestion des ressources humaines"),),
        multiple=False,
        theme="hr",
        base_certainty="stated",
        base_note="La source dit « deux tiers » des structures membres.",
    ),
    Question(
        "hr-effects",
        "Quels effets sur les ressources humaines ?",
        "structure",
        (
            Code("relations", "Qualité des relations professionnelles"),
            Code("mobilite", "Mobilité des salariés entre structures"),
            Code("gestion-emplois", "Meilleure gestion des emplois"),
        ),
        multiple=True,
        theme="hr",
        base_certainty="unstated",
        base_note="Toutes les structures, ou les deux tiers qui disent un effet : la source ne tranche pas.",
    ),
    Question(
        "perceived-effects",
        "Quels effets de la coopération sont ressentis ?",
        "structure",
        (
            Code("reponses-collectives", "Réponses collectives innovantes aux besoins"),
            Code("proximite", "Proximité entre acteurs"),
            Code("sortie-isolement", "Sortie de l’isolement"),
            Code("confiance", "Climat de confiance"),
        ),
        multiple=True,
        theme="effects",
        base_certainty="unstated",
        base_note="« Répondants » ou « membres » selon la phrase ; la base n’est pas chiffrée.",
    ),
)

QUESTION = {question.key: question for question in QUESTIONS}

#: What a published figure may document: the items of a question, or of a fact recorded for each unit.
DOCUMENTED_ITEMS: dict[str, tuple[str, ...]] = {
    question.key: tuple(item.code for item in question.items) for question in QUESTIONS
} | {
    "legal-status": LEGAL_STATUSES.keys,
    "sectors": SECTORS.keys,
    "iae": ("oui",),
    "qpv": ("oui",),
    "coordination": ("overall", "minimum", "maximum"),
}
