"""Reference groups: what one can be set against, and its few words in a link (`groupe=region:84`)."""

from dataclasses import dataclass, field

from ptce_data.indicators import INDICATOR
from ptce_data.schema import codes, cog
from ptce_data.schema.codes import Code, CodeList

#: The key of the group in a link.
KEY = "groupe"

SIZES = CodeList("size", "Taille", tuple(Code(one.code, one.label) for one in INDICATOR["pole-size"].bins))

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
