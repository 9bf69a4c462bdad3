"""What the respondents of a figure do, to be said after "187 structures": by indicator, or by item where it differs."""

from ptce_data.results import Item, Result
from ptce_data.texts.formats import quoted

_DEFAULT = "répondent {label}"

#: Indicator key → verb phrase; {label} is the item's label between « ».
PHRASES: dict[str, str] = {
    "poles-by-sector": "agissent dans le secteur {label}",
    "poles-by-region": "sont dans la région {label}",
    "poles-by-recognition": "sont classés {label}",
    "poles-by-legal-status": "ont une structure porteuse de statut {label}",
    "sectors": "déclarent le secteur {label}",
    "legal-status": "ont le statut {label}",
    "regions": "sont dans la région {label}",
    "pole-size": "comptent {label}",
    "values": "citent la valeur {label}",
    "pooling": "mettent en commun {label}",
    "cooperation-forms": "pratiquent {label}",
    "contributions": "apportent {label}",
    "hr-effects": "constatent l’effet {label}",
    "perceived-effects": "ressentent l’effet {label}",
    "coordination-distribution": "sont dans la tranche {label}",
}

#: (indicator key, item code) → verb phrase, where a label makes no good French.
ITEM_PHRASES: dict[tuple[str, str], str] = {
    ("iae", "oui"): "relèvent de l’insertion par l’activité économique",
    ("iae", "non"): "ne relèvent pas de l’insertion par l’activité économique",
    ("qpv", "oui"): "sont dans un quartier prioritaire",
    ("qpv", "non"): "ne sont pas dans un quartier prioritaire",
    ("hr-impact", "effet-rh"): "constatent un effet sur la gestion des ressources humaines",
    ("poles-by-sector", "nr"): "n’ont pas de secteur renseigné",
    ("poles-by-legal-status", "nr"): "n’ont pas de statut renseigné",
}


def phrase(result: Result, item: Item) -> str:
    """`ont le statut « Association »`."""
    own = ITEM_PHRASES.get((result.key, item.code)) or PHRASES.get(result.key, _DEFAULT)
    return own.format(label=quoted(item.label))
