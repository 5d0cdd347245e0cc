// The counter without a network: a case, a scan, a verdict; and what was accepted is reported when the line is back.

import * as camera from "/assets/camera.js";
import { kindOf } from "/assets/codes.js";
import * as keys from "/assets/keys.js";
import { say } from "/assets/language.js";
import * as scanner from "/assets/scan.js";
import { accept } from "/assets/offline/accept.js";
import { contact, whyNot } from "/assets/offline/contact.js";
import { find } from "/assets/offline/items.js";
import { $, element, showAge, showLog, showVerdict, tell } from "/assets/offline/page.js";
import { report } from "/assets/offline/report.js";
import { acceptances, change, kept } from "/assets/offline/store.js";
import { canJudge } from "/assets/offline/token.js";
import { whyStopped } from "/assets/offline/words.js";

/** So often the line is tried, and the age of the keys written anew. */
const TRY_AGAIN = 15_000;

/** A code that was held under the scanner is the same scan. */
const SAME_SCAN = 10_000;

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u;
const IDENTITY_NUMBER = /(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])/;

/** The item of the case; null: still to be chosen. */
let item = null;
let registry = null;
let last = { text: "", at: -Infinity };
let busy = false;

/** How the line was when it was last tried. */
let line = "away";

/** Whether somebody has touched the page since the service was last asked for a word, which keeps the session from locking. */
let touched = false;

async function start() {
  if (!isSecureContext || !crypto?.subtle || !self.indexedDB || !navigator.locks) {
    stop("insecure");
    return;
  }
  await lookAround();
  showLog(await acceptances());
  if ($("#working").hidden === false) {
    $("#q").focus();
  }
  tryTheLine();
  setInterval(tryTheLine, TRY_AGAIN);
}

/** May it judge now, and on what? */
async function lookAround() {
  const word = await kept("contact");
  registry = await kept("registry");
  const reason = whyNot(word, Date.now()) || (registry ? "" : "never") || (canJudge(word.keys) ? "" : "algorithm");
  if (word) {
    $("[data-place]").textContent = word.window === ""
      ? word.office : say(`${word.office} · ${word.window} 号窗口`, `${word.office} · Window ${word.window}`);
    $("[data-account]").textContent = word.account;
    showAge(word, Date.now());
  }
  if (reason) {
    stop(reason);
  } else {
    $("#stopped").hidden = true;
    $("#working").hidden = false;
  }
}

function stop(reason) {
  camera.stop();
  $("#working").hidden = true;
  $("#stopped").hidden = false;
  $("#stopped [data-why]").textContent = whyStopped(reason);
}

/** Whether the service answers; asked without a session, so that nobody stays signed in by it. */
async function isThere() {
  try {
    return (await fetch("/health/liveness", { cache: "no-store", signal: AbortSignal.timeout(TRY_AGAIN) })).ok;
  } catch {
    return false;
  }
}

async function tryTheLine() {
  if (!(await isThere())) {
    line = "away";
  } else if (line === "away" || touched) {
    touched = false;
    line = await contact();
    if (line === "ok") {
      await reportNow();
    }
  }
  showLine();
  await lookAround();
}

function showLine() {
  const state = $("#state");
  state.hidden = false;
  state.className = "tag " + (line === "away" ? "unsure" : "info");
  state.textContent = {
    ok: say("网络正常", "The network is there"),
    "signed-out": say("网络已恢复，请登录", "The network is back: sign in"),
    away: say("！网络断开", "! No network"),
  }[line];
}

async function reportNow() {
  try {
    const answered = await report();
    if (answered > 0) {
      const all = await acceptances();
      const bad = all.filter(one => one.seen === false);
      showLog(all);
      tell(bad.length === 0
        ? say(`网络已恢复，${answered} 件离线受理已经上报。可以回到联网窗口。`, `The network is back: ${answered} reported. You can go back to the counter.`)
        : say(`网络已恢复，${answered} 件已上报，其中有冲突或被拒的，见记录。`, `The network is back: ${answered} reported, some in conflict or refused: see the list.`),
      bad.length === 0 ? "pass" : "fail");
      await change(all.filter(one => one.seen === false).map(one => ({ ...one, seen: true })));
    }
  } catch {
    tell(say("网络已恢复，但还没有上报成功，会继续上报；也可以先登录窗口。", "The network is back, but nothing could be reported yet; it is tried again. Signing in at the counter may help."), "unsure");
  }
}

