"""The verdict on a published percentage, in words: what whole numbers allow, and nothing more."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ptce_data.texts.formats import NBSP, NNBSP, listing, number, plural, published_percent, quoted, typographic

if TYPE_CHECKING:
    from ptce_data.published.grim_model import Candidate, Checked, Group
    from ptce_data.statistics import Bases

VERDICTS = {"possible": "possible", "impossible": "impossible", "undecidable": "indécidable"}

#: Reason → (after "indécidable :", a sentence).
_REASONS = {
    "no-base": (
        "base non chiffrée",
        "La source ne chiffre pas la base de ce pourcentage : l’arithmétique ne peut ni le confirmer, ni l’écarter.",
    ),
    "amount": (
        "part d’un montant",
        "C’est la part d’un montant ou d’un temps de travail, pas d’un nombre de répondants : aucun nombre entier "
        "n’est à retrouver.",
    ),
    "words": (
        "pas de pourcentage simple",
        "La source l’écrit en toutes lettres : il n’y a pas de décimale à vérifier.",
    ),
    "change": ("une évolution", "C’est une évolution, pas une part : elle peut dépasser 100 % sur toute base."),
}

#: What the facts file writes where the source says nothing of a base.
_SILENT = "non dite"

#: A longer list of numerators is told by its two ends.
_LISTED = 3


def printed(one: "Checked") -> str:
    """`82 %`, `deux tiers`, `> 90 %`: as the source prints it."""
    if one.words:
        return typographic(one.words if one.words[0].isalpha() else f"{one.words} %")
    return published_percent(one.percent)


def verdict(one: "Checked") -> str:
    """`impossible sur 24`, `possible sur 187`, `indécidable : base non chiffrée`, in a line of a list."""
    if one.reason:
        return f"indécidable{NBSP}: {_REASONS[one.reason][0]}"
    words = f"{VERDICTS[one.verdict]} sur {number(one.base_n)}"
    if one.truncated_only:
        words += " si la source tronque"
    if one.impossible_together and one.verdict == "possible":
        words += ", impossible avec ses voisins"
    return words


def verdict_sentence(one: "Checked") -> str:
    """Why: one to three sentences."""
    if one.reason:
        return typographic(_REASONS[one.reason][1])
    base, shown = number(one.base_n), printed(one)
    if one.verdict == "impossible":
        words = f"Aucun nombre de répondants sur {base} ne donne {shown}, ni arrondi, ni tronqué."
    elif one.truncated_only:
        words = (
            f"Sur {base}, {shown} n’est possible que si la source tronque au lieu d’arrondir{NBSP}: "
            f"{numerators(one.ways[1].numerators)} sur {base}."
        )
    else:
        words = (
            f"{shown} est possible sur {base}{NBSP}: {numerators(one.ways[0].numerators)} sur {base}, en arrondissant."
        )
    if one.impossible_together:
        words += " Avec les autres réponses à la même question, cette base est impossible."
    elif one.verdict == "possible":
        words += " Possible ne veut pas dire vrai."
    return words


def numerators(counts: Sequence[int]) -> str:
    """`106 ou 107`, `de 4 à 9`, `aucun`."""
    if len(counts) > _LISTED:
        return f"de {number(counts[0])} à {number(counts[-1])}"
    return listing([number(count) for count in counts]).replace(" et ", " ou ") or "aucun"


def bases(possible: "Bases", at_most: int | None = None) -> str:
    """`11, 17, 22 à 24, puis toutes à partir de 60`; `aucune` where none ever is.

    at_most: runs told before "…", all when None.
    """
    if possible.always is None:
        return "aucune"
    told = possible.runs[:at_most]
    runs = [
        number(first) if first == last else f"{number(first)} {'et' if last == first + 1 else 'à'} {number(last)}"
        for first, last in told
    ]
    runs += ["…"] if len(told) < len(possible.runs) else []
    end = f"toutes à partir de {number(possible.always)}"
    return ", ".join([*runs, f"puis {end}"]) if runs else end


def base_stated(one: "Checked") -> str:
    """`24 (attribué aux « 24 PTCE »)`: the number, then the words of the facts file; "" without either."""
    words = "" if one.base_as_stated == _SILENT else typographic(one.base_as_stated)
    if one.base_n is None:
        return words
    stated = number(one.base_n)
    return f"{stated} ({words})" if words else stated


def candidate(one: "Candidate") -> str:
    """`24 pôles : aucun`, `187 structures : 153 ou 154, 154 ou 155 en tronquant`."""
    words = f"{number(one.base)}{NBSP}{one.unit}"
    if not one.possible:
        return f"{words}{NBSP}: impossible"
    parts = [numerators(one.rounded) if one.rounded else ""]
    parts += [f"{numerators(one.truncated)} en tronquant"] if one.truncated != one.rounded and one.truncated else []
    return f"{words}{NBSP}: {', '.join(filter(None, parts))}"


def group_sentence(group: "Group") -> str:
    """The answers to one question together: on the base stated, on those the survey is known to have, and the least."""
    shown = listing([printed(one) for one in group.members])
    rounded, truncated = (way.bases.smallest for way in group.ways)
    parts = []
    if group.base:
        many = "possibles" if group.verdict == "possible" else "impossibles"
        parts.append(f"{shown}{NBSP}: ensemble {many} sur {number(group.base)}, la base dite.")
    else:
        parts.append(f"{shown}{NBSP}: indécidable, la source ne chiffre pas leur base.")
    if group.known and group.verdict != "possible":
        parts.append(_known(group))
    parts.append(
        f"Plus petite base commune{NBSP}: {number(rounded)} en arrondissant, {number(truncated)} en tronquant."
    )
    return " ".join(parts)


def _known(group: "Group") -> str:
    """`Ensemble impossibles sur 24 pôles ou 50 pôles ; possibles sur 187 structures.`"""
    known = [one for one in group.known if one[0] != group.base]
    said = []
    for word, possible in (("impossibles", False), ("possibles", True)):
        found = [f"{number(base)}{NBSP}{unit}" for base, unit, fits in known if fits is possible]
        said += [f"{word} sur {listing(found).replace(' et ', ' ou ')}"] if found else []
    return (
        f"{'Autres bases' if group.base else 'Bases'} connues de l’enquête{NBSP}: ensemble {f'{NNBSP}; '.join(said)}."
    )


def citation(one: "Checked", site: str, address: str) -> str:
    """What to write under a copy of the verdict: figure, verdict, its source, this page."""
    source = typographic(", ".join(filter(None, (one.survey, one.date))))
    return (
        f"{quoted(f'{printed(one)}, {typographic(one.item)}')} ({source}, {one.url}){NBSP}: {verdict(one)}. "
        f"Vérification{NBSP}: {site}, {address}"
    )


def tally(possible: int, impossible: int, undecidable: int, computed: int) -> str:
    """The whole list in a sentence."""
    alone = "seul ou avec ses voisins" if impossible < 2 else "seuls ou avec leurs voisins"
    whole = possible + impossible + undecidable
    return (
        f"{plural(whole, 'pourcentage')}, dont {number(computed)} calculés par nous sur des nombres publiés{NBSP}: "
        f"{plural(possible, 'possible')} sur la base dite, {plural(impossible, 'impossible')}, {alone}, "
        f"{plural(undecidable, 'indécidable')}."
    )
