"""Selections and small samples drawn by Hypothesis."""

from hypothesis import strategies as st

from ptce_data.schema import cog
from ptce_data.selection import FILTERS, Filter, Selection, filters_of
from tests.factories import structure

#: Few codes, so that draws meet; several régions, one with two départements.
_PLACES = (("69", "84"), ("01", "84"), ("75", "11"), ("974", "04"))


#: Fields whose codes go together, or are several.
_DRAWN_APART = ("regions", "departements", "sectors")


def _values(filter_: Filter) -> st.SearchStrategy:
    """What a structure may answer: nothing, or one of the first codes of the filter."""
    codes = st.sampled_from(filter_.codes.keys[:3])
    return st.lists(codes, max_size=2, unique=True) if filter_.several else st.none() | codes


def _some(values):
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


def selections() -> st.SearchStrategy[Selection]:
    """Any Selection, of any code."""
    return st.builds(Selection, **{filter_.field: _some(filter_.options) for filter_ in FILTERS})


def near_selections() -> st.SearchStrategy[Selection]:
    """Selections that keep something of `samples()` more often than not."""
    near = {
        "regions": ("84", "11", "04"),
        "departements": ("69", "01", "75", "nr"),
        "sectors": ("culture", "emploi", "nr"),
        "legal_statuses": ("association", "scic", "nr"),
        "recognitions": ("aap-2013", "nr"),
        "qpv": ("oui", "non", "nr"),
        "iae": ("oui", "nr"),
    }
    near |= {filter_.field: filter_.options[:2] for filter_ in FILTERS if filter_.field not in near}
    return st.builds(Selection, **{field: _some(values) for field, values in near.items()})


@st.composite
def samples(draw) -> list[dict]:
    """Up to 25 structures of four poles."""
    rows = []
    drawn = {filter_.column: filter_ for filter_ in filters_of("structures") if filter_.field not in _DRAWN_APART}
    for number in range(draw(st.integers(0, 25))):
        departement, region = draw(st.sampled_from(_PLACES))
        assert cog.REGION_OF[departement] == region
        rows.append(
            structure(
                number,
                draw(st.sampled_from(("d1", "d2", "d3", "d4"))),
                departement,
                region,
                sectors=draw(st.lists(st.sampled_from(("culture", "emploi", "mobilite")), max_size=3, unique=True)),
                **{column: draw(_values(filter_)) for column, filter_ in drawn.items()},
            )
        )
    return rows
