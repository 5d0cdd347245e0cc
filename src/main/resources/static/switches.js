// The switches in the counter's head, size and language. The page is fetched again and put in its own place, so that the case
// goes on and nothing that was typed is lost.

import { say } from "/assets/language.js";
import { again, changed, isSending, parse, tell } from "/assets/send.js";

/** What a page of the counter consists of. */
const PARTS = [".skip", "header.head", "[data-lock-screen]", "main", "nav.keys", "#help", "#refusals"];

/** Without a case to go on with, a page that answered a form stays as it is. */
export function offer() {
  const form = document.querySelector("form.switches");
  if (form && history.state) {
    form.hidden = false;
  }
}

addEventListener("submit", event => {
  if (event.target.matches("header.head form.switches")) {
    event.preventDefault();
    if (!isSending()) {
      choose(event.target, event.submitter);
    }
  }
});

async function choose(form, pressed) {
  const chosen = new URLSearchParams({ [pressed.name]: pressed.value });
  try {
    await fetch(form.action, { method: "POST", body: chosen, redirect: "manual" });
    const page = history.state ? await again(history.state) : await opened(form.elements.back.value);
    if (page?.redirected) {
      location.assign(page.url);
    } else if (page) {
      putInPlace(parse(page.html), pressed.name);
    }
  } catch {
    tell(say("网络不通，没有切换。请稍后再按一次。", "No network: nothing was switched. Press again in a moment."), "fail");
  }
}

async function opened(address) {
  const response = await fetch(address, { headers: { Accept: "text/html" } });
  return { redirected: response.redirected, url: response.url, html: await response.text() };
}

function putInPlace(page, pressed) {
  const typed = fields().map(field => ({ field, place: placeOf(field) }));
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.className = page.documentElement.className;
  document.title = page.title;
  for (const part of PARTS) {
    const there = page.querySelector(part);
    if (there) {
      document.querySelector(part)?.replaceWith(there);
    }
  }
  for (const { field, place } of typed) {
    const same = fields().find(other => placeOf(other) === place);
    if (same) {
      same.value = field.value;
      same.checked = field.checked;
    }
  }
  self.htmx?.process(document.querySelector("main"));
  changed();
  document.querySelector(`form.switches [name="${pressed}"]`)?.focus();
}

function fields() {
  return [...document.querySelectorAll("main :is(input:not([type=hidden]), select, textarea)")];
}

/** Boxes of one name differ by what they stand for; anything else has a name of its own. */
function placeOf(field) {
  return field.name + (field.type === "checkbox" ? "=" + field.value : "");
}
