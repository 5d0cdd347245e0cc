// The public proof of a use: this browser itself checks that the use stands in the evidence log where the page says.

import { say } from "./language.js";
import { NotProven, canProve, proveEntry } from "./proof.js";

const KEY_SET = "/.well-known/jwks.json";

const summary = document.querySelector("#inclusion");
const receipt = document.querySelector("#receipt");

if (summary && receipt) {
  summary.textContent = say("正在本机核验…", "Checking on this device…");
  const { tone, words } = await verdict();
  summary.textContent = words;
  summary.classList.remove("info");
  summary.classList.add(tone);
  summary.dataset.done = tone;
}

async function verdict() {
  if (!(await canProve())) {
    return unsure(say("这个浏览器不能在本机核验，下面是服务器的说法。", "This browser cannot check it. Below is what the server says."));
  }
  const keySet = await published();
  if (!keySet) {
    return unsure(say("取不到日志的公钥，没有在本机核验。请稍后重新打开本页。", "Not checked: the keys of the log cannot be had now. Open this page again later."));
  }
  try {
    const proven = await proveEntry(receipt.content.textContent, shown("entry"), keySet);
    const other = ["origin", "index", "size"].find((member) => shown(member) !== String(proven[member]));
    return other ? broken(say("证明与本页所示不符", "the proof is not as the page shows it")) : whole(proven);
  } catch (fault) {
    return fault instanceof NotProven ? broken(say("日志中没有这一条", "the log has no such entry")) : unsure(say("没能在本机核验。请稍后重新打开本页。", "It could not be checked here. Open this page again later."));
  }
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

/** What the page shows of a member. */
function shown(member) {
  return document.querySelector(`[data-of="${member}"]`)?.textContent;
}

function whole({ index }) {
  return { tone: "pass", words: say(`✓ 本机浏览器已核验：这条记录在存证日志中，序号 ${index}。`, `✓ Checked by this browser: the record is entry ${index} of the evidence log.`) };
}

function broken(why) {
  return { tone: "fail", words: say(`✗ 本机核验不通过：${why}。请把回执交给监督人员。`, `✗ Not proven: ${why}. Give the slip to the supervisors.`) };
}

function unsure(words) {
  return { tone: "unsure", words: `– ${words}` };
}
