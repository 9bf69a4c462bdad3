"""Complementary suppression over a whole page: totals, options of every filter, and figures on the same structures.

A page shows several countings of the same structures, and each could give back what another masks. Here a cell is
one number, wherever it stands on the page, and an equation is cells that add up to a number, or to a cell:

- the codes of a filter that is not in use add up to the structures kept; so do the chosen codes of one that is;
- the départements of a région add up to it;
- sectors, several a structure, add up to the structures kept at least.

"Non renseigné" is no answer and is shown, unless it would reveal how few answered. A total of 1 or 2 is masked too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ptce_data.disclosure.primary_suppression import below_threshold, complete, reveals
from ptce_data.schema import cog
from ptce_data.schema.codes import NOT_RECORDED
from ptce_data.selection import FILTERS, TERRITORY, Selection

REGIONS, DEPARTEMENTS = "regions", "departements"

#: A cell: field of the Selection and code, as the options of a filter count it; or the total.
Cell = tuple[str, str]
_TOTAL: Cell = ("", "")


@dataclass(frozen=True)
class CellEquation:
    """Parts that add up to a total; `at_least`: to the total or more."""

    total: Cell
    parts: tuple[Cell, ...]
    at_least: bool = False


@dataclass
class PageCells:
    """The structures of a page: what each option of each filter keeps, and how many are kept.

    facets: field → code → structures kept under the other filters. hidden: cells masked, those of 1 or 2 first.
    revealed: cells that are the total itself, shown whatever is masked.
    """

    selection: Selection
    facets: Mapping[str, Mapping[str, int]]
    total: int
    hidden: set[Cell] = field(default_factory=set)
    revealed: set[Cell] = field(default_factory=set, init=False)

    def __post_init__(self):
        self.counts: dict[Cell, int] = {
            (name, code): count for name, codes in self.facets.items() for code, count in codes.items()
        }
        self.counts[_TOTAL] = self.total
        self.hidden |= {
            cell for cell, count in self.counts.items() if below_threshold(count) and cell[1] != NOT_RECORDED
        }

    def cell(self, name: str, code: str) -> Cell | None:
        """The cell that an item of a figure is, for the figure of the same field on the structures kept; or None."""
        if name in (REGIONS, DEPARTEMENTS):
            same = not self._in_use(name) or (name, code) in self._territory()
        else:
            same = not self._in_use(name) or code in self.selection.values(name)
        return (name, code) if same and (name, code) in self.counts else None

    def complete(self) -> set[Cell]:
        """Mask until no equation alone gives back a masked cell; the cells masked."""
        self._hide_few_answers()
        equations = self._equations()
        # The only code chosen is the total itself: masking it would mask nothing.
        alone = {equation.parts[0] for equation in equations if equation.total == _TOTAL and len(equation.parts) == 1}
        self.revealed = alone if _TOTAL not in self.hidden else set()
        before = -1
        while before != len(self.hidden):
            before = len(self.hidden)
            for equation in equations:
                self._balance(equation)
        return self.hidden

    def _balance(self, equation: CellEquation) -> None:
        parts = {cell: self.counts[cell] for cell in equation.parts}
        unknown = set(parts) & self.hidden
        total = self.counts[equation.total]
        if equation.total in self.hidden:
            if below_threshold(total):
                # Two parts of 1 would tell a total of 2, and the other way round.
                self.hidden |= set(parts)
            elif not unknown and not equation.at_least:
                self.hidden |= set(_smallest({cell: n for cell, n in parts.items() if self._may_hide(cell)}))
        elif equation.at_least:
            self._cover(parts, unknown, total)
        else:
            self.hidden |= self._completed(equation, parts, unknown)

    def _completed(self, equation: CellEquation, parts: dict[Cell, int], unknown: set[Cell]) -> set[Cell]:
        """The parts to mask, and the total where masking every part isn't enough."""
        # A reader may know that a département has no structure, and so undo a masked 0: the région is masked instead.
        least = 0 if equation.total == _TOTAL else 1
        free = {cell: n for cell, n in parts.items() if cell in unknown or (n >= least and self._may_hide(cell))}
        hidden = complete(free, unknown)
        left = {cell: n for cell, n in free.items() if cell not in hidden}
        if len(hidden) == 1 and left:
            hidden |= set(_smallest(left))
        known = hidden - self.revealed
        if known and equation.total != _TOTAL and (len(known) == 1 or reveals([parts[cell] for cell in known])):
            hidden = hidden | {equation.total}
        return hidden

    def _may_hide(self, cell: Cell) -> bool:
        return cell[1] != NOT_RECORDED and cell not in self.revealed

    def _cover(self, parts: dict[Cell, int], unknown: set[Cell], total: int) -> None:
        """Several codes a structure: what isn't shown is the rest of the total at least."""
        rest = total - sum(count for cell, count in parts.items() if cell not in unknown)
        if unknown and all(below_threshold(parts[cell]) for cell in unknown) and rest >= 2 * len(unknown):
            self.hidden |= set(_smallest({cell: count for cell, count in parts.items() if cell not in unknown}))

    def _hide_few_answers(self) -> None:
        """Where only 1 or 2 structures have a code, the number of those without a code is masked too."""
        for name, codes in self.facets.items():
            whole = self.total if not self._in_use(name) else None
            if whole is not None and below_threshold(whole - codes.get(NOT_RECORDED, 0)):
                self.hidden |= {(name, code) for code in codes}

    def _equations(self) -> tuple[CellEquation, ...]:
        equations = []
        for filter_ in FILTERS:
            name, codes = filter_.field, self.facets.get(filter_.field, {})
            if filter_.criterion == TERRITORY or not codes:
                continue
            chosen = self.selection.values(name) or tuple(codes)
            parts = tuple((name, code) for code in chosen)
            several = filter_.several and len(parts) > 1
            equations.append(CellEquation(_TOTAL, parts, several))
        return (*equations, *self._places())

    def _places(self) -> list[CellEquation]:
        regions, departements = self.facets.get(REGIONS, {}), self.facets.get(DEPARTEMENTS, {})
        if not regions or not departements:
            return []
        inside: dict[str, list[Cell]] = {code: [] for code in regions}
        for code in departements:
            if code != NOT_RECORDED:
                inside[cog.REGION_OF[code]].append((DEPARTEMENTS, code))
        equations = [CellEquation((REGIONS, code), tuple(cells)) for code, cells in inside.items() if cells]
        if self._in_use(REGIONS):
            return [*equations, CellEquation(_TOTAL, self._territory())]
        return [
            *equations,
            *(CellEquation(_TOTAL, tuple((name, c) for c in self.facets[name])) for name in (REGIONS, DEPARTEMENTS)),
        ]

    def _in_use(self, name: str) -> bool:
        if name in (REGIONS, DEPARTEMENTS):
            return bool(self.selection.regions or self.selection.departements)
        return bool(self.selection.values(name))

    def _territory(self) -> tuple[Cell, ...]:
        """The régions taken whole and the départements chosen: what the territory filter keeps."""
        named = tuple(code for code in self.selection.departements if code != NOT_RECORDED)
        unknown = NOT_RECORDED in self.selection.departements
        narrowed = self.selection.regions if unknown else {cog.REGION_OF[code] for code in named}
        whole = (code for code in self.selection.regions if code not in narrowed)
        return (*((DEPARTEMENTS, code) for code in named), *((REGIONS, code) for code in whole))


def _smallest(counts: dict[Cell, int]) -> list[Cell]:
    """The smallest cell that isn't 0, or a 0 where there is nothing else; none of none."""
    return sorted(counts, key=lambda cell: (counts[cell] == 0, counts[cell], cell))[:1]
