// The items that this window handles: those marked by hand and the latest. Codes and names of items, kept in the browser.

import { say } from "/assets/language.js";

const LATEST = 6;
const FAVOURITES = "counter.favourites";
const RECENT = "counter.recent";

function kept(list) {
  try {
    return JSON.parse(localStorage.getItem(list) ?? "[]").filter(item => /^[0-9A-Z]+$/.test(item.code));
  } catch {
    return [];
  }
}

function keep(list, items) {
  try {
    localStorage.setItem(list, JSON.stringify(items));
  } catch {
    // A browser that keeps nothing lists nothing.
  }
}

/** Whether Enter was pressed on a search whose answer is not there yet. */
let entered = false;

/** Enter leads from the search to the first item found, as soon as it is there, unless more is typed meanwhile. */
export function listen() {
  addEventListener("submit", event => {
    entered = event.isTrusted && event.target.matches("form[role=search]");
  }, { capture: true });
  addEventListener("input", () => {
    entered = false;
  });
  addEventListener("htmx:afterSettle", () => {
    if (entered) {
      entered = false;
      document.querySelector("#found .picks a")?.focus();
    }
  });
}

/** Fills in the lists, or remembers the item that was chosen. */
export function show() {
  const star = document.querySelector("[data-star]");
  if (star) {
    chosen(star);
  }
  const own = document.querySelector("#own");
  if (own) {
    const filled = [fill("favourites", kept(FAVOURITES)), fill("recent", kept(RECENT))];
    own.hidden = !filled.includes(true);
  }
}

function chosen(star) {
  const item = { code: star.dataset.star, name: star.dataset.name };
  keep(RECENT, [item, ...kept(RECENT).filter(other => other.code !== item.code)].slice(0, LATEST));
  const mark = () => {
    const is = kept(FAVOURITES).some(other => other.code === item.code);
    star.setAttribute("aria-pressed", String(is));
    star.textContent = is ? say("★ 常用事项", "★ A favourite") : say("☆ 设为常用", "☆ Add to favourites");
  };
  star.hidden = false;
  mark();
  star.onclick = () => {
    const others = kept(FAVOURITES).filter(other => other.code !== item.code);
    keep(FAVOURITES, star.getAttribute("aria-pressed") === "true" ? others : [...others, item]);
    mark();
  };
}

function fill(name, items) {
  const list = document.querySelector(`[data-list="${name}"]`);
  list.replaceChildren(...items.map(item => {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = "/counter?item=" + encodeURIComponent(item.code);
    const label = document.createElement("b");
    label.textContent = item.name;
    link.append(label);
    row.append(link);
    return row;
  }));
  list.parentElement.hidden = items.length === 0;
  return items.length > 0;
}
