"""What a page or a notebook asks beside a Standing: the poles and groups to pick, similar poles, a rank on request."""

from collections.abc import Mapping
from pathlib import Path

from ptce_data import statistics
from ptce_data.comparison.groups import CHOSEN, Group
from ptce_data.comparison.membership import Option, members, options, refusal
from ptce_data.comparison.peers import peers
from ptce_data.comparison.report import Peer
from ptce_data.comparison.sample_answers import COMPARABLE, sample
from ptce_data.comparison.similar import Similar, similar_poles
from ptce_data.datasets.paths import pinned
from ptce_data.disclosure.comparison_policy import picking_refusal, pole_size, shows_ranks
from ptce_data.schema.user_pole import UserPole


def picked(pole_id: str, folder: str | Path | None = None) -> UserPole:
    """My pole as one of the sample: `compare` fills in the rest, and takes it out of its own reference.

    Its answers aren't in it: they are shown in a Standing, as its policy allows, and not at all of a real wave that
    isn't open, where the Standing is refused with its reason. Raises KeyError for another id.
    """
    found = sample(pinned(folder))
    rank = found.rank[pole_id]
    return UserPole(
        name=found.texts["name"][rank],
        structures=pole_size(found.structures[rank], found.release),
        sample_pole_id=pole_id,
    )


def choices(
    mine: UserPole | None = None, folder: str | Path | None = None
) -> tuple[tuple[Peer, ...], tuple[Option, ...]]:
    """The poles that one may pick or list, by name; and the groups, with their size, my own pole taken out of them."""
    found = sample(pinned(folder))
    left_out = mine.sample_pole_id if mine and not picking_refusal(found.release) else None
    return peers(found, range(len(found))), options(found, left_out)


def most_like_mine(
    mine: UserPole, wanted: int, weights: Mapping[str, float] | None = None, folder: str | Path | None = None
) -> Similar:
    """The poles of the sample most like mine by their context, with the reasons of each distance."""
    folder = pinned(folder)
    return similar_poles(mine, sample(folder), wanted, weights, folder)


def rank(
    mine: UserPole, group: Group, indicator: str, item: str, folder: str | Path | None = None
) -> tuple[int, int, int] | None:
    """(best, worst, poles): the ranks that my share may have in the group, 1 being the highest share.

    None where I have no such share, for a pole of the sample whose answers I did not bring, or where the group is
    refused; and, unless the wave is open, in a group made at will, or in any group of a real wave: bringing one share
    after another would find every pole's. Raises KeyError for an indicator that is not compared.
    """
    if indicator not in {one.key for one in COMPARABLE}:
        raise KeyError(indicator)
    found = sample(pinned(folder))
    tally = mine.tally(indicator, item)
    if tally is None or not shows_ranks(found.release, group.kind in CHOSEN):
        return None
    if group.kind == "similaires":
        ranks = similar_poles(mine, found, group.wanted, None, pinned(folder)).ranks
    else:
        ranks = members(found, group, mine.sample_pole_id)
    if refusal(len(ranks), int(found.structures[ranks].sum())):
        return None
    yes, answered = found.said(indicator, item)[ranks], found.answered[indicator][ranks]
    return statistics.rank_interval((tally.yes, tally.answered), yes, answered)
