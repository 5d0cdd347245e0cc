// The code that is held out: counts down, is covered while nobody looks, and is blank once it has ended.

/** When the code on the page ends, by this phone's steady clock; the server said how long it has. */
const ends = new WeakMap();

function code() {
  const shown = document.querySelector("#code[data-seconds]");
  if (shown && !ends.has(shown)) {
    ends.set(shown, performance.now() + Number(shown.dataset.seconds) * 1000);
  }
  return shown;
}

function tick() {
  const shown = code();
  if (!shown) {
    return;
  }
  const left = Math.max(0, Math.ceil((ends.get(shown) - performance.now()) / 1000));
  shown.querySelector("[data-left]").textContent = left;
  shown.querySelector("[data-renews]")?.removeAttribute("hidden");
  shown.classList.toggle("expired", left === 0);
}

document.addEventListener("visibilitychange", () => {
  const shown = code();
  if (!shown) {
    return;
  }
  shown.classList.toggle("covered", document.hidden);
  tick();
  if (!document.hidden && shown.classList.contains("expired")) {
    htmx.trigger(shown.querySelector(".renew"), "renew");
  }
});

// A page from the browser's memory holds an old code.
addEventListener("pageshow", event => {
  if (event.persisted) {
    code()?.classList.add("expired");
  }
});

setInterval(tick, 500);
tick();
