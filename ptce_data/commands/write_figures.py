"""`figures`: the numbers of the pages, for a Selection, in any format that the command line has."""

import argparse
import sys
from collections.abc import Iterator
from urllib.parse import parse_qsl

from ptce_data.selection import FILTER_BY_KEY, Selection, read_query
from ptce_data.texts import NBSP

NAME = "figures"
HELP = "écrire les chiffres que montrent les pages"


class _Formats:
    """The names of the formats, for argparse: exports are imported when a name is checked or the help printed."""

    def __iter__(self) -> Iterator[str]:
        from ptce_data.exports import Kind, formats

        return (one.key for one in formats(Kind.COMMAND_LINE))


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--link", default="", metavar="LIEN", help="sélection, comme dans un lien : region=84&iae=oui")
    parser.add_argument(
        "--format", choices=_Formats(), default="table", metavar="FORMAT", help="%(choices)s ; par défaut, table"
    )


def run(options: argparse.Namespace) -> int:
    from ptce_data.exports import Kind, formats
    from ptce_data.indicators import compute

    (wanted,) = (one for one in formats(Kind.COMMAND_LINE) if one.key == options.format)
    sys.stdout.write(wanted.make(Kind.COMMAND_LINE, compute(_selection(options.link))).decode())
    return 0


def _selection(link: str) -> Selection:
    """The Selection of a link, whole or its query only; what is not understood is said on stderr."""
    query = link.partition("?")[2] if "?" in link else link
    read = read_query(query)
    if read.too_long:
        print(f"Lien trop long, ignoré{NBSP}: voici l’ensemble.", file=sys.stderr)
        return read.selection
    for key in dict.fromkeys(key for key, _ in parse_qsl(query, keep_blank_values=True) if key not in FILTER_BY_KEY):
        print(f"Clé ignorée{NBSP}: {key}. Clés connues{NBSP}: {', '.join(FILTER_BY_KEY)}.", file=sys.stderr)
    for key, code in read.dropped:
        print(f"Code inconnu, ignoré{NBSP}: {key}={code}", file=sys.stderr)
    return read.selection
