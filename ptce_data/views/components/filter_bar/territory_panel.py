"""Territory: régions, then the départements of those chosen."""

from ptce_data.poles.communes import normalise
from ptce_data.schema import cog
from ptce_data.schema.codes import NOT_RECORDED
from ptce_data.selection import FILTER, Selection
from ptce_data.views.components.filter_bar.option_counts import Counts
from ptce_data.views.components.filter_bar.options import options
from ptce_data.views.live import Tree, tag

#: Metropolitan régions by name, then overseas: none is left out.
REGIONS = (
    *sorted(
        (code for code in cog.REGIONS.keys if code not in cog.OVERSEAS_REGIONS),
        key=lambda code: normalise(cog.REGIONS.label(code)),
    ),
    *cog.OVERSEAS_REGIONS,
)


def territory(selection: Selection, counts: Counts) -> list[Tree]:
    offered = departements(selection)
    return [
        options(FILTER["regions"], selection, counts, REGIONS),
        options(FILTER["departements"], selection, counts, offered)
        if offered
        else tag("p", "Choisissez une région pour voir ses départements."),
        *counts.say(FILTER["departements"]),
    ]


def departements(selection: Selection) -> tuple[str, ...]:
    """Départements of the chosen régions and those already chosen, in the order of their codes."""
    wanted = {code for region in selection.regions for code in cog.departements_of(region)} | {*selection.departements}
    if not wanted:
        return ()
    return (*(code for code in cog.DEPARTEMENTS.keys if code in wanted), NOT_RECORDED)
