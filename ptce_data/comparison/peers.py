"""The poles of a group by name, with what may be said of each."""

from collections.abc import Iterable

from ptce_data.comparison.report import Peer
from ptce_data.comparison.sample_answers import Sample
from ptce_data.disclosure.comparison_policy import pole_size

_TEXTS = ("pole_id", "name", "departement_code", "region_code")


def peers(found: Sample, ranks: Iterable[int]) -> tuple[Peer, ...]:
    """The poles of these ranks in the sample, in the order of names."""
    built = (
        Peer(*(found.texts[column][rank] for column in _TEXTS), pole_size(found.structures[rank], found.release))
        for rank in ranks
    )
    return tuple(sorted(built, key=lambda peer: (peer.name.casefold(), peer.pole_id)))
