"""What the map and its list say of a pole, in plain text: never HTML, never Markdown."""

from collections import Counter
from collections.abc import Sequence

from ptce_data.poles.directory import Neighbourhood, Pole
from ptce_data.schema import cog
from ptce_data.schema.codes import SECTORS
from ptce_data.texts import NBSP, inflected, listing, number, plural


def place(pole: Pole) -> str:
    """`Romans-sur-Isère (26)`, `Drôme (26)` for a département alone, `Auvergne-Rhône-Alpes` for a région alone."""
    if pole.commune_name:
        return f"{pole.commune_name}{NBSP}({pole.departement_code})" if pole.departement_code else pole.commune_name
    if pole.departement_code:
        return f"{cog.DEPARTEMENTS.label(pole.departement_code)}{NBSP}({pole.departement_code})"
    return cog.REGIONS.label(pole.region_code)


def tooltip(pole: Pole) -> str:
    """Name and place, one a line; says when the place is approximate."""
    approximate = ", lieu approximatif" if pole.approximate else ""
    return f"{pole.name}\n{place(pole)}{approximate}"


def sectors(pole: Pole) -> str:
    """The sectors, the main one first; "secteur non renseigné" where none is known."""
    return ", ".join(SECTORS.label(code) for code in pole.sectors) or "secteur non renseigné"


def main_sector(pole: Pole) -> str:
    """The main sector's label."""
    return SECTORS.label(pole.sectors[0]) if pole.sectors else "secteur non renseigné"


def neighbourhood(quarter: Neighbourhood) -> str:
    """`Péricentre, Mulhouse (68)`."""
    return f"{quarter.name}, {listing(quarter.commune_names)}{NBSP}({quarter.departement_code})"


def alternative(poles: Sequence[Pole], qpv: int | None) -> str:
    """The text that stands for the map. qpv: how many QPV are drawn, None when they are hidden."""
    if not poles:
        return "Carte de France sans aucun pôle : la sélection est vide. La liste à côté dit la même chose."
    drawn = [pole for pole in poles if pole.located]
    approximate = sum(pole.approximate for pole in drawn)
    regions = Counter(pole.region_code for pole in drawn).most_common(3)
    leaders = listing([f"{cog.REGIONS.label(code)} ({count})" for code, count in regions])
    parts = [
        f"Carte de France : {plural(len(drawn), 'pôle placé')} à {'sa' if len(drawn) == 1 else 'leur'} commune "
        f"sur {number(len(poles))} de la sélection",
        f"dont {number(approximate)} à un lieu approximatif" if approximate else "",
        f"surtout en {leaders}" if len(regions) > 1 else "",
    ]
    words = ", ".join(part for part in parts if part) + "."
    if qpv is not None:
        words += f" {number(qpv)} {inflected(qpv, 'quartier prioritaire', 'quartiers prioritaires')} en cercles clairs."
    return f"{words} La liste à côté donne les mêmes pôles."
