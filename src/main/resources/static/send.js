// Sends the counter's forms and puts the answer in the page's place. The network may be slow or gone: then the page says so,
// and what became of an act it asks the server rather than guess.

import { say } from "/assets/language.js";

const SLOW = 3000;
const BROKEN = 10000;
const ASK_AGAIN = 3000;

/** The server keeps the key of an act for a day. */
const STALE = 12 * 3600 * 1000;

/** Whether a form is on its way. */
let sending = false;

let shown = () => {};

export function isSending() {
  return sending;
}

/** Has somebody told whenever a new page stands in place of the old one. */
export function whenShown(listener) {
  shown = listener;
}

/** Sends a form as the browser would; one at a time. */
export async function send(form, pressed) {
  if (sending) {
    return;
  }
  const data = new FormData(form);
  if (pressed?.name) {
    data.append(pressed.name, pressed.value);
  }
  const body = new URLSearchParams(data).toString();
  const label = pressed?.classList.contains("button") ? pressed.textContent : "";
  if (label) {
    pressed.textContent = say("请稍候…", "Please wait…");
  }
  await go({ action: form.getAttribute("action"), body, act: form.dataset.step === "act" }, true);
  if (label && pressed.isConnected) {
    pressed.textContent = label;
  }
}

/** Shows again what the browser's history leads to. The key of an act makes it the same act. */
export function revisit(step) {
  if (!step || Date.now() - step.at > STALE) {
    location.replace("/counter");
    return;
  }
  go(step, false);
}

/** The page that a step leads to, once more; null when there is none in time. */
export async function again(step) {
  const answer = await answerOf(step);
  return answer && answer.status < 500 ? answer : null;
}

/** Tells that the page has become another in its place. */
export function changed() {
  shown();
}

async function go(step, isNew) {
  sending = true;
  document.querySelector("main").setAttribute("aria-busy", "true");
  const answer = await answerOf(step);
  if (answer?.redirected) {
    location.assign(answer.url);
    return;
  }
  if (answer && (answer.status < 500 || !step.act)) {
    show(answer.html, step, isNew);
  } else if (step.act) {
    await ask(step, isNew);
  } else {
    tell(say("网络不通，页面没有打开，没有作任何操作。请稍后再按一次。",
      "No network: the page did not open, and nothing was done. Press again in a moment."), "fail");
  }
  sending = false;
  document.querySelector("main").removeAttribute("aria-busy");
}

/** Null when there is none in time. */
async function answerOf(step) {
  const slow = setTimeout(() => tell(say("比平时慢，请稍候，不用再按。", "Slower than usual. Please wait, there is no need to press again."), "unsure"), SLOW);
  try {
    return await post(step.action, step.body, BROKEN);
  } catch {
    return null;
  } finally {
    clearTimeout(slow);
  }
}

/** Throws when no answer has come in time. */
async function post(action, body, limit) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), limit);
  try {
    const response = await fetch(action, {
      method: "POST", body, signal: patience.signal,
      headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "text/html" },
    });
    return { status: response.status, redirected: response.redirected, url: response.url, html: await response.text() };
  } finally {
    clearTimeout(timer);
  }
}

/** Asks until the server tells whether the act was recorded. Once it has said «no», a late request acts no more. */
async function ask(step, isNew) {
  tell(say("网络不通，还不知道有没有记录，正在向服务器查询。请不要重做，也不要关闭页面。",
    "No network: asking the server whether it was recorded. Do not do it again, and do not close the page."), "unsure");
  for (;;) {
    const became = await state(step);
    if (became === "recorded") {
      await go(step, isNew);
      tell(say("刚才网络不通，操作已经记录，就是下面的结果。", "The network had failed, but it was recorded: the result is below."), "info");
      return;
    }
    if (became === "not-recorded") {
      tell(say("没有记录：刚才的操作没有完成，已经作废。请再做一次。",
        "Not recorded: it was not finished and is called off. Do it again."), "fail");
      renewKeys();
      return;
    }
    await new Promise(next => setTimeout(next, ASK_AGAIN));
  }
}

async function state(step) {
  try {
    const answer = await post("/counter/became", step.body, BROKEN);
    return answer.status === 200 && !answer.redirected
      ? parse(answer.html).querySelector("[data-became]")?.dataset.became ?? "unknown" : "unknown";
  } catch {
    return "unknown";
  }
}

/** The old key belongs to an act that was called off. */
function renewKeys() {
  const key = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
  for (const field of document.querySelectorAll("input[name=key]")) {
    field.value = key;
  }
}

function show(html, step, isNew) {
  const page = parse(html);
  document.title = page.title;
  document.querySelector("main").replaceWith(page.querySelector("main"));
  const keys = page.querySelector("nav.keys");
  if (keys) {
    document.querySelector("nav.keys")?.replaceWith(keys);
  }
  if (isNew) {
    history.pushState({ ...step, at: Date.now() }, "", "/counter/case");
  }
  scrollTo(0, 0);
  shown();
}

export function parse(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

/**
 * Says something in the line above the work, where a screen reader hears it.
 *
 * @param {"info"|"pass"|"unsure"|"fail"} tone
 */
export function tell(text, tone) {
  const line = document.querySelector("#said");
  if (line) {
    line.textContent = text;
    line.className = "notice " + tone;
    line.hidden = text === "";
  }
}
