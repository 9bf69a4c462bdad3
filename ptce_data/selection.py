"""The filters and the frozen Selection that every page, file and link shares.

Values are codes. Between filters: and. Within a filter: or. Région and département are one territory filter:
a chosen département narrows its région, and a région without a chosen département is taken whole.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from ptce_data.engines import Condition, Criterion
from ptce_data.schema import codes, cog
from ptce_data.schema.codes import NOT_RECORDED, CodeList
from ptce_data.schema.sides import Side
from ptce_data.texts import NBSP, NNBSP

#: A longer link is not read at all: no honest link of this app comes near.
MAX_QUERY_CHARACTERS = 4_000


#: The criterion of the two territory fields, which are one filter.
TERRITORY = "territory"

#: Codes whose label says nothing without the name of its filter.
_VAGUE = (NOT_RECORDED, "autre")


@dataclass(frozen=True, kw_only=True)
class Filter:
    """One filter, whole: bar, options, chips, links, engines, disclosure and files read this declaration.

    field: its name in a Selection; key: in a link; column: of the tables, with the codes that it may hold.
    public_meaning, sample_meaning: what it means for a real pole, for a structure of the sample; "" on a side that has
    no such column: the filter is not asked of it then, nor offered on its pages.
    several: whether a row may hold several codes. optional: whether "non renseigné" can be picked.
    label: its name; short: on its button, the label by default; chip: before an option, the short one by default.
    named: whether every option needs that name to mean something ("Oui").
    made_up: what more must be said where the sample is made up. criterion: shared by fields that are one filter.
    """

    field: str
    key: str
    label: str
    column: str
    codes: CodeList
    public_meaning: str = ""
    sample_meaning: str = ""
    several: bool = False
    optional: bool = True
    short: str = ""
    chip: str = ""
    named: bool = False
    made_up: str = ""
    criterion: str = ""

    def __post_init__(self):
        if not (self.public_meaning or self.sample_meaning):
            raise ValueError(f"{self.field}: say what the filter means, for real poles or for the sample")
        object.__setattr__(self, "short", self.short or self.label)
        object.__setattr__(self, "chip", self.chip or self.short)
        object.__setattr__(self, "criterion", self.criterion or self.field)

    @property
    def options(self) -> tuple[str, ...]:
        """The codes one can pick, in editorial order, "non renseigné" last where it exists."""
        return (*self.codes.keys, NOT_RECORDED) if self.optional else self.codes.keys

    def meaning(self, side: Side) -> str:
        """What it means on a side; "" where that side doesn't have it."""
        return self.public_meaning if side == Side.POLES else self.sample_meaning

    def chip_label(self, code: str) -> str:
        """`QPV : Oui`, `Bretagne`: an option that means nothing alone says of what it is one."""
        label = self.codes.label(code)
        return f"{self.chip}{NBSP}: {label}" if self.named or code in _VAGUE else label


FILTERS: tuple[Filter, ...] = (
    Filter(
        field="regions",
        key="region",
        label="Région",
        column="region_code",
        codes=cog.REGIONS,
        public_meaning="Région du pôle.",
        sample_meaning="Région de la structure.",
        optional=False,
        criterion=TERRITORY,
    ),
    Filter(
        field="departements",
        key="departement",
        label="Département",
        column="departement_code",
        codes=cog.DEPARTEMENTS,
        public_meaning="Département du pôle ; un pôle connu par sa seule région est « non renseigné ».",
        sample_meaning="Département de la structure.",
        criterion=TERRITORY,
    ),
    Filter(
        field="sectors",
        key="secteur",
        label="Secteur d’activité",
        short="Secteur",
        column="sectors",
        codes=codes.SECTORS,
        public_meaning="L’un au moins des secteurs du pôle.",
        sample_meaning="L’un au moins des secteurs de la structure.",
        several=True,
    ),
    Filter(
        field="legal_statuses",
        key="statut",
        label="Statut juridique",
        chip="Statut",
        column="legal_status",
        codes=codes.LEGAL_STATUSES,
        public_meaning="Statut de la structure porteuse du pôle.",
        sample_meaning="Statut de chaque structure.",
    ),
    Filter(
        field="recognitions",
        key="vague",
        label="Reconnaissance",
        column="recognition",
        codes=codes.RECOGNITIONS,
        public_meaning="Vague de reconnaissance lue pour le pôle.",
        sample_meaning="Vague du pôle de la structure.",
        made_up="Dans l’échantillon de démonstration, elle est fabriquée.",
    ),
    Filter(
        field="qpv",
        key="qpv",
        label="Quartier prioritaire",
        short="QPV",
        column="in_qpv",
        codes=codes.YES_NO,
        public_meaning="« Oui » : la commune du pôle compte au moins un QPV. L’adresse du pôle dans un QPV n’est pas "
        "connue.",
        sample_meaning="La structure est implantée dans un QPV.",
        named=True,
    ),
    Filter(
        field="iae",
        key="iae",
        label="Insertion (IAE)",
        short="IAE",
        column="iae",
        codes=codes.YES_NO,
        public_meaning="L’annuaire public ne dit pas si un pôle relève de l’IAE : tous y sont « non renseigné ».",
        sample_meaning="La structure relève de l’insertion par l’activité économique.",
        named=True,
    ),
)

