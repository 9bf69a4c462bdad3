"""Indicators of the effects of cooperation: one per question of the codebook, then coordination."""

from ptce_data.indicators.declaration import Indicator, Kind
from ptce_data.schema.contracts import Bin
from ptce_data.schema.questions import QUESTIONS
from ptce_data.schema.sides import Side

_NOT_ASKED = "Nommé par la source, sans chiffre publié\u202f: rien n’est inventé ici."

_COORDINATION = {
    "theme": "coordination",
    "page": "effets",
    "dataset": "sample_poles",
    "side": Side.SAMPLE,
    "heading": "Coordination",
}

#: Question → the section of its page.
_HEADINGS = {
    "values": "Ce qui fonde et relie",
    "pooling": "Ce qui fonde et relie",
    "cooperation-forms": "Formes et contributions",
    "contributions": "Formes et contributions",
    "hr-impact": "Ressources humaines",
    "hr-effects": "Ressources humaines",
    "perceived-effects": "Effets ressentis",
}

#: Question → what the structures that say yes to an item do.
_PHRASES = {
    "values": "citent la valeur {label}",
    "pooling": "mettent en commun {label}",
    "cooperation-forms": "pratiquent {label}",
    "contributions": "apportent {label}",
    "hr-effects": "constatent l’effet {label}",
    "perceived-effects": "ressentent l’effet {label}",
}
_ITEM_PHRASES = {"hr-impact": {"effet-rh": "constatent un effet sur la gestion des ressources humaines"}}

EFFECTS: tuple[Indicator, ...] = (
    *(
        Indicator(
            key=question.key,
            title=question.wording.replace(" ?", "\u202f?"),
            theme=question.theme,
            page="effets",
            side=Side.SAMPLE,
            kind=Kind.QUESTION,
            heading=_HEADINGS[question.key],
            dataset="responses",
            phrase=_PHRASES.get(question.key, ""),
            item_phrases=_ITEM_PHRASES.get(question.key, {}),
            multiple=question.multiple,
            note="" if question.asked else _NOT_ASKED,
        )
        for question in QUESTIONS
    ),
    Indicator(
        key="coordination",
        title="Quelle part des emplois du pôle va à la coordination\u202f?",
        kind=Kind.RATIO,
        note="Équivalents temps plein (ETP) de coordination rapportés aux ETP des pôles. Le minimum et le maximum "
        "sont la réponse d’un seul pôle\u202f: ils sont masqués, sauf si trois pôles la partagent.",
        **_COORDINATION,
    ),
    Indicator(
        key="coordination-distribution",
        title="Combien de pôles consacrent telle part de leurs emplois à la coordination\u202f?",
        kind=Kind.RATIO_BINS,
        bins=(
            Bin("0", "0\u202f%", 0),
            Bin("0-5", "Jusqu’à 5\u202f%", 5),
            Bin("5-10", "Plus de 5 à 10\u202f%", 10),
            Bin("10-20", "Plus de 10 à 20\u202f%", 20),
            Bin("20-plus", "Plus de 20\u202f%", None),
        ),
        phrase="sont dans la tranche {label}",
        note="Un pôle à 0\u202f% est animé par des bénévoles.",
        **_COORDINATION,
    ),
)
