"""Selections and small samples drawn by Hypothesis."""

from hypothesis import strategies as st

from ptce_data.schema import codes, cog
from ptce_data.selection import FILTERS, Selection, options
from tests.factories import structure

#: Few codes, so that draws meet; several régions, one with two départements.
_PLACES = (("69", "84"), ("01", "84"), ("75", "11"), ("974", "04"))


def _some(values):
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


def selections() -> st.SearchStrategy[Selection]:
    """Any Selection, of any code."""
    return st.builds(Selection, **{filter_.field: _some(options(filter_)) for filter_ in FILTERS})


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
    return st.builds(Selection, **{field: _some(values) for field, values in near.items()})


@st.composite
def samples(draw) -> list[dict]:
    """Up to 25 structures of four poles."""
    rows = []
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
                legal_status=draw(st.sampled_from((None, "association", "scic"))),
                recognition=draw(st.sampled_from((None, "aap-2013", "aap-2015"))),
                in_qpv=draw(st.sampled_from((None, *codes.YES_NO.keys))),
                iae=draw(st.sampled_from((None, *codes.YES_NO.keys))),
            )
        )
    return rows
