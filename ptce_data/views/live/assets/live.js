// Keeps plain HTML in step with trees that the server sends, and tells the server what was clicked, chosen or typed.
//
// The page has places, <div class="ptce-live" id="…">, and what to draw in them, <i data-for="…" data-trees="…">. What
// has not changed stays the same element: the keyboard's place, and what a screen reader was reading, stand.

const CHANGING = ["aria-pressed", "aria-expanded"]; // seen at once, before the server has answered
const TYPING = 300; // ms without a key after which a text is said

const MENU = "ptce-menu"; // the place that hears of back and forward

let shown = location.pathname; // the page that is drawn
let tell = null; // Streamlit's way to the server, of the page that is shown
let typing;

export default function ({ setTriggerValue }) {
  if (!tell) listen();
  tell = setTriggerValue;
  draw();
}

function listen() {
  new MutationObserver(draw).observe(document.body, { subtree: true, childList: true });
  document.addEventListener("click", clicked);
  window.ptcePopped = popped; // called by the document's own script, which listens before Streamlit does
  document.addEventListener("change", ({ target }) => said(target) && say(target, target.value));
  document.addEventListener("input", ({ target }) => {
    if (target.localName !== "input" || !said(target)) return;
    clearTimeout(typing);
    typing = setTimeout(() => say(target, target.value), TYPING);
  });
}

// Draws what was sent, in the turn in which Streamlit puts it into the page: there is no picture in between.
function draw() {
  shown = location.pathname;
  const sent = new Map(Array.from(document.querySelectorAll("[data-trees]"), one => [one.dataset.for, one.dataset.trees]));
  for (const place of document.querySelectorAll(".ptce-live")) {
    const trees = sent.get(place.id);
    if (trees === undefined || place.drawn === trees) continue;
    place.drawn = trees;
    fill(place, JSON.parse(trees));
  }
}

// Back and forward within a page: the server is told which address it is, once. Streamlit would ask for a second run,
// which can't tell this address from one that is late. To another page, Streamlit goes by itself.
function popped(event) {
  if (location.pathname !== shown) return;
  event.stopImmediatePropagation();
  tell("say", [MENU, `popped:${location.search}`]);
}

function clicked(event) {
  const part = event.target.closest(".ptce-live :is(a, button)[data-say]");
  if (!part || (part.localName === "a" && elsewhere(event))) return;
  event.preventDefault();
  for (const name of CHANGING)
    if (part.hasAttribute(name)) part.setAttribute(name, part.getAttribute(name) !== "true");
  say(part);
  // The address changes here, page and filters together: Streamlit would make two steps back of them.
  if (part.localName === "a") history.pushState({}, "", part.href);
}

// A link that the reader opens in another tab or window is the browser's business.
function elsewhere(event) {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

function said(field) {
  return field.matches(".ptce-live :is(input, select)[data-say]");
}

// A field says its value, once; a button says its code, each time.
function say(part, value) {
  clearTimeout(typing);
  if (value !== undefined && part.said === value) return;
  part.said = value;
  tell("say", [part.closest(".ptce-live").id, part.dataset.say + (value ?? "")]);
}

// trees: text, or [name, attributes, ...trees]. Text is never read as HTML.
function fill(parent, trees) {
  trees.forEach((tree, rank) => {
    const now = parent.childNodes[rank];
    if (typeof tree === "string") {
      if (now?.nodeType !== Node.TEXT_NODE) put(parent, now, document.createTextNode(tree));
      else if (now.data !== tree) now.data = tree;
    } else {
      const [name, attributes, ...inside] = tree;
      const element = now?.localName === name ? now : put(parent, now, document.createElement(name));
      dress(element, attributes);
      fill(element, inside);
      if (name === "input" || name === "select") hold(element, attributes.value);
    }
  });
  while (parent.childNodes.length > trees.length) parent.lastChild.remove();
}

function put(parent, now, node) {
  if (now) now.replaceWith(node);
  else parent.append(node);
  return node;
}

function dress(element, attributes) {
  for (const { name } of [...element.attributes]) if (!(name in attributes)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

// What someone is typing is theirs; the rest is what the server knows.
function hold(field, value) {
  field.said = value;
  const typed = field.localName === "input" && field === document.activeElement;
  if (!typed && field.value !== value) field.value = value;
}
