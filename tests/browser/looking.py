"""Looking at a whole page at once: headings, names of controls, overflow, contrast. Each gives a list of findings."""

from playwright.sync_api import Page

#: Opened once, ours or Streamlit's, and seen by nobody: outside the reader's page.
_VISIBLE = """
  const visible = element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})
    && element.getClientRects().length > 0;
"""

_HEADINGS = (
    """() => {"""
    + _VISIBLE
    + """
  return [...document.querySelectorAll('h1,h2,h3,h4,h5,h6,[role=heading]')].filter(visible)
    .map(element => Number(element.getAttribute('aria-level') || element.tagName.slice(1)));
}"""
)

_OVERFLOWING = """() => {
  const wide = document.documentElement.clientWidth;
  const scrolls = element => {
    for (let up = element.parentElement; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (up.tagName !== 'BODY' && ['auto', 'scroll', 'hidden', 'clip'].includes(style.overflowX)
          && up.getBoundingClientRect().right <= wide + 1 && up.dataset.testid !== 'stMain') return true;
    }
    return false;
  };
  const found = [...document.querySelectorAll('body *')]
    .filter(element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}))
    .filter(element => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.height > 0 && (box.right > wide + 1 || box.left < -1) && !scrolls(element);
    })
    .map(element => element.tagName + ' ' + (element.dataset.testid || element.className) + ' to '
      + Math.round(element.getBoundingClientRect().right));
  const main = document.querySelector('[data-testid=stMain]');
  if (main && main.scrollWidth > main.clientWidth + 1) found.push('the page scrolls sideways: ' + main.scrollWidth);
  return found;
}"""

_CONTRASTS = """minimum => {
  const parse = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const over = (top, under) => {
    const alpha = top.length > 3 ? top[3] : 1;
    return [0, 1, 2].map(i => top[i] * alpha + under[i] * (1 - alpha));
  };
  const behind = element => {
    const layers = [];
    for (let up = element; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.backgroundImage !== 'none') return null;
      const colour = parse(style.backgroundColor);
      if (colour.length === 4 && colour[3] === 0) continue;
      layers.unshift(colour);
      if (colour.length === 3) break;
    }
    return layers.reduce((under, top) => over(top, under), [255, 255, 255]);
  };
  const light = colour => {
    const [r, g, b] = colour.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let read = 0;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('svg, canvas, script, style, noscript, [disabled], [aria-disabled=true]'))
      continue;
    if (!element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    if (element.dataset.testid === 'stIconMaterial') continue;
    const back = behind(element);
    if (!back) continue;
    read += 1;
    const style = getComputedStyle(element);
    const ink = over(parse(style.color), back);
    const [high, low] = [light(ink), light(back)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    // A sign hidden from screen readers stands beside its words: it is a mark, 3:1 like other marks.
    if (ratio < (large || element.closest('[aria-hidden=true]') ? 3 : minimum))
      found.add(ratio.toFixed(2) + ' « ' + node.data.trim().slice(0, 40) + ' » ' + style.color + ' on ' + back);
  }
  if (!read) found.add('no text was read');
  return [...found];
}"""


_LOOSE_TYPOGRAPHY = """() => {
  const loose = /[\\p{L}\\d)»…’] [;:?!»%](?= |$)|« |[\\p{L}\\d][;?!](?= |$)|\\b([cdjlmnst]|qu)'\\p{L}/iu;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.parentElement.closest('script, style, noscript, code, pre')) continue;
    const match = node.data.match(loose);
    if (match) found.add(match[0] + ' in ' + node.data.trim().slice(Math.max(0, match.index - 30), match.index + 30));
  }
  return [...found];
}"""


def heading_levels(page: Page) -> list[int]:
    """The levels of the headings that can be seen, in the order of the page."""
    return page.evaluate(_HEADINGS)


def overflowing(page: Page) -> list[str]:
    """What sticks out of the window sideways, unless a box that scrolls holds it."""
    return page.evaluate(_OVERFLOWING)


def poor_contrasts(page: Page, minimum: float = 4.5) -> list[str]:
    """Texts that stand too little out of their background (WCAG 2: 4.5:1, or 3:1 when large or a mark)."""
    return page.evaluate(_CONTRASTS, minimum)


def loose_typography(page: Page) -> list[str]:
    """Texts where a line could break before ; : ? ! % » or after «, and straight apostrophes: not French typography."""
    return page.evaluate(_LOOSE_TYPOGRAPHY)


def controls_without_name(page: Page) -> list[str]:
    """Controls that a screen reader would announce without a name, from the browser's own accessibility tree."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    roles = {"button", "link", "textbox", "combobox", "checkbox", "radio", "tab", "slider", "switch", "searchbox"}
    controls = [node for node in nodes if not node.get("ignored") and node.get("role", {}).get("value") in roles]
    assert controls, "the page has no control at all"
    return [
        f"{node['role']['value']} without a name: {node.get('description', {}).get('value', '')} {node['nodeId']}"
        for node in controls
        if not node.get("name", {}).get("value", "").strip()
    ]
