"""Driving the dashboard in Chromium: start it, wait until the page is whole, and witness what must not happen.

Shared by the browser tests and the benchmarks. The pages are driven under their real content security policy:
only `evaluate` and locators are used, because `wait_for_function` would need the policy to be lifted.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.browser.chromium import REMEDY, found

_COMMON = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--ignore-gpu-blocklist"]

#: Nothing but this machine can be reached: what a page asks of the outside is witnessed, and never answered.
_ALONE = ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"]

#: Two ways to draw WebGL in software: Mesa through EGL (Debian), or the SwiftShader inside Chromium's own builds.
_WEBGL = (["--use-gl=angle", "--use-angle=gl-egl"], ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"])

#: Resolves once the script has ended, the socket is there and nothing has changed in the page for `quiet` ms.
_SETTLED = """async ([quiet, timeout]) => {
  const started = performance.now();
  let changed = started;
  const watch = new MutationObserver(() => { changed = performance.now(); });
  watch.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  const done = '[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]';
  try {
    while (performance.now() - started < timeout) {
      await new Promise(resolve => setTimeout(resolve, 20));
      if (document.querySelector(done) && !document.querySelector('[data-testid=stSkeleton]')
          && performance.now() - changed > quiet) return true;
    }
    return false;
  } finally { watch.disconnect(); }
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium that draws WebGL. Raises RuntimeError saying what to install."""
    path = found()
    if path is None:
        raise RuntimeError(REMEDY)
    with sync_playwright() as playwright:
        browser = next(filter(_draws_webgl, (_launch(playwright, path, flags) for flags in _WEBGL)), None)
        if browser is None:
            raise RuntimeError(
                f"{path} démarre, mais ne dessine pas en WebGL : la carte ne peut pas être testée. "
                "Remède : apt install libegl1 libgl1-mesa-dri (Debian, Ubuntu)."
            )
        yield browser
        browser.close()


def _launch(playwright: Playwright, path: str, flags: list[str]) -> Browser:
    return playwright.chromium.launch(executable_path=path, args=_COMMON + _ALONE + flags)


def _draws_webgl(browser: Browser) -> bool:
    page = browser.new_page()
    draws = page.evaluate("() => !!document.createElement('canvas').getContext('webgl2')")
    page.close()
    if not draws:
        browser.close()
    return draws


def settled(page: Page, quiet: int = 250, timeout: int = 30_000) -> None:
    """Wait until the page is whole and still. quiet, timeout: milliseconds. Raises AssertionError when it never is."""
    page.locator("[data-testid=stApp]").wait_for(timeout=timeout)
    assert page.evaluate(_SETTLED, [quiet, timeout]), f"{page.url} is still changing after {timeout} ms"


def visit(page: Page, path: str) -> None:
    """Open a path of the dashboard (the context knows the address) and wait until it is whole."""
    page.goto(path)
    settled(page)


@dataclass
class Witness:
    """What a context did that it must not: requests to another origin, resources blocked by policy, script errors."""

    origin: str
    outside: list[str] = field(default_factory=list)
    blocked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self._request(request.url))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", self._console)
        context.on("page", lambda page: page.on("websocket", lambda socket: self._request(socket.url)))

    def _request(self, url: str) -> None:
        self.requests.append(url)
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != urlsplit(self.origin).netloc:
            self.outside.append(url)

    def _console(self, message) -> None:
        if "Content Security Policy" in message.text or "Refused to" in message.text:
            self.blocked.append(message.text)

    def faults(self) -> list[str]:
        """Everything witnessed, as sentences; empty when all is well."""
        return [
            *(f"outside request: {url}" for url in self.outside),
            *(f"blocked by the content security policy: {text}" for text in self.blocked),
            *(f"script error: {text}" for text in self.errors),
        ]
