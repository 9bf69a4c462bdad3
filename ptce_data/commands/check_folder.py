"""`check`: every fault of a data folder."""

import argparse
from pathlib import Path

NAME = "check"
HELP = "dire tous les défauts d’un dossier de données"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, metavar="DOSSIER", help="par défaut, celui du tableau de bord")


def run(options: argparse.Namespace) -> int:
    from ptce_data.build.checking import check, report

    faults = check(options.folder)
    print(report(faults))
    return 1 if faults else 0
