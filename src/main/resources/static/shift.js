// The screen at a window: it notes which answers were seen, and locks when nobody touches it.

const lockForm = document.querySelector("form[data-lock]");
const csrf = lockForm?.querySelector("[name=csrf]").value;
const tabs = new BroadcastChannel("certfree-window");
const TOUCHES = ["pointerdown", "keydown", "input"];

/** So often at most the service is told that somebody is there. */
const ASKED_AGAIN = 10_000;

let seconds = 0;
let timer = 0;
let lastAsked = Date.now();
let screen = null;

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
  lockForm.addEventListener("submit", (event) => {
    event.preventDefault();
    lock();
  });
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
  post("/counter/lock", {}).catch(() => {});
}

/** Over everything, and nothing below can be reached: the page stays as it is. */
function cover() {
  if (screen) {
    return;
  }
  clearTimeout(timer);
  screen = document.querySelector("[data-lock-screen]").content.firstElementChild.cloneNode(true);
  // No scan and no function key reaches the page below.
  screen.addEventListener("keydown", (event) => event.stopPropagation());
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
  const covering = screen;
  screen = null;
  covering?.close();
  covering?.remove();
  rearm();
}

async function unlock(form) {
  const password = form.elements.password;
  try {
    const answer = await post("/counter/unlock", { password: password.value });
    password.value = "";
    if (answer.status === 401) {
      say(form, "密码不对，请重新输入。");
    } else if (answer.status === 429) {
      say(form, "输错的次数过多，请过几分钟再试。");
    } else if ((await ask()) === null) {
      location.assign("/counter");
    } else {
      tabs.postMessage("unlocked");
      uncover();
    }
  } catch {
    say(form, "连不上服务器，没有解锁，请稍后再试。");
  }
}

function say(form, words) {
  const alert = form.querySelector("[role=alert]");
  alert.textContent = words;
  alert.hidden = false;
  form.elements.password.focus();
}
