"""Speed of the pages in a real Chromium, beside the floor: the same thing in an empty page, as Streamlit ships it.

Run by `make bench`; `python -m benchmarks.browser clicks` runs one of the measures. The floor and the pages take turns,
so that a busy machine slows them alike. Medians.
"""

import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks.paint import Bytes, click_to_paint, last_paint, watch
from benchmarks.report import Line, table
from benchmarks.sessions import crowd
from benchmarks.upload import full_files
from ptce_data.schema.codes import SECTORS
from tests.browser import driving
from tests.browser.server import Server, running

FLOOR = Path(__file__).parent / "floor"
COLD_ROUNDS = 9

#: Clicks: turns of every page, and in each turn what warms up and what is measured.
TURNS, WARM_UP, CLICKS = 4, 4, 6

#: Reloads in each turn, after one that is not measured: a browser keeps compiled scripts from the second visit on.
RELOADS = 3

#: A server prepares its later pages once it has painted its first one.
WARMING_SECONDS = 8


def main() -> int:
    """Measure, print each table, and say by the exit code whether every bound holds."""
    lines = []
    for measured in [measure for measure in MEASURES if not sys.argv[1:] or measure.__name__ in sys.argv[1:]]:
        found = measured()
        print(table(found), flush=True)  # cold starts take minutes: what is known is said
        lines += found
    return 0 if all(line.holds for line in lines) else 1


@contextmanager
def opened(browser: Browser, server: Server, path: str = "/"):
    """A page that is watched, whole."""
    with browser.new_context(base_url=server.url, locale="fr-FR", viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        watch(page)
        driving.visit(page, path)
        yield page


def toggle(page: Page) -> Callable[[], float]:
    """A filter change: one click on a sector of the open panel, another sector at each call."""
    page.locator("#ptce-filters").get_by_role("button", name="Secteur").click()
    driving.settled(page)
    pills = page.locator("#ptce-filter-sectors").get_by_role("button")
    wanted = list(SECTORS.keys)[:4]

    def change() -> float:
        wanted.append(wanted.pop(0))
        return click_to_paint(page, pills.filter(has_text=SECTORS.label(wanted[0])).first)

    return change


def clicks() -> list[Line]:
    """Each page alone in the browser, as for its reader: a map in a tab beside would draw at every frame."""
    times: dict[str, list[float]] = {name: [] for name in ("bare", "floor", "carte", "effets")}
    sent = []
    with ExitStack() as stack:
        browser = stack.enter_context(driving.chromium())
        site, floor, bare = (
            stack.enter_context(running(**served))
            for served in ({}, {"folder": FLOOR, "script": "loaded.py"}, {"folder": FLOOR, "script": "button.py"})
        )
        for server in (site, floor, bare):
            with opened(browser, server):
                time.sleep(WARMING_SECONDS)
        for _ in range(TURNS):
            for name, server, path, action in (
                ("bare", bare, "/", press),
                ("floor", floor, "/", press),
                ("carte", site, "/", toggle),
                ("effets", site, "/effets", toggle),
            ):
                with opened(browser, server, path) as page:
                    change, traffic = action(page), Bytes(page)
                    for number in range(WARM_UP + CLICKS):
                        traffic.count = 0
                        taken = change()
                        if number >= WARM_UP:
                            times[name].append(taken)
                            sent += [traffic.count] if name == "carte" else []
    medians = {name: median(values) for name, values in times.items()}
    return [
        Line("page vide, un bouton, rien d’importé : du clic à la dernière peinture", medians["bare"]),
        Line("plancher : la même, pandas et altair importés", medians["floor"]),
        Line("Carte : changer un filtre", medians["carte"], floor=medians["floor"], bound=1.2),
        Line("Effets : changer un filtre", medians["effets"], floor=medians["floor"], bound=2.0),
        Line("Carte : octets par WebSocket pour un filtre", median(sent) / 1000, "ko", bound=25),
    ]


def reloads() -> list[Line]:
    times: dict[str, list[float]] = {"map": [], "carte": []}
    with driving.chromium() as browser, running(folder=FLOOR, script="map.py") as floor, running() as site:
        servers = {"map": floor, "carte": site}
        for server in servers.values():
            with opened(browser, server):
                time.sleep(WARMING_SECONDS)
        for _ in range(TURNS):
            for name, server in servers.items():
                with opened(browser, server) as page:
                    times[name] += [reload(page) for _ in range(1 + RELOADS)][1:]
    floor_ms, carte_ms = median(times["map"]), median(times["carte"])
    return [
        Line("page vide avec une carte pydeck : rechargement, cache chaud", floor_ms),
        Line("Carte : rechargement, cache chaud", carte_ms, bound=1000),
        Line("Carte : le plus rapide de ces rechargements", min(times["carte"])),
        Line("Carte : le plus lent", max(times["carte"])),
    ]


def press(page: Page) -> Callable[[], float]:
    """The floor's one button."""
    button = page.get_by_role("button", name="Cliquer")
    return lambda: click_to_paint(page, button)


def reload(page: Page) -> float:
    page.reload()
    return last_paint(page)[0]


def uploads() -> list[Line]:
    """From a file of 5,000 rows given to the page until its comparison is drawn, whole."""
    content = full_files()["structures.csv"]
    times = []
    with driving.chromium() as browser, running() as server:
        for number in range(1 + COLD_ROUNDS):  # the first is the server's own warm-up
            with opened(browser, server, "/comparer") as page:
                page.get_by_role("button", name="Déposer un fichier").click()
                driving.settled(page)
                started = page.evaluate("() => performance.now()")
                given = {"name": "structures.csv", "mimeType": "text/csv", "buffer": content}
                page.locator("input[type=file]").set_input_files(given)
                page.locator("[data-testid=stVegaLiteChart] svg").first.wait_for()
                painted, _ = last_paint(page)
                times += [painted - started] if number else []
    return [Line("Comparer : 5 000 structures déposées, jusqu’à la comparaison dessinée", median(times))]


def cold_starts() -> list[Line]:
    floor, carte = [], []
    for _ in range(COLD_ROUNDS):
        floor.append(cold_start(folder=FLOOR, script="map.py"))
        carte.append(cold_start())
    return [
        Line("plancher : serveur et navigateur froids, page vide avec une carte pydeck", median(floor)),
        Line("Carte : serveur et navigateur froids", median(carte), floor=median(floor), bound=1.3),
    ]


def cold_start(**served) -> float:
    """Milliseconds from the start of the server's process to the last paint in a browser that has never been used."""
    with driving.chromium() as browser:
        started = time.time()
        with running(**served) as server, opened(browser, server) as page:
            return (last_paint(page)[1] - started) * 1000


def crowds() -> list[Line]:
    with running() as server:
        seen = crowd(server)
    return [
        Line("25 sessions filtrent la Carte : p50", seen.p50),
        Line("25 sessions filtrent la Carte : p95", seen.p95),
        Line("25 sessions filtrent la Carte : débit", seen.per_second, "exécutions/s"),
        Line("25 sessions filtrent la Carte : mémoire", seen.kilobytes, "ko/session"),
    ]


MEASURES = (clicks, reloads, crowds, uploads, cold_starts)

if __name__ == "__main__":
    sys.exit(main())
