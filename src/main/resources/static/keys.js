// The function keys of the counter, and their buttons in the bar. None of them acts by itself: they lead, open and fill.

/** What a key does on the page as it stands: the first thing of its kind that is there. */
const KEYS = {
  F1: () => open("#help"),
  F2: () => follow("/counter"),
  F3: byHand,
  F4: unmask,
  F6: () => press("[data-slip]"),
  F7: () => press("#camera"),
  F8: () => press("[data-summary]"),
  F9: () => follow("/counter/shift"),
  Escape: back,
};

/** Whether the page before this one was the counter's: then the way back is the browser's, and a case that waits there goes on. */
function isWithinTheCounter(address) {
  return address.startsWith(location.origin) && /^\/counter(\/|$)/.test(new URL(address).pathname);
}

/** What has to be on the page for a key to do anything. */
const NEEDS = { F4: "[name=fields]", F6: "[data-slip]", F7: "#camera", F8: "[data-summary]" };

/** An Enter that follows another, or a change of the page, so soon and with no key between is a finger that has not let go. */
const LET_GO = 500;

let changed = -Infinity;
let entered = -Infinity;
let held = false;

/** Is told that another page stands in place of the old one. */
export function pageChanged() {
  changed = performance.now();
  showBar();
}

/** Buttons that need this script. */
export function showBar() {
  for (const button of document.querySelectorAll("nav.keys [data-key]")) {
    button.hidden = false;
    const needs = NEEDS[button.dataset.key];
    button.setAttribute("aria-disabled", String(Boolean(needs) && !document.querySelector(needs)));
  }
}

export function listen() {
  addEventListener("keydown", event => {
    if (event.key === "Enter" && heldOver(event)) {
      event.preventDefault();
      return;
    }
    if (event.key !== "Enter") {
      held = false;
      changed = -Infinity;
    }
    if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
      if (press(`[data-start="${event.code.slice(5)}"]`)) {
        event.preventDefault();
      }
      return;
    }
    if (walk(event)) {
      event.preventDefault();
      return;
    }
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || !(event.key in KEYS)) {
      return;
    }
    if (event.key === "Escape" && document.querySelector("dialog[open]")) {
      return;
    }
    event.preventDefault();
    KEYS[event.key]();
  });
  addEventListener("click", event => {
    const button = event.target.closest("[data-key]");
    if (button) {
      event.preventDefault();
      KEYS[button.dataset.key]();
    }
    if (event.target.closest("[data-close]")) {
      event.target.closest("dialog").close();
    }
  });
}

function heldOver(event) {
  const now = performance.now();
  const soon = now - changed < LET_GO || (now - entered < LET_GO && (held || changed >= entered));
  held = event.repeat || soon;
  entered = now;
  return held;
}

function open(dialog) {
  const found = document.querySelector(dialog);
  if (found && !found.open) {
    found.showModal();
  }
}

function follow(address) {
  location.assign(address);
}

/** Presses what is there; false: nothing is. */
function press(selector) {
  const found = document.querySelector(selector);
  found?.click();
  return found !== null;
}

/** To the first field that a person fills in: that of the question, or else the one for digits. */
function byHand() {
  const field = document.querySelector("form.question #code") ?? document.querySelector("#presented, #q, #caseNumber");
  field?.focus();
  field?.select?.();
}

/** Unmasking needs a choice and a reason: a single field is chosen already. */
function unmask() {
  const choices = document.querySelectorAll("[name=fields]");
  if (choices.length === 1) {
    choices[0].checked = true;
    document.querySelector("#reason").focus();
  } else {
    choices[0]?.focus();
  }
}

/** Up and down between the search field and what was found. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [...document.querySelectorAll("#q, .picks a")].filter(stop => stop.offsetParent !== null);
  const at = stops.indexOf(document.activeElement);
  const next = step && at >= 0 && !event.isComposing ? stops[at + step] : null;
  next?.focus();
  return Boolean(next);
}

function back() {
  if (opener && document.querySelector("[data-back]")) {
    close();
  } else if (history.state || isWithinTheCounter(document.referrer)) {
    history.back();
  } else if (location.pathname + location.search !== "/counter") {
    follow("/counter");
  }
}
