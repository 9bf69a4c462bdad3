"""Real-looking poles and neighbourhoods for tests, each a few fields away from the usual."""

from ptce_data.maps.facts import Neighbourhood, Pole

LYON = (4.8357, 45.764)
PARIS = (2.3522, 48.8566)


def pole(pole_id: str = "un", point: tuple[float, float] | None = LYON, **fields) -> Pole:
    usual = {
        "name": f"Pôle {pole_id}",
        "alias": None,
        "commune_code": "69123" if point else None,
        "commune_name": "Lyon" if point else None,
        "departement_code": "69",
        "region_code": "84",
        "lon": point[0] if point else None,
        "lat": point[1] if point else None,
        "geo_basis": "commune_stated" if point else "dept_only",
        "sectors": ("culture",),
        "carrier": None,
        "legal_status": None,
        "recognition": "cite",
        "in_qpv": None,
        "iae": None,
        "year_created": None,
        "members": None,
        "members_note": None,
        "jobs": None,
        "jobs_note": None,
        "source_urls": (),
        "confidence": "high",
        "note": None,
    }
    return Pole(pole_id=pole_id, **(usual | fields))


def neighbourhood(qpv_code: str = "QN06900", point: tuple[float, float] = LYON, **fields) -> Neighbourhood:
    usual = {
        "name": "Les Tilleuls",
        "commune_codes": ("69123",),
        "commune_names": ("Lyon",),
        "departement_code": "69",
        "region_code": "84",
        "population": 1000,
        "poverty_rate": None,
    }
    return Neighbourhood(qpv_code=qpv_code, lon=point[0], lat=point[1], **(usual | fields))
