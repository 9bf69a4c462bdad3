"""A Fault of the data, said so that it can be repaired: file, column, row, rule, remedy."""

from dataclasses import dataclass

from ptce_data.texts import spaced


@dataclass(frozen=True)
class Fault:
    """One fault.

    file: the file's name, without its folder; `column` and `row` are None where the whole file is at fault.
    row: line of the file for a CSV (the header is line 1), rank from 1 for a Parquet file.
    rule: what is wrong, in French; `remedy`: what to do about it; `count`: rows that break the same rule.
    """

    file: str
    column: str | None
    row: int | None
    rule: str
    remedy: str
    count: int = 1

    def __str__(self) -> str:
        place = [self.file]
        if self.column is not None:
            place.append(f"colonne {self.column}")
        if self.row is not None:
            place.append(f"ligne {self.row}")
        others = f" ({self.count} lignes en tout)" if self.count > 1 else ""
        return spaced(f"{', '.join(place)} : {self.rule}{others}. Remède : {self.remedy}.")


class DataError(Exception):
    """The data can't be used. `faults` says all of it; file, column, row, rule, remedy are those of the first."""

    def __init__(self, faults: tuple[Fault, ...]):
        if not faults:
            raise ValueError("A DataError needs at least one Fault.")
        self.faults = tuple(faults)
        first = self.faults[0]
        self.file, self.column, self.row = first.file, first.column, first.row
        self.rule, self.remedy = first.rule, first.remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        others = len(self.faults) - 1
        if not others:
            return str(self.faults[0])
        more = f" Autres défauts : {others} ; « python -m ptce_data check » les liste."
        return f"{self.faults[0]}{spaced(more)}"
