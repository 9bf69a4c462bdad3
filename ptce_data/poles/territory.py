"""Which départements a Selection's territory holds."""

from ptce_data.schema import cog
from ptce_data.selection import Selection

_TERRITORY_FIELDS = ("regions", "departements")


def departements(selection: Selection) -> frozenset[str]:
    """The départements of the selected territory; all of them when no territory is selected.

    A chosen département narrows its région; a région without a chosen département is taken whole. "Non renseigné"
    speaks of poles known by their région alone: no place lies there.
    """
    if not any(selection.values(field) for field in _TERRITORY_FIELDS):
        return frozenset(cog.REGION_OF)
    chosen = {code for code in selection.departements if code in cog.REGION_OF}
    narrowed = {cog.REGION_OF[code] for code in chosen}
    whole = {code for region in selection.regions if region not in narrowed for code in cog.departements_of(region)}
    return frozenset(chosen | whole)


def without_territory(selection: Selection) -> Selection:
    """The same Selection over the whole country."""
    for field in _TERRITORY_FIELDS:
        selection = selection.without(field)
    return selection
