// The screen at a window: it notes which answers were seen, and locks when nobody touches it.

import { say } from "/assets/language.js";
import * as scanner from "/assets/scan.js";
import "/assets/switches.js";

const lockForm = document.querySelector("form[data-lock]");
const csrf = lockForm?.querySelector("[name=csrf]").value;
const tabs = new BroadcastChannel("certfree-window");
const TOUCHES = ["pointerdown", "keydown", "input"];

/** Read by the page that works without a network (offline/contact.js): where no password can be checked, locked is locked. */
const LOCKED = "certfree-locked";

/** So often at most the service is told that somebody is there. */
const ASKED_AGAIN = 10_000;

let seconds = 0;
let timer = 0;
let lastAsked = Date.now();
let screen = null;

/** The word to the service that the screen is locked, on its way: a quick hand must not unlock before it is there. */
let locking = Promise.resolve();

if (lockForm) {
  noteSeen();
  document.addEventListener("visibilitychange", noteSeen);
  new MutationObserver(noteSeen).observe(document.body, { childList: true });
  await watch();
}

function post(path, fields) {
  const body = new URLSearchParams({ csrf, ...fields });
  return fetch(path, { method: "POST", body, redirect: "manual", keepalive: true });
}

/** What stands on a page that is shown has been seen: whatever never was is listed at the end of the shift. */
function noteSeen() {
  if (document.visibilityState !== "visible") {
    return;
  }
  for (const told of document.querySelectorAll("[data-told]:not([data-noted])")) {
    told.dataset.noted = "";
    post("/counter/shown", { recordId: told.dataset.told }).catch(() => delete told.dataset.noted);
  }
}

/** The seconds after which the screen locks; 0 where it does not, and null while it is locked. */
async function ask() {
  lastAsked = Date.now();
  const answer = await fetch("/counter/lock", { headers: { Accept: "application/json" } });
  return answer.redirected ? null : (await answer.json()).seconds;
}

async function watch() {
  try {
    const asked = await ask();
    if (asked === null) {
      cover();
      return;
    }
    seconds = asked;
  } catch {
    return;
  }
  if (seconds === 0) {
    return;
  }
  rearm();
  for (const touch of TOUCHES) {
    document.addEventListener(touch, touched, { capture: true, passive: true });
  }
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-lock]")) {
      event.preventDefault();
      lock();
    }
  });
  // No function key reaches the page below, nor a scan.
  addEventListener("keydown", (event) => screen && event.stopPropagation(), { capture: true });
  if (!document.querySelector("#refusals")) {
    // Where a case can be, it is the counter's own script that listens for scans.
    scanner.listen(() => false, () => screen?.dispatchEvent(new Event("scan")));
  }
  tabs.addEventListener("message", ({ data }) => {
    if (data === "locked") {
      cover();
    } else if (data === "unlocked") {
      uncover();
    } else {
      rearm();
    }
  });
}

/** Whoever types for long asks the service for nothing: it is told now and then that somebody is there. */
function touched() {
  if (screen) {
    return;
  }
  rearm();
  if (Date.now() - lastAsked > ASKED_AGAIN) {
    tabs.postMessage("touched");
    ask().then((asked) => asked === null && cover()).catch(() => {});
  }
}

function rearm() {
  clearTimeout(timer);
  timer = setTimeout(lock, seconds * 1000);
}

function lock() {
  cover();
  tabs.postMessage("locked");
  locking = post("/counter/lock", {}).catch(() => {});
}

/** Over everything, and nothing below can be reached: the page stays as it is. */
function cover() {
  if (screen) {
    return;
  }
  clearTimeout(timer);
  localStorage.setItem(LOCKED, "1");
  screen = document.querySelector("[data-lock-screen]").content.firstElementChild.cloneNode(true);
  screen.addEventListener("scan", (event) => tell(event.target.querySelector("form"),
    say("已锁屏，刚才扫的码没有读取。请先解锁，再扫一次。", "Locked: what was scanned was not read. Unlock first, then scan again.")));
  screen.addEventListener("cancel", (event) => event.preventDefault());
  screen.addEventListener("close", () => screen?.showModal());
  screen.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    unlock(event.target);
  });
  document.body.append(screen);
  screen.showModal();
}

function uncover() {
  localStorage.removeItem(LOCKED);
  const covering = screen;
  screen = null;
  covering?.close();
  covering?.remove();
  rearm();
}

async function unlock(form) {
  const password = form.elements.password;
  try {
    await locking;
    const answer = await post("/counter/unlock", { password: password.value });
    password.value = "";
    if (answer.status === 401) {
      tell(form, say("密码不对，请重新输入。", "Wrong password. Please try again."));
    } else if (answer.status === 429) {
      tell(form, say("输错的次数过多，请过几分钟再试。", "Too many wrong passwords. Try again in a few minutes."));
    } else if ((await ask()) === null) {
      location.assign("/counter");
    } else {
      tabs.postMessage("unlocked");
      uncover();
    }
  } catch {
    tell(form, say("连不上服务器，没有解锁，请稍后再试。", "The server cannot be reached, so it stays locked. Try again in a moment."));
  }
}

function tell(form, words) {
  const alert = form.querySelector("[role=alert]");
  alert.textContent = words;
  alert.hidden = false;
  form.elements.password.focus();
}
