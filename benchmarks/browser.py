"""Speed of the pages in a real Chromium, beside the floor: the same thing in an empty page, as Streamlit ships it.

Run by `make bench`. The floor and the pages take turns, so that a busy machine slows them alike. Medians.
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
ROUNDS = 11
COLD_ROUNDS = 9
WARM_UP = 3


def main() -> int:
    """Measure, print each table, and say by the exit code whether every bound holds."""
    lines = []
    for measured in (clicks, crowds, uploads, cold_starts):
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
    """A filter change: one click on a sector of the open popover, another sector at each call."""
    page.locator(".st-key-ptce-popover-sectors button").first.click()
    driving.settled(page)
    pills = page.locator(".st-key-ptce-sectors").get_by_role("button")
    wanted = list(SECTORS.keys)[:4]

    def change() -> float:
        wanted.append(wanted.pop(0))
        return click_to_paint(page, pills.filter(has_text=SECTORS.label(wanted[0])).first)

    return change


def clicks() -> list[Line]:
    with ExitStack() as stack:
        browser = stack.enter_context(driving.chromium())
        site, floor = stack.enter_context(running()), stack.enter_context(running(FLOOR, script="button.py"))
        empty = stack.enter_context(opened(browser, floor))
        carte, effets = (stack.enter_context(opened(browser, site, path)) for path in ("/", "/effets"))
        button = empty.get_by_role("button", name="Cliquer")
        traffic = Bytes(carte)
        actions = {
            "plancher": lambda: click_to_paint(empty, button),
            "carte": toggle(carte),
            "effets": toggle(effets),
        }
        times = {name: [] for name in actions}
        sent = []
        for number in range(WARM_UP + ROUNDS):
            for name, action in actions.items():
                traffic.count = 0
                taken = action()
                if number >= WARM_UP:
                    times[name].append(taken)
                    sent += [traffic.count] if name == "carte" else []
        reloads = [reload(carte) for _ in range(COLD_ROUNDS)]
    medians = {name: median(values) for name, values in times.items()}
    return [
        Line("plancher : page vide, un bouton, du clic à la dernière peinture", medians["plancher"]),
        Line("Carte : changer un filtre", medians["carte"], floor=medians["plancher"], bound=1.2),
        Line("Effets : changer un filtre", medians["effets"], floor=medians["plancher"], bound=2.0),
        Line("Carte : octets par WebSocket pour un filtre", median(sent) / 1000, "ko", bound=25),
        Line("Carte : rechargement, cache chaud", median(reloads), bound=1000),
    ]


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


if __name__ == "__main__":
    sys.exit(main())
