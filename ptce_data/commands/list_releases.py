"""`releases`: what a data folder keeps, and what it shows."""

import argparse
from pathlib import Path

NAME = "releases"
HELP = "lister les livraisons gardées dans un dossier"

_NBSP = "\u00a0"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DOSSIER", help="dossier de données")


def run(options: argparse.Namespace) -> int:
    from ptce_data.releases import kept

    found = kept(options.folder)
    if not found:
        print(f"Aucune livraison dans {options.folder}{_NBSP}: les pages montrent l’échantillon de démonstration.")
    for one in found:
        print(_line(one))
    if found and not any(one.used for one in found):
        print(f"Aucune n’est en service{_NBSP}: les pages montrent l’échantillon de démonstration.")
    return 0


def _line(one) -> str:
    """`* 2027-… · vague 2027 · protected · 24 pôles, 187 structures, 3 927 réponses · Labo`."""
    from ptce_data.texts import number

    names = {"sample_poles": "pôles", "structures": "structures", "responses": "réponses"}
    sizes = ", ".join(f"{number(one.rows[key])}{_NBSP}{name}" for key, name in names.items() if key in one.rows)
    said = (f"vague {one.release.wave}", str(one.release.policy), sizes, one.release.owner) if one.release else ()
    broken = () if one.whole else ("abîmée : ne peut pas être restaurée".replace(" :", f"{_NBSP}:"),)
    return " · ".join(filter(None, (f"{'*' if one.used else ' '} {one.name}", *said, *broken)))
