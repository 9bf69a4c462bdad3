"""Reference groups: their few words in a link (`groupe=region:84`), the poles that each is made of, and whether
those are enough.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ptce_data.comparison.sample_answers import Sample
from ptce_data.disclosure.comparison_policy import MIN_ANSWERS, pole_size
from ptce_data.engines import Condition, Criterion
from ptce_data.indicators import INDICATOR
from ptce_data.schema import codes, cog
from ptce_data.schema.codes import SECTORS, Code, CodeList
from ptce_data.selection import Filter
from ptce_data.texts import plural

if TYPE_CHECKING:
    import numpy as np


#: The key of the group in a link.
KEY = "groupe"

SIZES = CodeList(
    "size", "Taille", tuple(Code(interval.code, interval.label) for interval in INDICATOR["pole-size"].bins)
)

#: How many similar poles are taken when the link does not say.
SIMILAR = 8
MOST_SIMILAR = 50
LONGEST_LIST = 200


@dataclass(frozen=True)
class Kind:
    """A way of choosing poles. `codes` closes its values, None where it has none or they are not codes."""

    key: str
    label: str
    meaning: str
    codes: CodeList | None = None


KINDS: tuple[Kind, ...] = (
    Kind("national", "Toute la France", "Tous les autres pôles de l’échantillon."),
    Kind("region", "Une région", "Les pôles de cette région.", cog.REGIONS),
    Kind(
        "secteur",
        "Un secteur principal",
        "Le secteur que déclarent le plus de structures du pôle\u202f; à égalité, le premier de la liste des secteurs.",
        codes.SECTORS,
    ),
    Kind(
        "statut",
        "Un statut de structure porteuse",
        "Le statut de la structure qui porte le pôle.",
        codes.LEGAL_STATUSES,
    ),
    Kind(
        "qpv",
        "En quartier prioritaire ou non",
        "«\u202fOui\u202f»\u00a0: la moitié au moins des structures y est, sur trois réponses au moins.",
        codes.YES_NO,
    ),
    Kind("taille", "Une taille", "Le nombre de structures membres qui ont répondu.", SIZES),
    Kind("similaires", "Les pôles semblables", "Les plus proches par leur contexte (distance de Gower)."),
    Kind("liste", "Ma liste", "Les pôles que l’on choisit un à un."),
)

KIND = {kind.key: kind for kind in KINDS}

#: Kinds by which any set of poles can be made, one pole more or less at will.
CHOSEN = ("similaires", "liste")


@dataclass(frozen=True)
class Group:
    """A reference group: a kind and its values, codes of the kind, a number of similar poles, or pole identifiers.

    Raises ValueError for a kind or a value that doesn't exist; links go through `from_text`, which never raises.
    """

    kind: str = "national"
    values: tuple[str, ...] = ()

    def __post_init__(self):
        problem = _problem(self.kind, self.values)
        if problem:
            raise ValueError(problem)

    def to_text(self) -> str:
        """`national`, `region:84`, `liste:demo-01,demo-05`."""
        return f"{self.kind}:{','.join(self.values)}" if self.values else self.kind

    @property
    def wanted(self) -> int:
        """How many similar poles are wanted."""
        return int(self.values[0]) if self.kind == "similaires" and self.values else SIMILAR


@dataclass(frozen=True)
class ReadGroup:
    """A link read: the Group, the national one where the text says none that exists; and the problem, in French."""

    group: Group = field(default_factory=Group)
    problem: str = ""


def from_text(text: object) -> ReadGroup:
    """Read the group of a link, never raising: what isn't understood gives the national group and says why."""
    words = text.strip() if isinstance(text, str) else ""
    if not words:
        return ReadGroup()
    kind, _, listed = words[:4_000].partition(":")
    values = tuple(dict.fromkeys(part for part in (part.strip() for part in listed.split(",")) if part))
    problem = _problem(kind, values)
    return ReadGroup(problem=problem) if problem else ReadGroup(Group(kind, values))


