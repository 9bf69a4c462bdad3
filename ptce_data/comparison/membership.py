"""Which poles a group is made of, my own left out, and whether they are enough."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ptce_data.comparison.groups import KIND, KINDS, SIZES, Group
from ptce_data.comparison.sample_answers import Sample
from ptce_data.disclosure.comparison_policy import MIN_ANSWERS
from ptce_data.indicators import INDICATOR
from ptce_data.schema.codes import SECTORS
from ptce_data.texts import plural

if TYPE_CHECKING:
    import numpy as np

#: Poles and structures under which a group is no reference. At 20 answers an interval is already 40 points wide.
MIN_POLES = 3
MIN_STRUCTURES = 20


def refusal(poles: int, structures: int | None) -> str:
    """Why a group of that many poles and structures (None: not shown) is refused, in French; "" when it is enough."""
    if poles < MIN_POLES:
        many = "Aucun pôle" if not poles else plural(poles, "pôle")
        return (
            f"{many} dans ce groupe, mon pôle mis à part\u00a0: il en faut au moins {MIN_POLES}, "
            "sinon la comparaison dirait ce qu’un seul a répondu."
        )
    if structures is not None and structures < MIN_STRUCTURES:
        return (
            f"{plural(structures, 'structure')} dans ce groupe\u00a0: il en faut au moins {MIN_STRUCTURES}, "
            "sinon l’incertitude dépasse quarante points et rien ne se distingue de rien."
        )
    return ""


def main_sectors(sample: Sample) -> "np.ndarray":
    """The main sector of each pole as a rank in SECTORS, len(SECTORS) where none is known."""
    import numpy as np

    said = np.array([sample.said("sectors", code) for code in SECTORS.keys]).reshape(len(SECTORS), len(sample))
    return np.where(said.max(axis=0, initial=0) > 0, said.argmax(axis=0), len(SECTORS))


def by_halves(sample: Sample, indicator: str) -> "np.ndarray":
    """1 where half at least of the structures that answered say "oui", 0 where fewer do, -1 under MIN_ANSWERS.

    Half, and no finer: a quarter of four structures would be the answer of one.
    """
    import numpy as np

    answered = sample.answered[indicator]
    return np.where(answered < MIN_ANSWERS, -1, (2 * sample.said(indicator, "oui") >= answered).astype(int))


def size_classes(sample: Sample) -> "np.ndarray":
    """The class of each pole's number of structures, as a rank in SIZES."""
    import numpy as np

    uppers = [one.upper for one in INDICATOR["pole-size"].bins if one.upper is not None]
    return np.searchsorted(uppers, sample.structures, side="left")


def members(sample: Sample, group: Group, left_out: str | None = None) -> "np.ndarray":
    """Ranks of the poles of a group that is no list of similar poles, the pole `left_out` taken away."""
    import numpy as np

    (value,) = group.values if len(group.values) == 1 else ("",)
    match group.kind:
        case "national":
            kept = np.ones(len(sample), dtype=bool)
        case "region":
            kept = np.array(sample.texts["region_code"]) == value
        case "statut":
            kept = np.array(sample.texts["legal_status"]) == value
        case "secteur":
            kept = main_sectors(sample) == SECTORS.order(value)
        case "qpv":
            kept = by_halves(sample, "qpv") == int(value == "oui")
        case "taille":
            kept = size_classes(sample) == SIZES.order(value)
        case "liste":
            wanted = set(group.values)
            kept = np.array([pole in wanted for pole in sample.ids], dtype=bool)
        case _:
            raise ValueError(f"{group.kind!r} has no members of its own: see `similar`")
    kept = kept & np.array([pole != left_out for pole in sample.ids], dtype=bool)
    return np.flatnonzero(kept)


@dataclass(frozen=True)
class Option:
    """A group that one may pick, and how many poles and structures it has; `refusal` is "" where it is enough."""

    group: Group
    label: str
    poles: int
    structures: int
    refusal: str


def options(sample: Sample, left_out: str | None = None) -> tuple[Option, ...]:
    """The national group and every group of a closed list that has a pole, in editorial order."""
    found = [(Group(), KIND["national"].label)]
    found += [(Group(kind.key, (code.code,)), code.label) for kind in KINDS for code in kind.codes or ()]
    built = []
    for group, label in found:
        ranks = members(sample, group, left_out)
        structures = int(sample.structures[ranks].sum())
        if len(ranks):
            built.append(Option(group, label, len(ranks), structures, refusal(len(ranks), structures)))
    return tuple(built)
