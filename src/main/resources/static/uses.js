// Who has used the licences: this browser itself checks that the log has each use as the page shows it.

import { say } from "./language.js";
import { NotProven, canProve, prove } from "./proof.js";

const KEY_SET = "/.well-known/jwks.json";
const FORM = "c2sp.org/tlog-proof@";
const CITY_HOURS = 8;

/** What the page shows as it stands in the record. */
const LITERAL = { recordId: say("记录号", "record"), caseNumber: say("办件编号", "case"), purpose: say("事由", "purpose") };

/** What it shows by a name, whose code stands beside. */
const CODED = {
  office: say("办理单位", "office"),
  item: say("事项", "item"),
  type: say("证照", "licence"),
  channel: say("方式", "channel"),
  outcome: say("结果", "outcome"),
};

const MEMBERS = {
  recordId: say("记录号", "Record"),
  at: say("时间（UTC）", "Time (UTC)"),
  office: say("单位代码", "Office"),
  caller: say("账号或系统", "Account or system"),
  operator: say("经办人", "Operator"),
  basis: say("依据", "Basis"),
  channel: say("方式", "Channel"),
  item: say("事项编码", "Item"),
  caseNumber: say("办件编号", "Case"),
  purpose: say("事由", "Purpose"),
  type: say("证照类型", "Licence type"),
  licences: say("证照标识", "Licences"),
  outcome: say("结果", "Outcome"),
  answerDigest: say("答复摘要", "Digest of the answer"),
  holderIndex: say("持证人索引", "Index of the holder"),
  indexKeyId: say("索引密钥", "Key of the index"),
};

const summary = document.querySelector("#proofs");
const rows = [...document.querySelectorAll("[data-use]")];

if (summary && rows.length > 0) {
  summary.textContent = say("正在本机核验…", "Checking on this phone…");
  const verdicts = await checked();
  verdicts.forEach((verdict, i) => tell(rows[i], verdict));
  sum(verdicts);
}

async function checked() {
  if (!(await canProve())) {
    return rows.map(() => unsure(say("本机浏览器不能核验，可下载证明到别处核验", "This browser cannot check it; download the proof and check it elsewhere")));
  }
  const keySet = await published();
  if (!keySet) {
    return rows.map(() => unsure(say("取不到日志的公钥，没有核验，请稍后重新打开本页", "Not checked: the keys of the log cannot be had now; open the page again later")));
  }
  return Promise.all(rows.map((row) => verdict(row, keySet)));
}

/** The key set as the service publishes it to everybody; null when it cannot be had. */
async function published() {
  try {
    const response = await fetch(KEY_SET, { credentials: "omit" });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

async function verdict(row, keySet) {
  const receipt = row.querySelector("template").content.textContent;
  if (!receipt.startsWith(FORM)) {
    return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(receipt)
      ? unsure(say("这次查用早于日志，回执是旧的格式，可下载到别处核验", "This use is older than the log; download its receipt and check it elsewhere"))
      : broken(say("没有证明", "there is none"));
  }
  try {
    const proven = await prove(receipt, keySet);
    const other = differing(row, proven.record);
    return other ? broken(say(`记录中的“${other}”与本页所示不符`, `the ${other} is not as the page shows it`)) : whole(proven);
  } catch (fault) {
    return fault instanceof NotProven ? broken(say("日志中没有这样的记录", "the log has no such record")) : unsure(say("本机浏览器没能核验，可下载证明到别处核验", "This browser could not check it; download the proof and check it elsewhere"));
  }
}

/** What of the row is not as the record says; empty when all of it is. */
function differing(row, record) {
  const literal = Object.keys(LITERAL).find((member) => shown(row, member)?.textContent !== record[member]);
  const coded = Object.keys(CODED).find((member) => shown(row, member)?.dataset.value !== (record[member] ?? ""));
  if (literal || coded) {
    return LITERAL[literal] ?? CODED[coded];
  }
  if (shown(row, "at")?.textContent !== moment(record.at)) {
    return say("时间", "time");
  }
  const isOfSomebody = /^[0-9a-f]{64}$/.test(record.holderIndex) && record.indexKeyId && record.kind === "use";
  return isOfSomebody ? "" : say("持证人", "holder");
}

/** The one element that shows a member of the record. */
function shown(row, member) {
  const found = row.querySelectorAll(`[data-of="${member}"]`);
  return found.length === 1 ? found[0] : undefined;
}

/** A moment of the record as the city's clocks show it. */
function moment(at) {
  const seconds = at.replace(/(\.[0-9]+)?Z$/, "Z");
  return new Date(Date.parse(seconds) + CITY_HOURS * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
}

function whole(proven) {
  return { tone: "pass", proven, words: say(`✓ 没有被改动过，本机已核对（第\u00a0${proven.index}\u00a0条）`, `✓ Not altered: checked on this device (entry\u00a0${proven.index} of the log)`) };
}

function broken(why) {
  return { tone: "fail", words: say(`✗ 与日志对不上：${why}。请反映给监督人员。`, `✗ Not as the log has it: ${why}. Please tell the supervisors.`) };
}

function unsure(words) {
  return { tone: "mute", words: `– ${words}` };
}

function tell(row, verdict) {
  const line = row.querySelector("[data-verdict]");
  line.textContent = verdict.words;
  line.classList.remove("mute");
  line.classList.add(verdict.tone);
  if (verdict.proven) {
    list(row.querySelector("[data-proven]"), verdict.proven);
  }
}

/** The record as the proof has it, word for word. */
function list(place, { record, origin, index, size }) {
  const lines = Object.entries(MEMBERS).map(([member, name]) => [name, words(record[member])]);
  lines.push([say("日志", "Log"), origin], [say("日志序号", "Entry"), say(`${index}，当时共 ${size} 条`, `${index} of ${size} at that time`)]);
  for (const [name, value] of lines.filter(([, value]) => value)) {
    const line = document.createElement("div");
    line.append(element("dt", name), element("dd", value));
    place.append(line);
  }
  place.hidden = false;
}

/** What the record says in Chinese says so on an English page. */
function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  if (say("", /\p{Script=Han}/u.test(text))) {
    made.lang = "zh-CN";
  }
  return made;
}

function words(value) {
  return Array.isArray(value) ? value.join("、") : (value ?? "");
}

function sum(verdicts) {
  const count = (tone) => verdicts.filter((verdict) => verdict.tone === tone).length;
  const [failed, passed] = [count("fail"), count("pass")];
  const said = [
    failed > 0 && say(`✗ ${failed} 次与日志对不上，请反映给监督人员`, `✗ ${failed} not as the log has them, please tell the supervisors`),
    passed > 0 && say(`✓ 这 ${passed} 次记录没有被改动过，本机已核对`, `✓ ${passed} not altered, checked on this device`),
    passed + failed < verdicts.length && say(`– ${verdicts.length - passed - failed} 次没有核对`, `– ${verdicts.length - passed - failed} not checked`),
  ];
  summary.textContent = said.filter(Boolean).join(say("；", "; ")) + say("。", ".");
  summary.classList.add(failed > 0 ? "fail" : passed === verdicts.length ? "pass" : "info");
}
