"""Preload links for the modules and shapes of a page's first paint: fetched beside the page's script, not after it.

Streamlit fetches a module when the first element of its kind arrives, and the map fetches its shapes once its library
runs. One after the other, these requests took a fifth of the time of a reload. The library alone weighs 3 MB.
"""

import re
from contextlib import suppress
from functools import lru_cache
from html import escape
from pathlib import Path

from streamlit import file_util

from ptce_data.datasets.faults import DataError
from ptce_data.views import live
from ptce_data.views.app.site_map import PAGES
from ptce_data.views.serving import warming

#: The map's library, which is not only fetched but run while the page waits for its first answer.
_LIBRARY = "DeckGlJsonChart.*.js"
_MAP = (_LIBRARY, "webgl-device.*.js")
_OF = {"map": _MAP, "chart": ("ArrowVegaLiteChart.*.js",), "": ()}

#: Path → modules that its page needs beside those of every page, as the site map declares what it draws first.
MODULES = {"/" if page.home else f"/{page.key}": _OF[page.first_draws] for page in PAGES if page.first_draws}
EVERYWHERE = ("Html.*.js", "BidiComponent.*.js")

_IMPORT = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
_SHAPE = '<link rel="preload" as="fetch" crossorigin="anonymous" href="./{}"{}>'


def preloads(path: str) -> str:
    """HTML for the head of the document of a path, without links for what isn't found or isn't ready yet."""
    modules = _links(Path(file_util.get_static_dir()) / "static/js", MODULES.get(path, ()) + EVERYWHERE)
    script = live.script()
    ours = f'<link rel="modulepreload" href="./{script}">' if script else ""
    return modules + ours + (_shapes() if path == "/" else "")


def _shapes() -> str:
    """Links to the shapes of the home page's map; its icons in the colours that the reader's browser prefers."""
    if not warming.prepared():
        return ""
    from ptce_data.maps import geometry

    links = []
    with suppress(DataError):  # the page shows what is wrong with the data
        links += [_SHAPE.format(escape(geometry.url(name)), "") for name in geometry.DRAWN]
        for theme in geometry.THEMES:
            asked = f' media="(prefers-color-scheme: {theme})"'
            links.append(_SHAPE.format(escape(geometry.url(f"{geometry.SPRITES}-{theme}")), asked))
    return "".join(links)


@lru_cache(maxsize=8)
def _links(folder: Path, patterns: tuple[str, ...]) -> str:
    found = [file for pattern in patterns for file in sorted(folder.glob(pattern))[:1]]
    run = [file.name for file in found if file.match(_LIBRARY)]
    links = [f'<link rel="modulepreload" href="./static/js/{name}">' for name in _needed(folder, found)]
    links += [f'<script type="module" async src="./static/js/{name}"></script>' for name in run]
    return "".join(links)


def _needed(folder: Path, files: list[Path]) -> list[str]:
    """The names of modules and of all that they import, each once."""
    names, waiting = {}, [file.name for file in files]
    while waiting:
        name = waiting.pop(0)
        if name not in names and (folder / name).is_file():
            names[name] = None
            waiting += _IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    return list(names)
