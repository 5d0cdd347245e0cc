// The code that is held out: counts down, is covered while nobody looks, and is blank once it has ended.

const CITY_HOURS = 8;

/** When the code on the page came, by this phone's steady clock; the server said how long it has, and what time it was. */
const came = new WeakMap();

function code() {
  const shown = document.querySelector("#code[data-seconds]");
  if (shown && !came.has(shown)) {
    came.set(shown, performance.now());
  }
  return shown;
}

function tick() {
  const shown = code();
  if (!shown) {
    return;
  }
  const passed = performance.now() - came.get(shown);
  const left = Math.max(0, Math.ceil(Number(shown.dataset.seconds) - passed / 1000));
  write(shown.querySelector("[data-left]"), String(left));
  write(shown.querySelector("[data-clock]"), cityTime(Number(shown.dataset.now) + passed));
  shown.querySelector("[data-renews]")?.removeAttribute("hidden");
  shown.querySelector(".offline").hidden = navigator.onLine;
  shown.classList.toggle("expired", left === 0);
}

/** The phone's own clock and zone may be anything. */
function cityTime(instant) {
  return new Date(instant + CITY_HOURS * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
}

function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
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

// The shell, for when there is no network. A browser that has none of this, or a page without https, does without.
addEventListener("load", () => {
  navigator.serviceWorker?.register("/assets/phone-worker.js", { scope: "/phone" }).catch(() => undefined);
});
