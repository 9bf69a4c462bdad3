"""`build`: the Parquet files of a data folder, from its facts."""

import argparse
from pathlib import Path

NAME = "build"
HELP = "construire les fichiers Parquet à partir des faits"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--into", type=Path, metavar="DOSSIER", help="dossier qui contient facts/ et outlines/ ; par défaut, data/"
    )


def run(options: argparse.Namespace) -> int:
    from ptce_data.build.data_folder import build

    for path in build(options.into):
        print(path)
    return 0
