"""From a click to the last paint, in the page itself.

The page is watched for every message of the server, every change of its document and every draw call of its map; two
animation frames after the last of them, it is painted. (An empty page may have nothing to change: its answer is then
what counts.) A measure ends when the script has ended and nothing has moved for a while.
"""

from playwright.sync_api import CDPSession, Locator, Page

from tests.browser.driving import settled

#: Milliseconds without a change after which nothing more is expected.
QUIET = 400

WATCH = """(() => {
  const paint = window.__paint = {clicked: 0, heard: 0, changed: 0, painted: 0};
  let asked = false;
  const touch = () => {
    paint.changed = performance.now();
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      requestAnimationFrame(() => { paint.painted = performance.now(); });
    });
  };
  new MutationObserver(touch).observe(document,
    {subtree: true, childList: true, attributes: true, characterData: true});
  const Socket = WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', () => { paint.heard = performance.now(); touch(); });
    }
  };
  addEventListener('click', event => { paint.clicked = event.timeStamp; }, true);
  for (const context of [WebGLRenderingContext.prototype, WebGL2RenderingContext.prototype])
    for (const call of ['clear', 'drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
      const drawn = context[call];
      if (drawn) context[call] = function (...given) { touch(); return drawn.apply(this, given); };
    }
})()"""


#: Resolves when the server has begun to answer the click.
HEARD = """async timeout => {
  const started = performance.now();
  while (__paint.heard < __paint.clicked && performance.now() - started < timeout)
    await new Promise(resolve => setTimeout(resolve, 10));
}"""


def watch(page: Page) -> None:
    """Watch a page from its next navigation on."""
    page.add_init_script(WATCH)


def click_to_paint(page: Page, target: Locator) -> float:
    """Click and give the milliseconds until the last paint."""
    target.click()
    page.evaluate(HEARD, 30_000)
    settled(page, quiet=QUIET)
    clicked, heard, painted = page.evaluate("() => [__paint.clicked, __paint.heard, __paint.painted]")
    assert painted > heard > clicked > 0, "the click was not seen, not answered, or changed nothing"
    return painted - clicked


def last_paint(page: Page) -> tuple[float, float]:
    """(milliseconds since the navigation began, seconds since the epoch) of the last paint of a settled page."""
    settled(page, quiet=QUIET)
    since, epoch = page.evaluate("() => [__paint.painted, (performance.timeOrigin + __paint.painted) / 1000]")
    return since, epoch


class Bytes:
    """Counts what passes over the WebSockets of a page, both ways, payloads as they travel."""

    def __init__(self, page: Page):
        self.count = 0
        self._session: CDPSession = page.context.new_cdp_session(page)
        self._session.send("Network.enable")
        for event in ("Network.webSocketFrameReceived", "Network.webSocketFrameSent"):
            self._session.on(event, self._add)

    def _add(self, event: dict) -> None:
        frame = event["response"]
        text = frame["payloadData"]
        # Chromium hands binary frames over in base64: four characters for three bytes.
        self.count += len(text) * 3 // 4 - text.count("=") if frame["opcode"] == 2 else len(text.encode())
