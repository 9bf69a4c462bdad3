"""The map's library, announced in the document: fetched and compiled while the page's script runs, not after it.

Streamlit asks for a chart's module when the first such chart arrives. The map's weighs 3 MB, on the page one opens
first.
"""

import re
from functools import lru_cache
from pathlib import Path

from streamlit import file_util

#: Paths of the pages that draw a map.
PATHS = ("/", "/pole")

_MAP = "DeckGlJsonChart.*.js"
_IMPORT = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")


def preloads(path: str) -> str:
    """HTML `<link>`s for the document of a path; "" for a page without a map, or where the module isn't found."""
    return _links(Path(file_util.get_static_dir()) / "static/js") if path in PATHS else ""


@lru_cache(maxsize=2)
def _links(folder: Path) -> str:
    found = sorted(folder.glob(_MAP))
    return "".join(f'<link rel="modulepreload" href="./static/js/{name}">' for name in _needed(folder, found[:1]))


def _needed(folder: Path, files: list[Path]) -> list[str]:
    """The names of modules and of all that they import, each once."""
    names, waiting = {}, [file.name for file in files]
    while waiting:
        name = waiting.pop(0)
        if name not in names and (folder / name).is_file():
            names[name] = None
            waiting += _IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    return list(names)