def _problem(kind: str, values: tuple[str, ...]) -> str:
    if kind not in KIND:
        return f"Groupe de référence inconnu\u00a0: «\u202f{kind[:40]}\u202f»."
    allowed = KIND[kind].codes
    if allowed is not None:
        unknown = [value for value in values if value not in allowed]
        if unknown or len(values) != 1:
            said = unknown[0][:40] if unknown else ", ".join(values)[:40]
            return f"{KIND[kind].label}\u00a0: un seul code attendu, et «\u202f{said}\u202f» n’en est pas un."
    elif kind == "similaires":
        if len(values) > 1 or not all(value.isascii() and value.isdigit() for value in values):
            return "Pôles semblables\u00a0: un nombre est attendu."
        if values and not 3 <= int(values[0][:9]) <= MOST_SIMILAR:
            return f"Pôles semblables\u00a0: de 3 à {MOST_SIMILAR}."
    elif kind == "liste":
        if not values or len(values) > LONGEST_LIST:
            return f"Ma liste\u00a0: de 1 à {LONGEST_LIST} identifiants de pôles sont attendus."
    elif values:
        return f"{KIND[kind].label}\u00a0: aucun code n’est attendu."
    return ""


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

    answers = np.array([sample.said("sectors", code) for code in SECTORS.keys]).reshape(len(SECTORS), len(sample))
    return np.where(answers.max(axis=0, initial=0) > 0, answers.argmax(axis=0), len(SECTORS))


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

    uppers = [interval.upper for interval in INDICATOR["pole-size"].bins if interval.upper is not None]
    return np.searchsorted(uppers, sample.structures, side="left")


def members(sample: Sample, group: Group, left_out: str | None = None) -> "np.ndarray":
    """Ranks of the poles of a group that is no list of similar poles, the pole `left_out` taken away."""
    import numpy as np

    (value,) = group.values if len(group.values) == 1 else ("",)
    match group.kind:
        case "national":
            chosen = np.ones(len(sample), dtype=bool)
        case "region":
            chosen = np.array(sample.texts["region_code"]) == value
        case "statut":
            chosen = np.array(sample.texts["legal_status"]) == value
        case "secteur":
            chosen = main_sectors(sample) == SECTORS.order(value)
        case "qpv":
            chosen = by_halves(sample, "qpv") == int(value == "oui")
        case "taille":
            chosen = size_classes(sample) == SIZES.order(value)
        case "liste":
            wanted = set(group.values)
            chosen = np.array([pole in wanted for pole in sample.ids], dtype=bool)
        case _:
            raise ValueError(f"{group.kind!r} has no members of its own: see `similar`")
    chosen = chosen & np.array([pole != left_out for pole in sample.ids], dtype=bool)
    return np.flatnonzero(chosen)


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
    labelled = [(Group(), KIND["national"].label)]
    labelled += [(Group(kind.key, (code.code,)), code.label) for kind in KINDS for code in kind.codes or ()]
    built = []
    for group, label in labelled:
        ranks = members(sample, group, left_out)
        structures = int(sample.structures[ranks].sum())
        if len(ranks):
            built.append(Option(group, label, len(ranks), structures, refusal(len(ranks), structures)))
    return tuple(built)


@dataclass(frozen=True)
class Peer:
    """A pole of the group. structures: its members that answered, None where that isn't shown."""

    pole_id: str
    name: str
    departement_code: str
    region_code: str
    structures: int | None


_TEXTS = ("pole_id", "name", "departement_code", "region_code")


def peers(sample: Sample, ranks: Iterable[int]) -> tuple[Peer, ...]:
    """The poles of these ranks in the sample, in the order of names."""
    built = (
        Peer(*(sample.texts[column][rank] for column in _TEXTS), pole_size(sample.structures[rank], sample.release))
        for rank in ranks
    )
    return tuple(sorted(built, key=lambda peer: (peer.name.casefold(), peer.pole_id)))


@dataclass(frozen=True)
class PoleSubset:
    """The structures of these poles of the sample. Stands where `indicators.compute` expects a Selection.

    words: the group in French, "" for the whole sample. It is never a link: `Group.to_text` is.
    """

    pole_ids: tuple[str, ...]
    words: str

    def on(self, dataset: str) -> "PoleSubset":
        """Itself: a group is of the sample, whatever filters there are."""
        return self

    def criteria(self) -> tuple[Criterion, ...]:
        if not self.words:
            return ()
        return (Criterion("group", ((Condition("pole_id", self.pole_ids),),)),)

    def active(self) -> tuple[tuple[Filter, str], ...]:
        if not self.words:
            return ()
        codes = CodeList("group", "Groupe de référence", (Code("group", self.words),))
        meaning = "Structures des pôles du groupe de référence."
        group = Filter(
            field="group",
            key="groupe",
            label="Groupe de référence",
            column="pole_id",
            codes=codes,
            sample_meaning=meaning,
        )
        return ((group, "group"),)