/** The case as far as it is filled in; null when something is missing, which is then said. */
function occasion() {
  const caseNumber = $("#caseNumber").value.trim();
  const purpose = $("#purpose").value.trim();
  const wrong = [
    [!item, "#q", say("请先选择办什么事。", "Choose the item first.")],
    [item && item.shows.length === 0, "#q", say("本事项没有能扫码核验的材料，断网时不能核验。", "Nothing of this item is checked by a code, so nothing can be checked without a network.")],
    [!isText(caseNumber, 64), "#caseNumber", say("请填写办件编号，不超过 64 个字，不要填身份证号。", "Fill in the case number: up to 64 characters, no identity number.")],
    [!isText(purpose, 200), "#purpose", say("请填写用证事由，不超过 200 个字，不要填身份证号。", "Fill in the purpose: up to 200 characters, no identity number.")],
  ].find(([applies]) => applies);
  $("#case-wrong").textContent = wrong?.[2] ?? "";
  $("#case-wrong").hidden = !wrong;
  for (const field of document.querySelectorAll("#case input")) {
    field.toggleAttribute("aria-invalid", false);
  }
  if (wrong) {
    $(wrong[1]).setAttribute("aria-invalid", "true");
    $(wrong[1]).focus();
    return null;
  }
  return { item, caseNumber, purpose };
}

function isText(text, most) {
  return text !== "" && [...text].length <= most && !UNPRINTABLE.test(text) && !IDENTITY_NUMBER.test(text.normalize("NFKC"));
}

async function take(text) {
  const code = text.trim();
  const kind = kindOf(code);
  if (kind === "other" && document.activeElement === $("#caseNumber")) {
    $("#caseNumber").value = code;
    return;
  }
  const foreign = $(`#refusals [data-kind="${kind}"]`);
  if (foreign) {
    $("#presented").value = "";
    tell(foreign.textContent.trim(), "unsure");
    return;
  }
  const now = performance.now();
  if (busy || (code === last.text && now - last.at < SAME_SCAN)) {
    return;
  }
  const about = occasion();
  if (!about) {
    return;
  }
  last = { text: code, at: now };
  busy = true;
  tell("");
  try {
    showVerdict(await accept(code, about), about);
    $("#presented").value = "";
    showLog(await acceptances());
  } catch {
    tell(say("这台电脑出了故障，没有受理。请再扫一次。", "This computer failed; nothing was accepted. Scan again."), "fail");
    last = { text: "", at: -Infinity };
  } finally {
    busy = false;
    $("#presented").focus();
  }
}

function showFound() {
  const found = registry ? find(registry, $("#q").value) : [];
  $("#found").replaceChildren(...found.map(one => {
    const link = element("a", "", element("b", one.name), element("span", one.level + " · " + proven(one)));
    link.lastElementChild.className = "mute small";
    link.href = "#case";
    link.lang = "zh-CN";
    link.addEventListener("click", event => {
      event.preventDefault();
      choose(one);
    });
    return element("li", "", link);
  }));
}

/** What of an item is proven by a code; in Chinese, as the names around it. */
function proven(one) {
  return one.shows.map(shown => shown.material).join("、") || "没有能扫码核验的材料";
}

function choose(one) {
  item = one;
  $("#q").value = "";
  showFound();
  $("#item").hidden = false;
  $("#item").lang = "zh-CN";
  $("#item").replaceChildren(one.name, element("span", proven(one)));
  $("#item").lastElementChild.className = "mute small";
  $("#purpose").value ||= "办理" + one.name;
  $("#case-wrong").hidden = true;
  $("#caseNumber").focus();
}

async function switchCamera() {
  if (camera.isOn()) {
    camera.stop();
    cameraIs("");
  } else {
    cameraIs(await camera.start($("#picture"), take, cameraIs));
  }
}

function cameraIs(reason) {
  $("#picture").toggleAttribute("hidden", !camera.isOn());
  $("#camera").setAttribute("aria-pressed", String(camera.isOn()));
  if (reason) {
    tell(reason, "unsure");
  }
}

scanner.listen(() => false, scan => take(kindOf(scan.text) === "other" && kindOf(scan.plain) !== "other" ? scan.plain : scan.text));
keys.listen();
keys.showBar();
$("#q").addEventListener("input", showFound);
$("#camera").addEventListener("click", switchCamera);
addEventListener("submit", event => {
  event.preventDefault();
  take($("#presented").value);
});
// A form without a button is not sent by Enter.
$("#case").addEventListener("keydown", event => {
  if (event.key !== "Enter" || event.defaultPrevented || event.isComposing || event.target.tagName !== "INPUT") {
    return;
  }
  event.preventDefault();
  if (event.target.id === "q" && $("#found a")) {
    $("#found a").click();
  } else if (occasion()) {
    $("#presented").focus();
  }
});
addEventListener("online", tryTheLine);
for (const touch of ["pointerdown", "keydown"]) {
  addEventListener(touch, () => {
    touched = true;
  }, { capture: true, passive: true });
}
start();
