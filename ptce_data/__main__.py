"""The command line: `python -m ptce_data COMMAND`. Faults are said in French, with exit code 1."""

import sys
from collections.abc import Sequence

from ptce_data.commands import parser
from ptce_data.datasets.faults import DataError
from ptce_data.engines import EngineError
from ptce_data.texts import NBSP


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    # A terminal or a pipe that can't write an accent must not end in a traceback.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    options = parser().parse_args(arguments)
    try:
        return options.run(options)
    except (DataError, EngineError) as fault:
        print(f"Erreur{NBSP}: {fault}", file=sys.stderr)
    except OSError as fault:
        what = f"{fault.filename}{NBSP}: " if fault.filename else ""
        print(f"Erreur{NBSP}: {what}{fault.strerror or fault}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
