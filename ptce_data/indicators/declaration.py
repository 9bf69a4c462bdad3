"""What an indicator says of itself: one declaration, and the page, the files and the tests follow from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from ptce_data.datasets.catalogue import DATASET
from ptce_data.results import Measure
from ptce_data.schema.contracts import NUMBERS, Bin
from ptce_data.schema.sides import Side
from ptce_data.texts import NBSP, quoted

#: The pages that show every indicator declared for them, in the order of the site, and the side that each speaks of.
SIDE_OF_PAGE = {"carte": Side.POLES, "portrait": Side.SAMPLE, "effets": Side.SAMPLE}


class Kind(StrEnum):
    """How an indicator is measured."""

    BREAKDOWN = "breakdown"  # units by code of a column, or by band of a number
    QUESTION = "question"  # answers to a question of the codebook
    GROUP_SIZES = "group_sizes"  # poles by number of structures kept
    RATIO = "ratio"  # coordination share: overall, least, greatest
    RATIO_BINS = "ratio_bins"  # poles by coordination share


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One figure of the dashboard.

    key: stable, also the key of its published values (`indicator` in the figures table); title: the question, in
    French; page: a key of SIDE_OF_PAGE; side: whose units are counted; dataset: whose source and provenance it
    carries, the side's own by default; column: for a BREAKDOWN, of the side's dataset; bins: bands of a number, in
    order, for a BREAKDOWN of a number column or for a histogram.
    heading: the section of its page where its card stands, beside those of the same heading, in the order declared;
    Carte has one section for all.
    measure: how a BREAKDOWN is read; by default, counts of real poles and shares of structures.
    phrase: what the units of an item do, said after "187 structures", {label} being the item's label between « »;
    item_phrases: code of an item → the same, where its label makes no good French.
    every_code: also show codes that no unit ever has. compared: whether a pole is compared on its items (a BREAKDOWN
    of structures by codes only).
    Raises ValueError, in French, for a declaration that can't be measured or shown.
    """

    key: str
    title: str
    theme: str
    page: str
    side: Side
    kind: Kind
    heading: str = "Autres chiffres"
    dataset: str = ""
    column: str = ""
    bins: tuple[Bin, ...] = ()
    measure: Measure | None = None
    phrase: str = ""
    item_phrases: Mapping[str, str] = field(default_factory=dict, hash=False)
    multiple: bool = False
    every_code: bool = False
    compared: bool = False
    note: str = ""

    def __post_init__(self):
        own_side = SIDE_OF_PAGE.get(self.page, self.side)
        if own_side is not self.side:
            pages = " ou ".join(quoted(page) for page, side in SIDE_OF_PAGE.items() if side is self.side)
            raise ValueError(
                f"Indicateur {quoted(self.key)}{NBSP}: la page {quoted(self.page)} parle des {own_side.label}, et cet "
                f"indicateur compte des {self.side.label}. Remède{NBSP}: le déclarer sur {pages}, ou changer son champ "
                f"{quoted('side')}."
            )
        object.__setattr__(self, "dataset", self.dataset or self.population)
        default = Measure.COUNT if self.side is Side.POLES else Measure.SHARE
        object.__setattr__(self, "measure", self.measure or default)
        uppers = [band.upper for band in self.bins]
        if uppers and (uppers[-1] is not None or any(low >= high for low, high in pairwise(uppers[:-1]))):
            self._refuse("ses tranches ne se suivent pas", "les ranger par borne croissante, la dernière à None")
        if self.kind is Kind.BREAKDOWN:
            self._check_column()

    def _check_column(self) -> None:
        columns = {column.name: column for column in DATASET[self.population].table.all_columns}
        column = columns.get(self.column)
        if column is None:
            self._refuse(
                f"la table {self.population} n’a pas de colonne {quoted(self.column)}", "corriger «\u202fcolumn\u202f»"
            )
        if column.type in NUMBERS and not self.bins:
            self._refuse(f"{quoted(self.column)} est un nombre", "donner des tranches, «\u202fbins\u202f»")
        if column.type not in NUMBERS and (self.bins or column.codes is None):
            self._refuse(
                f"{quoted(self.column)} est un texte", "choisir une colonne qui a une liste de codes, sans tranches"
            )
        if self.measure is Measure.RATIO:
            self._refuse("une répartition n’est pas un rapport", "choisir Measure.COUNT ou Measure.SHARE")
        if self.compared and (self.bins or self.side is not Side.SAMPLE):
            self._refuse("seuls des codes de structures se comparent", "retirer «\u202fcompared\u202f»")

    def _refuse(self, fault: str, remedy: str) -> None:
        raise ValueError(f"Indicateur {quoted(self.key)}{NBSP}: {fault}. Remède{NBSP}: {remedy}.")

    @property
    def population(self) -> str:
        """The dataset that filters are applied to."""
        return self.side.dataset

    @property
    def unit(self) -> str:
        """The unit that the base counts."""
        poles = self.side is Side.POLES or self.kind in (Kind.GROUP_SIZES, Kind.RATIO, Kind.RATIO_BINS)
        return "pole" if poles else "structure"

    def bin_of(self, value: float) -> str:
        """The code of the band that holds a number."""
        return next(band.code for band in self.bins if band.upper is None or value <= band.upper)
