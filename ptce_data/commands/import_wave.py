"""`import`: a whole survey into a data folder."""

import argparse
import sys
from pathlib import Path

from ptce_data.texts import NBSP

NAME = "import"
HELP = "importer une vague entière de l’enquête : pôles, structures, réponses"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=Path, metavar="ENQUÊTE", help="classeur à trois feuilles, ou dossier")
    parser.add_argument("--wave", required=True, metavar="ANNÉE", help="année de la vague : 2027")
    parser.add_argument("--into", required=True, type=Path, metavar="DOSSIER", help="dossier de données (PTCE_DATA)")
    parser.add_argument(
        "--policy",
        choices=("open", "threshold", "protected"),
        default="protected",
        help="secret des réponses : open, threshold ou protected (par défaut) ; voir docs/secret.md",
    )
    parser.add_argument("--owner", default="", metavar="NOM", help="qui répond de l’enquête")
    parser.add_argument(
        "--reworded",
        action="append",
        default=[],
        metavar="QUESTION",
        help="question posée autrement qu’au questionnaire de référence ; à répéter",
    )


def run(options: argparse.Namespace) -> int:
    from ptce_data.build.checking import report
    from ptce_data.datasets.faults import DataError
    from ptce_data.datasets.release import Policy
    from ptce_data.releases import import_survey

    try:
        home = import_survey(
            options.source, options.wave, options.into, Policy(options.policy), options.owner, options.reworded
        )
    except DataError as error:
        print(report(error.faults), file=sys.stderr)
        print(f"Rien n’a été importé{NBSP}: ce qui était en service le reste.", file=sys.stderr)
        return 1
    print(f"Vague {options.wave} en service{NBSP}: {home}")
    print(f"Pour la montrer{NBSP}: PTCE_DATA={options.into}")
    return 0
