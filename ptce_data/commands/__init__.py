"""The command line: one file a command, with NAME, HELP, `arguments(parser)` and `run(options) -> exit code`."""

import argparse
import sys

from ptce_data.commands import (
    build_folder,
    check_folder,
    import_wave,
    list_releases,
    measure_noise,
    restore_release,
    write_figures,
    write_template,
)
from ptce_data.texts import NBSP

COMMANDS = (
    check_folder,
    build_folder,
    write_figures,
    import_wave,
    list_releases,
    restore_release,
    write_template,
    measure_noise,
)
"""In the order of the help."""


class _Parser(argparse.ArgumentParser):
    """argparse says what it didn't understand in English: the usage, and a way out, are said instead."""

    def error(self, message: str):
        self.print_usage(sys.stderr)
        print(f"Erreur{NBSP}: commande incomplète ou inconnue. Remède{NBSP}: {self.prog} -h", file=sys.stderr)
        sys.exit(1)


def parser() -> argparse.ArgumentParser:
    """The parser of every command; the options that it reads have `run`, the function of the command."""
    whole = _Parser(
        prog="python -m ptce_data", description="L’observatoire des PTCE en ligne de commande.", add_help=False
    )
    _add_help(whole)
    commands = whole.add_subparsers(title="commandes", required=True, metavar="COMMANDE")
    for command in COMMANDS:
        words = f"{command.HELP[0].upper()}{command.HELP[1:]}."
        own = commands.add_parser(command.NAME, help=command.HELP, description=words, add_help=False)
        _add_help(own)
        command.arguments(own)
        own.set_defaults(run=command.run)
    return whole


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="afficher cette aide")
