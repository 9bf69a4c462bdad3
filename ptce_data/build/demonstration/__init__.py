"""The demonstration sample: 24 poles and 187 structures, made up, calibrated on every published figure.

Nobody can mistake them for real ones: named as demonstration, placed by département only. What the sample says of
the whole is published; what it says of any crossing is made up, if plausible. Method: docs/donnees.md.
"""

from collections.abc import Iterable, Mapping

from ptce_data.build.demonstration import demonstration_poles, demonstration_responses, demonstration_structures
from ptce_data.build.demonstration.targets import Targets


def rows(figures: Iterable[Mapping]) -> dict[str, list[dict]]:
    """Rows of `sample_poles`, `structures` and `responses`, calibrated on rows of the `figures` table.

    Raises DataError when a published figure is missing, or is impossible on the base of the sample.
    """
    targets = Targets(figures, base=sum(pole.size for pole in demonstration_poles.POLES))
    members = demonstration_structures.rows(targets)
    return {
        "sample_poles": demonstration_poles.rows(),
        "structures": members,
        "responses": demonstration_responses.rows(members, targets),
    }
