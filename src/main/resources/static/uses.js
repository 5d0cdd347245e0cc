// Who has used the licences: this browser itself checks that the log has each use as the page shows it.

import { NotProven, canProve, prove } from "./proof.js";

const KEY_SET = "/.well-known/jwks.json";
const FORM = "c2sp.org/tlog-proof@";
const CITY_HOURS = 8;

/** What the page shows as it stands in the record. */
const LITERAL = { recordId: "记录号", caseNumber: "办件编号", purpose: "事由" };

/** What it shows by a name, whose code stands beside. */
const CODED = { office: "办理单位", item: "事项", type: "证照", channel: "方式", outcome: "结果" };

const MEMBERS = {
  recordId: "记录号",
  at: "时间（UTC）",
  office: "单位代码",
  caller: "账号或系统",
  operator: "经办人",
  basis: "依据",
  channel: "方式",
  item: "事项编码",
  caseNumber: "办件编号",
  purpose: "事由",
  type: "证照类型",
  licences: "证照标识",
  outcome: "结果",
  answerDigest: "答复摘要",
  holderIndex: "持证人索引",
  indexKeyId: "索引密钥",
};

const summary = document.querySelector("#proofs");
const rows = [...document.querySelectorAll("[data-use]")];

if (summary && rows.length > 0) {
  summary.textContent = "正在本机核验…";
  const verdicts = await checked();
  verdicts.forEach((verdict, i) => say(rows[i], verdict));
  sum(verdicts);
}

async function checked() {
  if (!(await canProve())) {
    return rows.map(() => unsure("本机浏览器不能核验，可下载证明到别处核验"));
  }
  const keySet = await published();
  if (!keySet) {
    return rows.map(() => unsure("取不到日志的公钥，没有核验，请稍后重新打开本页"));
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
      ? unsure("这次查用早于日志，回执是旧的格式，可下载到别处核验")
      : broken("没有证明");
  }
  try {
    const proven = await prove(receipt, keySet);
    const other = differing(row, proven.record);
    return other ? broken(`记录中的“${other}”与本页所示不符`) : whole(proven);
  } catch (fault) {
    return fault instanceof NotProven ? broken("日志中没有这样的记录") : unsure("本机浏览器没能核验，可下载证明到别处核验");
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
    return "时间";
  }
  const isOfSomebody = /^[0-9a-f]{64}$/.test(record.holderIndex) && record.indexKeyId && record.kind === "use";
  return isOfSomebody ? "" : "持证人";
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
  return { tone: "pass", proven, words: `✓ 证明成立：本机浏览器已核验（日志序号\u00a0${proven.index}）` };
}

function broken(why) {
  return { tone: "fail", words: `✗ 证明不成立：${why}。请反映给监督人员。` };
}

function unsure(words) {
  return { tone: "mute", words: `– ${words}` };
}

function say(row, verdict) {
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
  lines.push(["日志", origin], ["日志序号", `${index}，当时共 ${size} 条`]);
  for (const [name, value] of lines.filter(([, value]) => value)) {
    const line = document.createElement("div");
    line.append(element("dt", name), element("dd", value));
    place.append(line);
  }
  place.hidden = false;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function words(value) {
  return Array.isArray(value) ? value.join("、") : (value ?? "");
}

function sum(verdicts) {
  const count = (tone) => verdicts.filter((verdict) => verdict.tone === tone).length;
  const [failed, passed] = [count("fail"), count("pass")];
  const said = [
    failed > 0 && `✗ ${failed} 次查用的证明不成立，请反映给监督人员`,
    passed > 0 && `✓ ${passed} 次查用的证明成立，由本机浏览器核验`,
    passed + failed < verdicts.length && `– ${verdicts.length - passed - failed} 次没有核验`,
  ];
  summary.textContent = said.filter(Boolean).join("；") + "。";
  summary.classList.add(failed > 0 ? "fail" : passed === verdicts.length ? "pass" : "info");
}
