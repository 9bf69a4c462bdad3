"""Distances, where the map looks for them: they live in `ptce_data.proximity`, which comparisons use too."""

from ptce_data.proximity import EARTH_RADIUS_KM, distances_km

__all__ = ["EARTH_RADIUS_KM", "distances_km"]
