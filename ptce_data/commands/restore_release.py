"""`restore`: back to a release that a data folder keeps."""

import argparse
from pathlib import Path

from ptce_data.texts import NBSP

NAME = "restore"
HELP = "remettre en service une livraison gardée"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DOSSIER", help="dossier de données")
    parser.add_argument("release", metavar="LIVRAISON", help="son nom, comme le dit « releases » ; ou demonstration")


def run(options: argparse.Namespace) -> int:
    from ptce_data.releases import restore

    waves = restore(options.folder, options.release)
    for wave, name in sorted(waves.items()):
        print(f"Vague {wave} en service{NBSP}: {name}")
    if not waves:
        print(f"Aucune vague en service{NBSP}: les pages montrent l’échantillon de démonstration.")
    return 0
