"""The filters and the frozen Selection that every page, file and link shares.

Values are codes. Between filters: and. Within a filter: or. Région and département are one territory filter:
a chosen département narrows its région, and a région without a chosen département is taken whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import parse_qsl, urlencode

from ptce_data.engines import Condition, Criterion
from ptce_data.schema import codes, cog
from ptce_data.schema.codes import NOT_RECORDED, CodeList
from ptce_data.texts import NBSP, NNBSP

#: A longer link is not read at all: no honest link of this app comes near.
MAX_QUERY_CHARACTERS = 4_000


@dataclass(frozen=True)
class Filter:
    """One filter: its Selection field, its key in a link, its label, its column and its closed list."""

    field: str
    key: str
    label: str
    column: str
    codes: CodeList
    public_meaning: str  # what it means for a real pole
    sample_meaning: str  # what it means for a structure of the sample
    optional: bool = True  # "non renseigné" can be picked
    made_up: str = ""  # what more must be said where the sample is made up


FILTERS: tuple[Filter, ...] = (
    Filter(
        "regions",
        "region",
        "Région",
        "region_code",
        cog.REGIONS,
        "Région du pôle.",
        "Région de la structure.",
        optional=False,
    ),
    Filter(
        "departements",
        "departement",
        "Département",
        "departement_code",
        cog.DEPARTEMENTS,
        "Département du pôle ; un pôle connu par sa seule région est « non renseigné ».",
        "Département de la structure.",
    ),
    Filter(
        "sectors",
        "secteur",
        "Secteur d’activité",
        "sectors",
        codes.SECTORS,
        "L’un au moins des secteurs du pôle.",
        "L’un au moins des secteurs de la structure.",
    ),
    Filter(
        "legal_statuses",
        "statut",
        "Statut juridique",
        "legal_status",
        codes.LEGAL_STATUSES,
        "Statut de la structure porteuse du pôle.",
        "Statut de chaque structure.",
    ),
    Filter(
        "recognitions",
        "vague",
        "Reconnaissance",
        "recognition",
        codes.RECOGNITIONS,
        "Vague de reconnaissance lue pour le pôle.",
        "Vague du pôle de la structure.",
        made_up="Dans l’échantillon de démonstration, elle est fabriquée.",
    ),
    Filter(
        "qpv",
        "qpv",
        "Quartier prioritaire",
        "in_qpv",
        codes.YES_NO,
        "« Oui » : la commune du pôle compte au moins un QPV. L’adresse du pôle dans un QPV n’est pas connue.",
        "La structure est implantée dans un QPV.",
    ),
    Filter(
        "iae",
        "iae",
        "Insertion (IAE)",
        "iae",
        codes.YES_NO,
        "L’annuaire public ne dit pas si un pôle relève de l’IAE : tous y sont « non renseigné ».",
        "La structure relève de l’insertion par l’activité économique.",
    ),
)

FILTER = {filter_.field: filter_ for filter_ in FILTERS}
FILTER_BY_KEY = {filter_.key: filter_ for filter_ in FILTERS}


#: The criterion of the two territory fields, which are one filter.
TERRITORY = "territory"


def criterion_key(filter_: Filter) -> str:
    """The key of the engine's criterion that a filter belongs to."""
    return TERRITORY if filter_.field in ("regions", "departements") else filter_.field


def options(filter_: Filter) -> tuple[str, ...]:
    """The codes one can pick, in editorial order, "non renseigné" last where it exists."""
    return (*filter_.codes.keys, NOT_RECORDED) if filter_.optional else filter_.codes.keys


