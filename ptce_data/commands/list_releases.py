"""`releases`: what a data folder keeps, and what it shows."""

import argparse
from pathlib import Path

from ptce_data.texts import NBSP

NAME = "releases"
HELP = "lister les livraisons gardées dans un dossier"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DOSSIER", help="dossier de données")


def run(options: argparse.Namespace) -> int:
    from ptce_data.releases import stored_releases

    releases = stored_releases(options.folder)
    if not releases:
        print(f"Aucune livraison dans {options.folder}{NBSP}: les pages montrent l’échantillon de démonstration.")
    for release in releases:
        print(_line(release))
    if releases and not any(release.used for release in releases):
        print(f"Aucune n’est en service{NBSP}: les pages montrent l’échantillon de démonstration.")
    return 0


def _line(stored) -> str:
    """`* 2027-… · vague 2027 · protected · 24 pôles, 187 structures, 3 927 réponses · Labo`."""
    from ptce_data.texts import number

    names = {"sample_poles": "pôles", "structures": "structures", "responses": "réponses"}
    sizes = ", ".join(f"{number(stored.rows[key])}{NBSP}{name}" for key, name in names.items() if key in stored.rows)
    said = (
        (f"vague {stored.release.wave}", str(stored.release.policy), sizes, stored.release.owner)
        if stored.release
        else ()
    )
    broken = () if stored.whole else ("abîmée : ne peut pas être restaurée".replace(" :", f"{NBSP}:"),)
    return " · ".join(filter(None, (f"{'*' if stored.used else ' '} {stored.name}", *said, *broken)))
