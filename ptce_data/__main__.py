"""The command line: `python -m ptce_data COMMAND`. Faults are said in French, with exit code 1."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qsl

from ptce_data.commands import COMMANDS
from ptce_data.datasets.faults import DataError
from ptce_data.engines import EngineError
from ptce_data.results import Result, wording
from ptce_data.selection import FILTER_BY_KEY, Selection, read_query

_NBSP = "\u00a0"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    # A terminal or a pipe that can't write an accent must not end in a traceback.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except (DataError, EngineError) as fault:
        print(f"Erreur{_NBSP}: {fault}", file=sys.stderr)
    except OSError as fault:
        what = f"{fault.filename}{_NBSP}: " if fault.filename else ""
        print(f"Erreur{_NBSP}: {what}{fault.strerror or fault}", file=sys.stderr)
    return 1


class _Parser(argparse.ArgumentParser):
    """argparse says what it didn't understand in English: the usage, and a way out, are said instead."""

    def error(self, message: str):
        self.print_usage(sys.stderr)
        print(f"Erreur{_NBSP}: commande incomplète ou inconnue. Remède{_NBSP}: {self.prog} -h", file=sys.stderr)
        sys.exit(1)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m ptce_data", description="L’observatoire des PTCE en ligne de commande.", add_help=False
    )
    _help(parser)
    commands = parser.add_subparsers(title="commandes", required=True, metavar="COMMANDE")

    check = _command(commands, "check", "dire tous les défauts d’un dossier de données", _check)
    check.add_argument("folder", nargs="?", type=Path, metavar="DOSSIER", help="par défaut, celui du tableau de bord")

    build = _command(commands, "build", "construire les fichiers Parquet à partir des faits", _build)
    build.add_argument(
        "--into", type=Path, metavar="DOSSIER", help="dossier qui contient facts/ et outlines/ ; par défaut, data/"
    )

    figures = _command(commands, "figures", "écrire les chiffres que montrent les pages", _figures)
    figures.add_argument("--link", default="", metavar="LIEN", help="sélection, comme dans un lien : region=84&iae=oui")
    figures.add_argument("--format", choices=tuple(_WRITERS), default="table", help="json, csv ou table (par défaut)")

    for one in COMMANDS:
        one.arguments(_command(commands, one.NAME, one.HELP, one.run))
    return parser


def _command(commands, name: str, words: str, run) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.", add_help=False)
    _help(command)
    command.set_defaults(run=run)
    return command


def _help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="afficher cette aide")


def _check(options: argparse.Namespace) -> int:
    from ptce_data.build.checking import check, report

    faults = check(options.folder)
    print(report(faults))
    return 1 if faults else 0


def _build(options: argparse.Namespace) -> int:
    from ptce_data.build.data_folder import build

    for path in build(options.into):
        print(path)
    return 0


def _figures(options: argparse.Namespace) -> int:
    from ptce_data.indicators import compute

    sys.stdout.write(_WRITERS[options.format](compute(_selection(options.link))))
    return 0


def _selection(link: str) -> Selection:
    """The Selection of a link, whole or its query only; what is not understood is said on stderr."""
    query = link.partition("?")[2] if "?" in link else link
    read = read_query(query)
    if read.too_long:
        print("Lien trop long, ignoré : voici l’ensemble.", file=sys.stderr)
        return read.selection
    for key in dict.fromkeys(key for key, _ in parse_qsl(query, keep_blank_values=True) if key not in FILTER_BY_KEY):
        print(f"Clé ignorée{_NBSP}: {key}. Clés connues{_NBSP}: {', '.join(FILTER_BY_KEY)}.", file=sys.stderr)
    for key, code in read.dropped:
        print(f"Code inconnu, ignoré{_NBSP}: {key}={code}", file=sys.stderr)
    return read.selection


def _json(results: tuple[Result, ...]) -> str:
    return json.dumps([result.to_dict() for result in results], ensure_ascii=False, indent=2) + "\n"


def _csv(results: tuple[Result, ...]) -> str:
    """One row per item of every Result, with its key; what a page's standard CSV holds."""
    import pandas as pd

    from ptce_data.exports.csv_tables import table_csv
    from ptce_data.exports.figure_files import rows

    frames = []
    for result in results:
        frame = rows(result)
        frame.insert(0, "indicateur", result.key)
        # Columns without any number would be concatenated as a type of their own.
        frames.append(frame.astype(object))
    return table_csv(pd.concat(frames, ignore_index=True), excel=False).decode("utf-8").replace("\r\n", "\n")


def _table(results: tuple[Result, ...]) -> str:

    lines = []
    for result in results:
        lines += [wording.title(result), f"  {wording.base_line(result)} ({result.base.population})"]
        width = max((len(item.label) for item in result.items), default=0)
        for item in result.items:
            value = wording.value_text(result, item) or wording.state_text(item)
            mark = f"   publié{_NBSP}: {wording.published_text(item)}" if item.published is not None else ""
            lines.append(f"    {item.label.ljust(width)}  {value}{mark}")
        lines += [f"  {result.policy_note}"] if result.policy_note else []
        lines += [f"  Source{_NBSP}: {result.source.title}, {result.source.date}", ""]
    return "\n".join(lines)


_WRITERS = {"json": _json, "csv": _csv, "table": _table}


if __name__ == "__main__":
    sys.exit(main())
