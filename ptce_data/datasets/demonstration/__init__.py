"""The demonstration sample: 24 poles and 187 structures, made up, calibrated on every published figure.

Nobody can mistake them for real ones: named as demonstration, placed by département only. What the sample says of
the whole is published; what it says of any crossing is made up, if plausible. Method: docs/donnees.md.
"""

from collections.abc import Iterable, Mapping

from ptce_data.datasets.demonstration import poles, responses, structures
from ptce_data.datasets.demonstration.targets import Targets


def rows(figures: Iterable[Mapping]) -> dict[str, list[dict]]:
    """Rows of `sample_poles`, `structures` and `responses`, calibrated on rows of the `figures` table.

    Raises DataError when a published figure is missing, or is impossible on the base of the sample.
    """
    targets = Targets(figures, base=sum(pole.size for pole in poles.POLES))
    members = structures.rows(targets)
    return {"sample_poles": poles.rows(), "structures": members, "responses": responses.rows(members, targets)}