FILTER = {filter_.field: filter_ for filter_ in FILTERS}
FILTER_BY_KEY = {filter_.key: filter_ for filter_ in FILTERS}

#: Dataset that filters are asked of → its side.
_SIDES = {side.dataset: side for side in Side}


@dataclass(frozen=True, init=False, repr=False)
class Selection:
    """What is selected: field of a filter → codes, sorted in the order of their list, each once; empty: everything.

    `Selection(regions=("84",)).regions` and `.values("regions")` are the same codes. Raises ValueError for a code
    outside its list, TypeError for a field that no filter has; links go through `read_query`, which drops and reports.
    """

    _chosen: tuple[tuple[str, tuple[str, ...]], ...]

    def __init__(self, **values: Iterable[str]):
        for field in values:
            if field not in FILTER:
                raise TypeError(f"{field!r} is no filter: {', '.join(FILTER)}")
        chosen = ((filter_, _ordered(filter_, values.get(filter_.field, ()))) for filter_ in FILTERS)
        object.__setattr__(self, "_chosen", tuple((filter_.field, codes) for filter_, codes in chosen if codes))

    def __getattr__(self, field: str) -> tuple[str, ...]:
        """The codes of a filter, by the name of its field."""
        if field in FILTER:
            return self.values(field)
        raise AttributeError(field)

    def __repr__(self) -> str:
        return f"Selection({', '.join(f'{field}={self.values(field)!r}' for field in FILTER)})"

    def __bool__(self) -> bool:
        return bool(self._chosen)

    def values(self, field: str) -> tuple[str, ...]:
        """The codes of a filter. Raises KeyError for a field that no filter has."""
        return dict(self._chosen).get(FILTER[field].field, ())

    def with_values(self, field: str, values: Iterable[str]) -> "Selection":
        return Selection(**dict(self._chosen) | {field: tuple(values)})

    def on(self, dataset: str) -> "Selection":
        """Without the filters that the side of a dataset, "poles" or "structures", doesn't have."""
        side = _SIDES[dataset]
        return Selection(**{field: codes for field, codes in self._chosen if FILTER[field].meaning(side)})

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
            if filter_.criterion != TERRITORY and self.values(filter_.field)
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


def _ordered(filter_: Filter, values: Iterable[str]) -> tuple[str, ...]:
    values = tuple(values)
    unknown = [value for value in values if value not in filter_.options]
    if unknown:
        raise ValueError(f"{filter_.label} : code inconnu {unknown[0]!r}.")
    return tuple(code for code in filter_.options if code in values)


def filters_of(dataset: str) -> tuple[Filter, ...]:
    """The filters that the side of a dataset has, "poles" or "structures"."""
    return tuple(filter_ for filter_ in FILTERS if filter_.meaning(_SIDES[dataset]))


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
            if code in filter_.options:
                kept.setdefault(filter_.field, []).append(code)
            else:
                dropped.append((key, code[:40]))
    return ReadQuery(Selection(**kept), tuple(dropped))


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
