// Reports what was accepted without a network, as soon as the line is back and the clerk who accepted it is signed in.

import { openingKey, unseal } from "./seal.js";
import { acceptances, change, kept, tidy } from "./store.js";

/** As many as one report takes. */
const MOST = 50;

/**
 * Reports what waits. Two pages do not report at once.
 *
 * @returns {Promise<number>} how many were answered; 0 when nothing waits, or there is nobody to report as
 */
export function report() {
  return navigator.locks.request("certfree-offline-report", async () => {
    const word = await kept("contact");
    const waiting = (await acceptances()).filter(one => one.state === "WAITING" && one.account === word?.account);
    let answered = 0;
    for (let i = 0; i < waiting.length; i += MOST) {
      answered += await reportAll(waiting.slice(i, i + MOST));
    }
    await tidy(Date.now());
    return answered;
  });
}

/** What cannot be read is refused as a whole: then one by one, so that one keeps none from being reported. */
async function reportAll(waiting) {
  const answer = await post("/api/v1/offline-acceptances", JSON.stringify(await open(waiting)), [400]);
  if (answer.status === 400 && waiting.length > 1) {
    let answered = 0;
    for (const one of waiting) {
      answered += await reportAll([one]);
    }
    return answered;
  }
  const answers = await answer.json();
  await change(waiting.map((one, i) =>
    answer.ok ? settled(one, answers[i]) : { ...one, state: "REFUSED", reason: answers.code, seen: false }));
  return waiting.length;
}

/** Opens acceptances; each shift's key is asked for once. */
async function open(waiting) {
  const keys = new Map();
  for (const { shift, keyId } of waiting) {
    if (!keys.has(shift + keyId)) {
      const answer = await post("/counter/offline/key", new URLSearchParams({ shift, keyId }));
      keys.set(shift + keyId, await openingKey(await answer.json()));
    }
  }
  return Promise.all(waiting.map(one => unseal(one.sealed, keys.get(one.shift + one.keyId))));
}

/** What is settled needs its seal no more, and keeps nothing of the token but that it was here. */
function settled({ sealed, ...one }, { result, reason, recordId }) {
  return { ...one, state: result, reason, recordId, seen: result === "RECONCILED" };
}

/**
 * @param body a form's fields, or JSON as text
 * @param taken the statuses of refusals that are answers
 * @throws when it was not taken: then all waits as before, and the same report does nothing twice
 */
async function post(path, body, taken = []) {
  const type = typeof body === "string" ? { "Content-Type": "application/json" } : {};
  const answer = await fetch(path, { method: "POST", body, redirect: "error", headers: { Accept: "application/json", ...type } });
  if (!answer.ok && !taken.includes(answer.status)) {
    throw new Error("not taken: " + answer.status);
  }
  return answer;
}
