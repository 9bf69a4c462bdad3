"""The map and what distances say: real poles and priority neighbourhoods, without Streamlit."""

from importlib import import_module


def warm() -> None:
    """Read and compute what a page would, ahead of the first reader: poles, QPV, distances, shapes.

    Raises DataError when the facts can't be read.
    """
    from ptce_data.maps import geometry
    from ptce_data.poles import coverage, directory

    import_module("ptce_data.maps.deck")  # pydeck takes a while to import
    coverage.nearest_km(tuple(directory.poles()))
    geometry.geometries()
