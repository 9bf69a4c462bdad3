"""Distances as the crow flies."""

import numpy as np

#: Mean radius of the Earth (IUGG), in km.
EARTH_RADIUS_KM = 6371.0088


def distances_km(origins: np.ndarray, destinations: np.ndarray) -> np.ndarray:
    """Great-circle distances in km, by the haversine formula: an (n, m) matrix.

    origins: (n, 2) and destinations: (m, 2), each row longitude and latitude in degrees, WGS 84. A sphere stands
    for the Earth: the error is under 0.5 %, far below that of places known by their commune.
    """
    lon_a, lat_a = np.radians(_points(origins)).T
    lon_b, lat_b = np.radians(_points(destinations)).T
    half_chord = (
        np.sin((lat_b - lat_a[:, None]) / 2) ** 2
        + np.cos(lat_a)[:, None] * np.cos(lat_b) * np.sin((lon_b - lon_a[:, None]) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half_chord, 0, 1)))


def _points(rows: np.ndarray) -> np.ndarray:
    return np.asarray(rows, dtype=float).reshape(-1, 2)
