"""The Chromium that browser tests and benchmarks drive: found, or installed by `python -m tests.browser.chromium`.

In order: the CHROMIUM variable, the PATH, Debian's package (root only), Playwright's own download.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

#: Debian's Chromium, and what draws WebGL in software where there is no graphics card.
DEBIAN_PACKAGES = ("chromium", "libegl1", "libgl1-mesa-dri")

REMEDY = """Aucun Chromium utilisable : les tests dans un vrai navigateur, jamais sautés, ne peuvent pas tourner.
Remèdes, au choix :
  - Debian, Ubuntu : apt install chromium ;
  - sinon, avec un accès au réseau : .venv/bin/python -m playwright install --with-deps chromium ;
  - si un Chromium ou un Chrome est déjà là : CHROMIUM=/chemin/vers/chromium make test.
No usable Chromium: install one as above, or name it with the CHROMIUM variable."""


def works(path: str) -> bool:
    """Whether it starts: Ubuntu's `chromium-browser` may be a notice that asks for snap."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def found() -> str | None:
    """The path of a Chromium that starts, or None. A CHROMIUM that doesn't start is never replaced by another."""
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        return path if path and works(path) else None
    on_path = next((path for path in map(shutil.which, NAMES) if path and works(path)), None)
    return on_path or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if works(path) else None


def install() -> None:
    """Install one, by Debian's package when root, else by Playwright. A step that fails leaves the next one to try."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (("update", "-qq"), ("install", "-y", "-qq", "--no-install-recommends", *DEBIAN_PACKAGES)):
            subprocess.run(["apt-get", *command], env=environment, stdout=sys.stderr)
    if not found():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr)


def main() -> int:
    """Print the path of a Chromium, installing one if need be; on failure say what to install, exit code 1."""
    path = found()
    if path is None and not os.environ.get("CHROMIUM"):
        print("Aucun Chromium trouvé : installation…", file=sys.stderr)
        install()
        path = found()
    print(path if path else REMEDY, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
