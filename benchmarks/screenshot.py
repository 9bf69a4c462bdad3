"""Make docs/capture.png from the running app: the home page as a visitor first sees it. Run by `make screenshot`."""

from pathlib import Path

from tests.browser import driving
from tests.browser.server import running

TARGET = Path(__file__).parents[1] / "docs/capture.png"


def main() -> None:
    with driving.chromium() as browser, running() as server:
        page = browser.new_page(base_url=server.url, locale="fr-FR", viewport={"width": 1280, "height": 1000})
        driving.visit(page, "/")
        driving.settled(page, quiet=1_500)
        page.screenshot(path=TARGET)
    print(f"{TARGET.relative_to(Path.cwd())} est à jour.")


if __name__ == "__main__":
    main()