@dataclass(frozen=True)
class Selection:
    """What is selected: codes, sorted in the order of their list, each once. Empty means everything.

    Raises ValueError for a code outside its list; links go through `read_query`, which drops and reports.
    """

    regions: tuple[str, ...] = ()
    departements: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    legal_statuses: tuple[str, ...] = ()
    recognitions: tuple[str, ...] = ()
    qpv: tuple[str, ...] = ()
    iae: tuple[str, ...] = ()

    def __post_init__(self):
        for filter_ in FILTERS:
            values = getattr(self, filter_.field)
            allowed = options(filter_)
            unknown = [value for value in values if value not in allowed]
            if unknown:
                raise ValueError(f"{filter_.label} : code inconnu {unknown[0]!r}.")
            object.__setattr__(self, filter_.field, tuple(code for code in allowed if code in set(values)))

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    def values(self, field: str) -> tuple[str, ...]:
        return getattr(self, field)

    def with_values(self, field: str, values: tuple[str, ...]) -> "Selection":
        return replace(self, **{field: tuple(values)})

    def toggled(self, field: str, code: str) -> "Selection":
        """With a code that is not there, without one that is."""
        values = self.values(field)
        return self.without(field, code) if code in values else self.with_values(field, (*values, code))

    def without(self, field: str, code: str | None = None) -> "Selection":
        """Without one code of a filter, or without the whole filter."""
        kept = () if code is None else tuple(value for value in self.values(field) if value != code)
        return self.with_values(field, kept)

    def active(self) -> tuple[tuple[Filter, str], ...]:
        """Every (filter, code) that is active, in editorial order."""
        return tuple((filter_, code) for filter_ in FILTERS for code in self.values(filter_.field))

    def criteria(self) -> tuple[Criterion, ...]:
        """The same, as the engine understands it: one criterion per active filter."""
        plain = tuple(
            Criterion(filter_.field, ((Condition(filter_.column, self.values(filter_.field)),),))
            for filter_ in FILTERS
            if criterion_key(filter_) != TERRITORY and self.values(filter_.field)
        )
        territory = self._territory()
        return (Criterion(TERRITORY, territory), *plain) if territory else plain

    def _territory(self) -> tuple[tuple[Condition, ...], ...]:
        """Alternatives: a chosen département, a région taken whole, an unknown département in a chosen région."""
        named = tuple(code for code in self.departements if code != NOT_RECORDED)
        unknown = NOT_RECORDED in self.departements
        narrowed = self.regions if unknown else {cog.REGION_OF[code] for code in named}
        whole = tuple(code for code in self.regions if code not in narrowed)
        alternatives = []
        if named:
            alternatives.append((Condition("departement_code", named),))
        if whole:
            alternatives.append((Condition("region_code", whole),))
        if unknown:
            inside = (Condition("region_code", self.regions),) if self.regions else ()
            alternatives.append((Condition("departement_code", (NOT_RECORDED,)), *inside))
        return tuple(alternatives)

    def to_pairs(self) -> tuple[tuple[str, str], ...]:
        return tuple((filter_.key, code) for filter_, code in self.active())

    def to_query(self) -> str:
        """The query string of a link: `region=84&secteur=culture`; "" when nothing is selected."""
        return urlencode(self.to_pairs())

    @classmethod
    def from_query(cls, query: "str | Mapping[str, object]") -> "Selection":
        """The Selection of a link. Unknown codes are dropped: `read_query` tells which."""
        return read_query(query).selection


def selection_words(selection: Selection) -> str:
    """`Région : Bretagne ou Normandie ; Insertion (IAE) : Oui`; "" when everything is kept."""
    chosen: dict[str, list[str]] = {}
    for filter_, code in selection.active():
        chosen.setdefault(filter_.label, []).append(filter_.codes.label(code))
    return f"{NNBSP}; ".join(f"{label}{NBSP}: {' ou '.join(options)}" for label, options in chosen.items())


@dataclass(frozen=True)
class ReadQuery:
    """A link read: its Selection, and what was dropped, as (key, value) cut to a readable length."""

    selection: Selection
    dropped: tuple[tuple[str, str], ...] = ()
    too_long: bool = False


def read_query(query: str | Mapping[str, object]) -> ReadQuery:
    """Read the filters of a link, never raising.

    query: a query string, with or without "?", or a mapping of key to value or list of values. A value may hold
    several codes separated by commas. Keys that are no filter are not this function's business: they are ignored.
    """
    pairs = _pairs(query)
    if pairs is None:
        return ReadQuery(Selection(), too_long=True)
    kept: dict[str, list[str]] = {}
    dropped = []
    for key, value in pairs:
        filter_ = FILTER_BY_KEY.get(key)
        if filter_ is None:
            continue
        for code in filter(None, (part.strip() for part in value.split(","))):
            if code in options(filter_):
                kept.setdefault(filter_.field, []).append(code)
            else:
                dropped.append((key, code[:40]))
    return ReadQuery(Selection(**{field: tuple(values) for field, values in kept.items()}), tuple(dropped))


def _pairs(query: str | Mapping[str, object]) -> list[tuple[str, str]] | None:
    """(key, value) pairs, or None where the link is too long to be honest."""
    if isinstance(query, str):
        if len(query) > MAX_QUERY_CHARACTERS:
            return None
        return parse_qsl(query.lstrip("?"), errors="replace")
    pairs = [
        (str(key), str(value))
        for key, values in query.items()
        for value in ([values] if isinstance(values, str) else values)
    ]
    if sum(len(key) + len(value) for key, value in pairs) > MAX_QUERY_CHARACTERS:
        return None
    return pairs
