"""The two sides of what is shown: real poles of the public directory, and structures of the survey sample."""

from enum import StrEnum


class Side(StrEnum):
    """Whose figures are shown. `dataset` is the dataset whose rows are counted; `label` names the side for readers."""

    POLES = "poles"
    SAMPLE = "sample"

    @property
    def dataset(self) -> str:
        return "poles" if self is Side.POLES else "structures"

    @property
    def label(self) -> str:
        return "pôles réels de l’annuaire" if self is Side.POLES else "structures de l’échantillon"
