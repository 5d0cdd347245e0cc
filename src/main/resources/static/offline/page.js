// What stands on the page of the counter without a network.

import { say } from "../language.js";
import { standing, verdict } from "./words.js";

const CITY = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false,
});
const MINUTE = 60_000;

export const $ = selector => document.querySelector(selector);

/** An element with text, and children after it. */
export function element(name, text, ...children) {
  const made = document.createElement(name);
  made.textContent = text;
  made.append(...children);
  return made;
}

/** @param moment milliseconds since 1970; shown in the city's time */
export function clock(moment) {
  return CITY.format(moment);
}

/** Says something above the work; empty: nothing. */
export function tell(text, tone = "info") {
  const line = $("#said");
  line.textContent = text;
  line.className = "notice " + tone;
  line.hidden = text === "";
}

/** How old keys and registry are, and for how long they are still good. */
export function showAge(word, now) {
  const age = now - word.at;
  $("#age").textContent = say(
    `密钥和清单更新于 ${clock(word.at)}（${span(age)}前），还可用 ${span(word.limit - age)}`,
    `Keys and registry of ${clock(word.at)} (${span(age)} ago); good for ${span(word.limit - age)} more`);
}

function span(milliseconds) {
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE));
  const hours = Math.floor(minutes / 60);
  return hours === 0
    ? say(`${minutes} 分钟`, `${minutes} min`)
    : say(`${hours} 小时 ${minutes % 60} 分钟`, `${hours} h ${minutes % 60} min`);
}

/** Shows what became of a scan. */
export function showVerdict({ code, at, claims, type }, occasion) {
  const told = verdict(code);
  const head = element("div", "", shape(told.tone),
    element("div", "", element("h2", told.word), element("p", told.reason)),
    element("p", clock(at), ...(code === "accepted" ? [document.createElement("br"), say("等待上报", "to be reported")] : [])));
  head.className = "verdict " + told.tone;
  head.setAttribute("role", "status");
  head.lastElementChild.className = "when number";
  const findings = element("div", "");
  findings.className = "findings";
  const left = element("div", "");
  findings.append(left);
  if (code === "accepted") {
    const remind = element("p", reminder(claims));
    remind.className = "notice unsure remind";
    left.append(remind);
  }
  if (type && claims) {
    left.append(facts(claims, type, occasion));
  }
  const advice = element("p", "", element("b", say("接下来", "Next")), told.advice);
  advice.className = "advice";
  left.append(advice);
  $("#told").replaceChildren(head, findings);
}

function reminder(claims) {
  return claims.agt === undefined
    ? say("请核对本人：看身份证上的姓名和照片，与遮盖的姓名、来人是否相符。", "Check the person: do name and photo on the identity card fit the masked name and whoever stands here?")
    : say(`受托代办，由${claims.agt}代持证人出示。请核对代办人的身份证。`, `Shown by ${claims.agt} for the holder. Check the agent’s identity card.`);
}

function facts(claims, type, occasion) {
  const rows = [
    [say("证照", "Licence"), type.name],
    [say("持证人", "Holder"), claims.hld],
    [say("事项", "Item"), occasion.item.name],
    [say("办件编号", "Case number"), occasion.caseNumber],
  ];
  const list = element("dl", "", ...rows.map(([name, value]) => {
    const shown = element("dd", value);
    shown.lang = "zh-CN";
    return element("div", "", element("dt", name), shown);
  }));
  list.className = "facts";
  const licence = element("div", "", list);
  licence.className = "licence";
  return licence;
}

function shape(tone) {
  return $("#shapes").content.querySelector(`[data-tone="${tone}"] svg`).cloneNode(true);
}

/** The table of what was accepted: below the work, or above it where something went wrong that nobody has seen yet. */
export function showLog(acceptances) {
  const log = $("#log");
  log.hidden = acceptances.length === 0;
  if (acceptances.some(one => one.seen === false)) {
    $("#stopped").before(log);
  } else if (acceptances.every(one => one.state === "WAITING" || one.state === "RECONCILED")) {
    $("main").append(log);
  }
  $("#log tbody").replaceChildren(...acceptances.map(one => {
    const { tone, text } = standing(one);
    const tag = element("span", text);
    tag.className = "tag " + tone;
    const time = element("td", clock(one.at));
    time.className = "number";
    const [item, type] = [element("td", one.item), element("td", one.type)];
    item.lang = type.lang = "zh-CN";
    return element("tr", "", time, item, type, element("td", one.account), element("td", "", tag));
  }));
}
