// Keeps what was brought in this tab's own session storage, and gives it back to a new session of the server.
// Draws nothing. `content`: null, the server knows nothing yet; "", erased; otherwise what to keep.
"use strict";
const KEY = "ptce-mon-pole";
let told = null;

function say(type, values) {
  window.parent.postMessage({ isStreamlitMessage: true, type: "streamlit:" + type, ...values }, window.location.origin);
}

window.addEventListener("message", event => {
  if (event.origin !== window.location.origin || event.data.type !== "streamlit:render") return;
  const { content, session } = event.data.args;
  if (content) {
    sessionStorage.setItem(KEY, content);
  } else if (content === "") {
    sessionStorage.removeItem(KEY);
  } else if (told !== session) {
    told = session;
    const found = sessionStorage.getItem(KEY);
    if (found) say("setComponentValue", { value: { session, found }, dataType: "json" });
  }
  say("setFrameHeight", { height: 0 });
});

say("componentReady", { apiVersion: 1 });
