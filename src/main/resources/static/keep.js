// On every page of the counter: keeps what it needs for the time without a network, and reports what was accepted in it.

import { say } from "/assets/language.js";
import { contact, whyNot } from "/assets/offline/contact.js";
import { report } from "/assets/offline/report.js";
import { acceptances, forget, kept } from "/assets/offline/store.js";
import { canJudge } from "/assets/offline/token.js";
import { whyStopped } from "/assets/offline/words.js";

/** So often at most a new word is asked for, and only when somebody is there: each keeps the session from locking. */
const ASKED_AGAIN = 60_000;

/** Sooner while the counter is not ready for the time without a network. */
const NOT_READY_ASKED_AGAIN = 5_000;

/** And not for ever: a session that nobody touches has to lock. */
const MOST_TRIES = 6;

let asked = -Infinity;
let tries = 0;

/** Registered again each time: the browser looks for a newer one. The page is fetched so that it is kept in this language. */
async function prepare() {
  await navigator.serviceWorker.register("/assets/counter-worker.js", { scope: "/counter" });
  await navigator.serviceWorker.ready;
  const shell = await caches.open("counter-shell-1");
  const page = await fetch("/counter/offline", { cache: "no-store" });
  if (page.ok && !page.redirected) {
    await shell.put("/counter/offline", page);
  }
}

async function keepInTouch() {
  if (performance.now() - asked < ASKED_AGAIN) {
    return;
  }
  asked = performance.now();
  if ((await contact()) === "ok") {
    await report().catch(() => 0);
  }
  show(await acceptances());
  const word = await kept("contact");
  const reason = whyNot(word, Date.now());
  tellReady(reason || (canJudge(word.keys) ? "" : "algorithm"));
  tries = reason ? tries + 1 : 0;
  if (reason && tries < MOST_TRIES) {
    asked = -Infinity;
    setTimeout(() => keepInTouch().catch(() => undefined), NOT_READY_ASKED_AGAIN);
  }
}

/** Tells in the head of the page whether the counter could go on without a network. */
function tellReady(reason) {
  const mark = document.querySelector("[data-offline-ready]");
  if (mark) {
    mark.hidden = false;
    mark.dataset.offlineReady = reason || "yes";
    mark.textContent = reason ? say("断网不可核验", "Not ready for offline") : say("断网可核验", "Ready for offline");
    mark.title = reason ? whyStopped(reason) : say("网络断开时，本机还能核验手机出示的证照，恢复后自动上报。", "Without a network this counter can still check licences shown on a phone, and reports them later.");
  }
}

/** What is not reported yet, or was not taken, is in sight until somebody has looked. */
function show(all) {
  const waiting = all.filter(one => one.state === "WAITING").length;
  const bad = all.filter(one => one.seen === false).length;
  const link = document.querySelector("[data-offline]");
  if (link) {
    link.hidden = waiting + bad === 0;
    link.textContent = bad > 0
      ? say(`离线受理有 ${bad} 件冲突或被拒`, `Offline: ${bad} in conflict or refused`)
      : say(`离线受理 ${waiting} 件待上报`, `Offline: ${waiting} to be reported`);
  }
  const leaving = document.querySelector("[data-leaving-offline]");
  if (leaving) {
    leaving.hidden = waiting === 0;
    leaving.querySelector("[data-count]").textContent = String(waiting);
  }
}

/** Whoever signs out leaves no word behind on which somebody else could go on. */
function signingOut(event) {
  if (event.target.getAttribute("action") !== "/counter/sign-out" || event.target.dataset.forgotten) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  event.target.dataset.forgotten = "yes";
  forget("contact").catch(() => undefined).then(() => event.target.requestSubmit(event.submitter));
}

if (isSecureContext && navigator.serviceWorker && self.indexedDB && crypto.subtle && navigator.locks) {
  prepare().then(keepInTouch).catch(() => tellReady("never"));
  for (const touch of ["pointerdown", "keydown"]) {
    document.addEventListener(touch, () => keepInTouch().catch(() => undefined), { capture: true, passive: true });
  }
  addEventListener("submit", signingOut, { capture: true });
} else {
  tellReady("insecure");
}
