"""The sentences of a ComparisonReport. Practices have no polarity: no word here says good or bad."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ptce_data.schema import cog
from ptce_data.schema.codes import LEGAL_STATUSES, SECTORS
from ptce_data.texts.formats import NBSP, NNBSP, inflected, listing, number, percent, plural, quoted, typographic

if TYPE_CHECKING:
    from ptce_data.comparison.groups import Group
    from ptce_data.comparison.neighbours import SimilarPole, SimilarPoles
    from ptce_data.comparison.report import ComparisonReport, Estimate, PublishedValue, Row, SelectionBounds

#: Verdict → its words. There is no fourth.
VERDICTS = {"below": "en dessous", "compatible": "compatible", "above": "au-dessus"}

_CERTAINTY = {
    "stated": "",
    "counted": "",
    "unstated": "base non dite par la source",
    "impossible": "base dite par la source, arithmétiquement impossible",
}


def group_words(group: "Group", left_out: bool = False) -> str:
    """`Auvergne-Rhône-Alpes, sans mon pôle`."""
    (value,) = group.values if len(group.values) == 1 else ("",)
    match group.kind:
        case "national":
            words = "Toute la France"
        case "region":
            words = cog.REGIONS.label(value)
        case "secteur":
            words = f"Secteur principal{NBSP}: {SECTORS.label(value)}"
        case "statut":
            words = f"Structure porteuse{NBSP}: {LEGAL_STATUSES.label(value)}"
        case "qpv":
            words = "Surtout en quartier prioritaire" if value == "oui" else "Surtout hors des quartiers prioritaires"
        case "taille":
            words = f"Pôles de {value.replace('-plus', ' ou plus').replace('-', ' à ')} structures"
        case "similaires":
            words = f"Les {group.wanted} pôles les plus semblables"
        case _:
            words = f"Ma liste ({plural(len(group.values), 'pôle')})"
    return f"{words}, sans mon pôle" if left_out else words


def verdict_words(row: "Row") -> str:
    """`en dessous`, `compatible`, `au-dessus`, or why there is none."""
    if row.verdict is not None:
        return VERDICTS[row.verdict]
    return "masqué" if row.missing == "reference" else "sans réponse"


def value_words(row: "Row", estimate: "Estimate") -> str:
    """`31 %`, `13`, or the range of a masked value: `de 13 % à 25 %`."""
    if estimate.possible is not None:
        low, high = estimate.possible
        return "masqué" if (low, high) == (0, 1) else f"de {_figure(row, low)} à {_figure(row, high)}"
    return _figure(row, estimate.value)


def why(row: "Row") -> str:
    """One short reason: `24 pôles, intervalle 80–97 %`."""
    words = plural(row.poles, "pôle")
    if row.reference.low is None or row.reference.high is None:
        return words
    return f"{words}, intervalle {_range(row, row.reference.low, row.reference.high)}"


def row_sentence(row: "Row") -> str:
    """The whole row in words: the own value, the reference, the verdict and why, the poles, what was published."""
    parts = [_mine(row), _reference(row), _verdict(row), _spread(row), _published(row)]
    return " ".join(part for part in parts if part)


def selection_sentence(bounds: "SelectionBounds") -> str:
    """What may be true of those who were not kept, without assuming anything of them."""
    low, high = percent(bounds.low, 0), percent(bounds.high, 0)
    kept, of = number(bounds.kept), number(bounds.of)
    if bounds.population == "surveyed":
        return (
            f"Sur les {of}{NBSP}structures des pôles interrogés, {kept} ont été gardées{NBSP}: sans rien supposer des "
            f"autres, la vraie part est entre {low} et {high}."
        )
    return (
        f"Sur les {of}{NBSP}pôles repérés en France, {kept} ont été gardés{NBSP}: sans rien supposer des autres, la "
        f"moyenne des pôles est entre {low} et {high}."
    )


def chance_sentence(report: "ComparisonReport") -> str:
    """How many verdicts chance alone would give; "" where there is no row."""
    rows = sum(row.verdict is not None for row in report.rows)
    if not rows:
        return ""
    expected = max(1, round(report.by_chance))
    return (
        f"Sur {plural(rows, 'ligne comparée', 'lignes comparées')}, le hasard seul en met environ {number(expected)} "
        f"«{NNBSP}en dessous{NNBSP}» ou «{NNBSP}au-dessus{NNBSP}»."
    )


def rank_sentence(best: int, worst: int, poles: int) -> str:
    """`Rang : entre la 3e et la 21e place sur 24 pôles…`."""
    places = f"la {_place(best)} place" if best == worst else f"entre la {_place(best)} et la {_place(worst)} place"
    return (
        f"Rang, de la part la plus haute à la plus basse{NBSP}: {places} sur {plural(poles, 'pôle')} "
        "(intervalle de rangs à 95\N{NARROW NO-BREAK SPACE}%, méthode de Klein, Wright et Wieczorek, 2020)."
    )


def _mine(row: "Row") -> str:
    if row.measure == "size":
        return f"Mon pôle{NBSP}: {plural(row.own.value, 'structure')}."
    words = f"{row.label}{NBSP}: {value_words(row, row.own)} dans mon pôle"
    if row.own.masked:
        return f"{words} (secret statistique, base de {plural(row.own.n, 'structure')})."
    if row.own.count is None:
        return f"{words}."
    of = f"{number(row.own.count)} sur {plural(row.own.n, 'structure')}"
    return f"{words} ({of}, intervalle {_range(row, row.own.low, row.own.high)})."


def _reference(row: "Row") -> str:
    if row.missing == "reference":
        return f"Référence{NBSP}: masquée ou sans réponse."
    value = value_words(row, row.reference)
    mean = " en moyenne" if row.measure == "size" else ""
    masked = " (secret statistique)" if row.reference.masked else ""
    return f"Référence{NBSP}: {value}{mean}{masked} ({why(row)})."


def _verdict(row: "Row") -> str:
    if row.verdict is None or row.gap is None:
        return ""
    gap = f"écart de {_gap(row, row.gap[0])} à {_gap(row, row.gap[1])}{_gap_unit(row)}"
    if row.verdict == "compatible":
        return f"Mon pôle est compatible avec la référence{NBSP}: l’incertitude couvre l’égalité ({gap})."
    return f"Mon pôle est {quoted(VERDICTS[row.verdict])}{NBSP}: l’incertitude ne l’explique pas ({gap})."


def _spread(row: "Row") -> str:
    spread = row.spread
    if spread.withheld:
        return (
            f"Distribution des pôles non montrée (secret statistique){NBSP}: comparée à d’autres, elle redonnerait "
            "parfois la part d’un seul pôle."
        )
    if spread.middle is None and spread.whole is None:
        return "Trop peu de pôles pour montrer leur distribution." if spread.poles else ""
    said = []
    if spread.middle:
        said.append(f"la moitié centrale des {plural(spread.poles, 'pôle')} {_ends(row, spread.middle)}")
    if spread.whole:
        hidden = ", sans les deux pôles extrêmes de chaque côté," if spread.coarse else ""
        said.append(f"l’étendue{hidden} {_ends(row, spread.whole)}")
    words = f"{NNBSP}; ".join(said)
    return f"{words[:1].upper()}{words[1:]}."


def published_words(published: "PublishedValue") -> str:
    """`58 %`, `38,5 %`, or the words of a source that printed none: `deux tiers`."""
    return typographic(published.words) or percent(published.value, 1 if round(published.value * 1000) % 10 else 0)


def _published(row: "Row") -> str:
    published = row.published
    if published is None:
        return ""
    words = f"Publié{NBSP}: {published_words(published)}"
    if published.low is not None and published.high is not None:
        base = f"base de {plural(published.base_n, 'structure')}"
        return f"{words} ({base}, intervalle {_range(row, published.low, published.high)})."
    certainty = _CERTAINTY[published.certainty] or "base non chiffrée"
    return f"{words} ({certainty}{NBSP}: pas d’intervalle)."


def _figure(row: "Row", value: float | None) -> str:
    if row.measure == "size":
        return number(value, 0 if value is not None and float(value).is_integer() else 1)
    return percent(value, 0)


def _range(row: "Row", low: float, high: float) -> str:
    """`80–97 %`, `6,4–9,3`."""
    if row.measure == "size":
        return f"{number(low, 1)}–{number(high, 1)}"
    return f"{number(low * 100)}–{number(high * 100)}{NNBSP}%"


def _ends(row: "Row", ends: tuple[float, float]) -> str:
    low, high = (_figure(row, end) for end in ends)
    return f"est à {low}" if low == high else f"va de {low} à {high}"


def _gap(row: "Row", value: float) -> str:
    value = value if row.measure == "size" else value * 100
    written = number(value, 1 if row.measure == "size" or abs(value) < 1 else 0)
    return f"+{written}" if value > 0 and written.strip("0,") else written


def _gap_unit(row: "Row") -> str:
    if row.measure == "size":
        return f"{NBSP}{inflected(2, 'structure')}"
    return f"{NBSP}points"


def _place(rank: int) -> str:
    return "1re" if rank == 1 else f"{rank}e"


#: Distances on one variable up to which two poles are alike, and from which they are unlike.
_ALIKE, _UNLIKE = 0.1, 0.5


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


def far_warning(similar: "SimilarPoles") -> str:
    """What must be said where the « similar » are not; "" where they are."""
    if not similar.far:
        return ""
    return (
        f"Ces pôles sont dits {quoted('semblables')} faute de mieux{NBSP}: la moitié au moins ne ressemble pas plus au "
        f"mien que deux pôles pris au hasard (distance médiane{NBSP}: {number(similar.typical, 2)})."
    )
