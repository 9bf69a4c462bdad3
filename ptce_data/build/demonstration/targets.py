"""What the sample must reproduce: the published figures, turned into numbers of structures."""

from collections.abc import Iterable, Mapping

from ptce_data.build.calibration import apportion
from ptce_data.datasets.faults import DataError, Fault
from ptce_data.schema.codes import CodeList

#: Statuses that the survey leaves undetailed (19 % in all), with the weights by which we spread them.
_UNDETAILED_STATUSES = {
    "scop": 9,
    "societe": 8,
    "etablissement-public": 5,
    "cooperative": 4,
    "mutuelle": 3,
    "fondation": 3,
    "autre": 3,
}


class Targets:
    """Numbers of structures by (indicator, item), on a base of `base` structures."""

    def __init__(self, figures: Iterable[Mapping], base: int):
        self.base = base
        self._figures = {(row["indicator"], row["item_code"]): row for row in figures if row["indicator"]}

    def count(self, indicator: str, item: str) -> int:
        """How many structures give the published figure: the nearest number to the percentage.

        Raises DataError when no figure documents this item, or when no number prints as published.
        """
        figure = self._figures.get((indicator, item))
        if figure is None or figure["value"] is None:
            raise self._error(f"aucun chiffre publié pour {indicator} / {item}")
        if figure["unit"] != "%":
            return int(figure["value"])
        number = round(figure["value"] * self.base / 100)
        # A share in words ("deux tiers") has no printed rounding to meet.
        if figure["value_text"] is None and round(100 * number / self.base) != figure["value"]:
            raise self._error(f"{figure['value']:g} % impossible sur {self.base} structures ({indicator} / {item})")
        return number

    def counts(self, indicator: str, items: Iterable[str]) -> dict[str, int]:
        return {item: self.count(indicator, item) for item in items}

    def published(self, indicator: str, code_list: CodeList) -> dict[str, int]:
        """Counts of the items of a list that have a published figure, in the order of the list."""
        return self.counts(indicator, (code for code in code_list.keys if (indicator, code) in self._figures))

    def legal_statuses(self, code_list: CodeList) -> dict[str, int]:
        """Counts of every legal status: published ones, then the undetailed rest spread by declared weights."""
        detailed = self.published("legal-status", code_list)
        rest = apportion(self.base - sum(detailed.values()), list(_UNDETAILED_STATUSES.values()))
        spread = detailed | dict(zip(_UNDETAILED_STATUSES, rest, strict=True))
        return {code: spread[code] for code in code_list.keys}

    @staticmethod
    def _error(rule: str) -> DataError:
        remedy = "corriger le chiffre, son indicateur ou sa modalité"
        return DataError((Fault("figures.csv", "value", None, rule, remedy),))
