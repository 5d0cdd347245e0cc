// The counter: a scan is caught wherever the focus is, a form is sent once and its end is told truthfully, and every key of
// the bar does its work.

import * as camera from "/assets/camera.js";
import { number } from "/assets/checks.js";
import { kindOf } from "/assets/codes.js";
import * as forms from "/assets/forms.js";
import * as items from "/assets/items.js";
import * as keys from "/assets/keys.js";
import { say } from "/assets/language.js";
import * as scanner from "/assets/scan.js";
import { isSending, revisit, send, tell, whenShown } from "/assets/send.js";
import * as switches from "/assets/switches.js";

/** The same code again within this time is the same scan, whose trigger was held. */
const SAME_SCAN = 10000;

const last = { text: "", at: -Infinity };

/** What a scan says: of what an input method may have swallowed it is only the digits that count. */
function read({ text, plain }) {
  const kind = kindOf(text);
  return kind === "other" && kindOf(plain) !== "other"
    ? { kind: kindOf(plain), code: plain.trim() } : { kind, code: text.trim() };
}

/** Something of another kind, scanned into a field on purpose: the number on a paper, perhaps. */
function belongsIntoField(scan) {
  return !lock() && read(scan).kind === "other" && scan.field !== null && scan.field.id !== "presented"
    && scanner.takesText(scan.field) && !scan.text.includes(scanner.NO_CHARACTER);
}

/** The locked screen, while it is up: it hears of scans, and nothing below does. */
function lock() {
  return document.querySelector("dialog.lock[open]");
}

function scanned(scan) {
  if (lock()) {
    lock().dispatchEvent(new Event("scan"));
    return;
  }
  const digits = document.querySelector("#presented");
  if (scan.field === null && digits === document.activeElement) {
    // The focus came there with the scan's own first digit.
    digits.value = "";
  }
  const { kind, code } = read(scan);
  take(kind, code);
}

function take(kind, code) {
  if (isSending()) {
    tell(say("正在处理上一个，请等结果出来再扫。", "The last one is still being checked. Wait for its result, then scan again."), "unsure");
  } else if (kind === "citizen") {
    takeNumber(number(code));
  } else if (kind === "code" || kind === "token") {
    present(code);
  } else if (kind === "other" && document.querySelector("form #caseNumber")) {
    document.querySelector("#caseNumber").value = code;
    tell(say("已填入办件编号。", "The case number is filled in."), "info");
    document.querySelector("[data-begin]").focus();
  } else {
    refuse(kind);
  }
}

function present(code) {
  const field = document.querySelector("#presented");
  if (!field) {
    tell(document.querySelector(".work")
      ? say("本事项没有需要扫码核验的材料，不用扫码。", "No paper of this item is shown on the phone. There is nothing to scan.")
      : say("请先选择事项、开始办件，再扫群众的码。", "First choose the item and start the case, then scan the code."), "unsure");
    return;
  }
  const now = performance.now();
  if (code === last.text && now - last.at < SAME_SCAN) {
    tell(say("这个码刚刚扫过，没有再扫一次。", "This code was scanned just now. It was not scanned twice."), "info");
    return;
  }
  Object.assign(last, { text: code, at: now });
  tell("", "info");
  field.value = code;
  send(field.form, field.form.querySelector("button"));
}

/** The number of an identity card: whom the question is about, or else who holds out the phone. */
function takeNumber(code) {
  const asked = document.querySelector("form.question #code, .opening form #code");
  const type = document.querySelector("#codeType");
  if (asked && type?.querySelector('option[value="111"]')) {
    type.value = "111";
    fill(asked, code);
    tell(say("已读取身份证号码。", "The number of the identity card was read."), "info");
    document.querySelector("#name")?.focus();
    return;
  }
  const shownBy = document.querySelector("#shownBy");
  if (shownBy) {
    shownBy.closest("details").open = true;
    fill(shownBy, code);
    tell(say("已读取出示人的身份证号码，请接着扫群众手机上的码。", "The number of the card was read. Now scan the code on the phone."), "info");
    document.querySelector("#presented").focus();
    return;
  }
  refuse("other");
}

