"""The table that a benchmark prints: what was measured, its bound, and whether it holds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One measure: its value in `unit`; `floor` is what it is compared with, and `bound` the most that is allowed.

    With a floor the bound is on value / floor; without, on the value itself. A bound of None only reports.
    """

    name: str
    value: float
    unit: str = "ms"
    floor: float | None = None
    bound: float | None = None

    @property
    def ratio(self) -> float | None:
        return None if self.floor is None else self.value / self.floor

    @property
    def holds(self) -> bool:
        judged = self.value if self.ratio is None else self.ratio
        return self.bound is None or judged <= self.bound


def table(lines: list[Line]) -> str:
    """The lines as text in columns: measured, ratio to the floor, bound, verdict."""
    rows = [("", "mesuré", "× plancher", "borne", "")]
    for line in lines:
        ratio = "" if line.ratio is None else f"{line.ratio:.2f} ×"
        bound = "" if line.bound is None else f"≤ {line.bound:g} {'×' if line.ratio is not None else line.unit}"
        verdict = "" if line.bound is None else ("tenue" if line.holds else "DÉPASSÉE")
        rows.append((line.name, f"{line.value:,.1f} {line.unit}".replace(",", "\u202f"), ratio, bound, verdict))
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
