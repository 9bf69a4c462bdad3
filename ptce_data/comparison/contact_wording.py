"""Why a pole is like mine, and why to call it: one line each."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ptce_data.schema.codes import SECTORS
from ptce_data.schema.questions import QUESTION
from ptce_data.texts.formats import NBSP, NNBSP, listing, number, quoted

if TYPE_CHECKING:
    from ptce_data.comparison.contacts import Call
    from ptce_data.comparison.similar import Similar, SimilarPole

#: Distances on one variable up to which two poles are alike, and from which they are unlike.
_ALIKE, _UNLIKE = 0.1, 0.5

#: (question, item) → what a pole does.
_PRACTICES = {
    ("pooling", "competences"): "partagent des compétences",
    ("pooling", "connaissances"): "partagent des connaissances",
    ("pooling", "lieux"): "partagent des lieux",
    ("pooling", "moyens-materiels"): "partagent des moyens matériels",
    ("pooling", "moyens-financiers"): "partagent des moyens financiers",
}


def call_reason(call: "Call", words: Mapping[str, str]) -> str:
    """`À 20 km environ, même région ; aussi dans « Culture » ; agit dans « Emploi », absent de mon pôle.`

    words: variable of the context → its words in a sentence.
    """
    if call.provenance == "public":
        return _real_reason(call)
    alike = listing([words[key] for key in call.alike])
    opening = f"semblable par {alike}" if alike else "contexte voisin"
    practices = listing([_practice(indicator, item) for indicator, item in call.brings])
    return (
        f"{_origin(call)}{NBSP}: {opening}{NNBSP}; la plupart de ses structures {practices}, "
        "un tiers au plus des miennes."
    )


def similar_reason(pole: "SimilarPole", words: Mapping[str, str]) -> str:
    """`Proche par la taille et les secteurs. Différent par la part en quartier prioritaire. Inconnu : …`"""
    groups = {"Proche par ": [], "Différent par ": [], f"Inconnu{NBSP}: ": []}
    for reason in pole.reasons:
        if not reason.weight:
            continue
        if reason.distance is None:
            groups[f"Inconnu{NBSP}: "].append(words[reason.variable])
        elif reason.distance <= _ALIKE:
            groups["Proche par "].append(words[reason.variable])
        elif reason.distance >= _UNLIKE:
            groups["Différent par "].append(words[reason.variable])
    said = [f"{opening}{listing(named)}." for opening, named in groups.items() if named]
    return " ".join(said) or "Assez proche sur tout, tout à fait semblable sur rien."


def far_warning(similar: "Similar") -> str:
    """What must be said where the « similar » are not; "" where they are."""
    if not similar.far:
        return ""
    return (
        f"Ces pôles sont dits {quoted('semblables')} faute de mieux{NBSP}: la moitié au moins ne ressemble pas plus au "
        f"mien que deux pôles pris au hasard (distance médiane{NBSP}: {number(similar.typical, 2)})."
    )


def _real_reason(call: "Call") -> str:
    place = []
    if call.km is not None:
        place.append(f"à {number(round(call.km, -1) or 10)}{NBSP}km environ")
    if call.same_region:
        place.append("même région")
    parts = [", ".join(place)] if place else []
    if call.shared:
        parts.append(f"aussi dans {_sectors(call.shared)}")
    brought = [item for indicator, item in call.brings if indicator == "sectors"]
    absent = "absent de mon pôle" if len(brought) == 1 else "absents de mon pôle"
    parts.append(f"agit dans {_sectors(brought)}, {absent}")
    words = f"{NNBSP}; ".join(parts)
    return f"{words[:1].upper()}{words[1:]}."


def _origin(call: "Call") -> str:
    return "Pôle de l’échantillon de démonstration" if call.provenance == "demonstration" else "Pôle de l’enquête"


def _sectors(codes) -> str:
    return listing([quoted(SECTORS.label(code)) for code in codes])


def _practice(indicator: str, item: str) -> str:
    own = _PRACTICES.get((indicator, item))
    if own:
        return own
    label = next(code.label for code in QUESTION[indicator].items if code.code == item)
    return f"disent {quoted(label)}"