function fill(field, value) {
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Says in words what was held out; it is neither kept nor followed. */
function refuse(kind) {
  const words = document.querySelector(`#refusals [data-kind="${kind}"]`) ?? document.querySelector('#refusals [data-kind="other"]');
  tell(words?.textContent.trim() ?? say("这不是亮证的码。", "This is not a code for showing a licence."), "unsure");
  const field = document.querySelector("#presented");
  if (field) {
    field.value = "";
  }
}

/** A step of a case is sent by the page itself, and any other form once. */
function submitted(event) {
  const form = event.target;
  if (!form.dataset.step) {
    if (form.method === "post" && form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
    return;
  }
  event.preventDefault();
  const field = form.querySelector("#presented");
  if (field && !isOurs(field.value)) {
    take(kindOf(field.value), field.value.trim());
    return;
  }
  tell("", "info");
  send(form, event.submitter);
}

/** What was typed or pasted goes the way of a scan: foreign codes do not leave the page. Digits may be typed wrong. */
function isOurs(text) {
  const kind = kindOf(text);
  return kind === "code" || kind === "token" || (kind === "other" && /^\d+$/.test(number(text)));
}

/** Whether the clerk works with the camera: it then starts by itself wherever there is something to scan. */
let withCamera = false;

async function startCamera() {
  const video = document.querySelector("#picture");
  if (withCamera && video && !document.querySelector(".verdict")) {
    cameraIs(await camera.start(video, text => take(kindOf(text), text.trim()), cameraIs));
  }
}

/** @param reason why the camera is not on, in words; empty: as the clerk wants it */
function cameraIs(reason) {
  document.querySelector("#picture")?.toggleAttribute("hidden", !camera.isOn());
  document.querySelector("#camera")?.setAttribute("aria-pressed", String(camera.isOn()));
  if (reason) {
    withCamera = false;
    tell(reason, "unsure");
  }
}

function switchCamera() {
  withCamera = !camera.isOn();
  if (withCamera) {
    startCamera();
  } else {
    camera.stop();
    cameraIs("");
  }
}

/** A pasted code lands in the field for codes, wherever the focus is. */
function pasted(event) {
  const field = document.querySelector("#presented");
  if (field && !scanner.takesText(document.activeElement)) {
    event.preventDefault();
    field.value = event.clipboardData.getData("text").trim();
    field.focus();
  }
}

/** Digits that a person types while no field has the focus are meant for the code's. */
function typed(event) {
  const field = document.querySelector("#presented");
  if (field && /^(Digit|Numpad)\d$/.test(event.code) && !event.altKey && !event.ctrlKey && !scanner.takesText(document.activeElement)
    && !(document.activeElement instanceof HTMLSelectElement) && !document.querySelector("dialog[open]")) {
    field.focus();
  }
}

/** The 20 digits of a phone, typed where a holder's number belongs: Enter takes them for what they are. */
function typedElsewhere(event) {
  const field = event.target;
  if (event.key === "Enter" && field.matches?.("form.question #code") && kindOf(field.value) === "code") {
    event.preventDefault();
    const code = field.value.trim();
    fill(field, "");
    take("code", code);
  }
}

function shown() {
  camera.stop();
  items.show();
  switches.offer();
  if (document.querySelector("#picture")) {
    if (camera.missing() === "") {
      camera.prepare();
    }
    startCamera();
  }
  document.querySelector(".mistakes, main [autofocus]")?.focus();
}

if (document.querySelector("#resume")) {
  revisit(history.state);
}
scanner.listen(belongsIntoField, scanned);
keys.listen();
items.listen();
forms.listen();
whenShown(() => {
  keys.pageChanged();
  shown();
});
addEventListener("submit", submitted);
addEventListener("paste", pasted);
// What was said is about the step before.
addEventListener("input", event => event.isTrusted && tell("", "info"));
addEventListener("keydown", typed);
addEventListener("keydown", typedElsewhere);
addEventListener("click", event => {
  if (event.target.closest("#camera")) {
    switchCamera();
  } else if (event.target.closest("[data-print]")) {
    print();
  }
});
addEventListener("popstate", event => event.state ? revisit(event.state) : location.reload());
// Whoever typed before the search was ready has not typed in vain.
addEventListener("DOMContentLoaded", () => {
  const search = document.querySelector("#q");
  if (search && search.value !== search.defaultValue) {
    // Not an input: what was typed already does not count as a change.
    htmx.trigger(search.form, "submit");
  }
});
keys.showBar();
shown();
