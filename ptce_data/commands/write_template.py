"""`template`: the workbook that a whole wave is written in."""

import argparse
from pathlib import Path

NAME = "template"
HELP = "écrire le modèle de classeur d’une vague entière"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--into", required=True, type=Path, metavar="FICHIER.xlsx", help="fichier à écrire")


def run(options: argparse.Namespace) -> int:
    from ptce_data.intake.survey_template import survey_template

    options.into.parent.mkdir(parents=True, exist_ok=True)
    options.into.write_bytes(survey_template())
    print(options.into)
    return 0
