// When a scan's last key came to the page, and when the frame with the verdict on it had been drawn, by the page's own clock.
// A frame's drawing ends before the next task begins.

let pressed = null;
let verdict = null;
globalThis.painted = [];

addEventListener("keydown", event => {
  if (event.key === "Enter") {
    pressed = performance.now();
  }
}, { capture: true });

new MutationObserver(() => {
  const shown = document.querySelector(".verdict");
  if (!shown || shown === verdict || pressed === null) {
    return;
  }
  const from = pressed;
  pressed = null;
  verdict = shown;
  requestAnimationFrame(() => {
    const next = new MessageChannel();
    next.port1.onmessage = () => painted.push(performance.now() - from);
    next.port2.postMessage(null);
  });
}).observe(document, { childList: true, subtree: true });
