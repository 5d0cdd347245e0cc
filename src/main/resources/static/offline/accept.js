// Judges what is held out at a counter without a network, and accepts it: only what the browser has kept counts as accepted.

import { number } from "../checks.js";
import { kindOf } from "../codes.js";
import { serviceTime, whyNot } from "./contact.js";
import { seal } from "./seal.js";
import { add, kept } from "./store.js";
import { canJudge, judge } from "./token.js";

/**
 * Judges and accepts.
 *
 * @param text what was scanned or typed
 * @param occasion {item, caseNumber, purpose}: the item as the registry has it
 * @returns {Promise<{code: string, at: number, claims?: object, type?: object}>} code: "accepted", or why not
 */
export async function accept(text, occasion) {
  const word = await kept("contact");
  const now = Date.now();
  const reason = whyNot(word, now);
  if (reason) {
    return { code: reason, at: now };
  }
  const at = Math.floor(serviceTime(word, now));
  const kind = kindOf(text);
  if (kind === "code" || /^\d+$/.test(number(text))) {
    return { code: kind === "code" ? "digits" : "malformed", at };
  }
  if (!canJudge(word.keys)) {
    return { code: "algorithm", at };
  }
  const { claims, flaw } = await judge(text, word, at);
  if (flaw) {
    return { code: flaw, at };
  }
  const { code, type } = fits(claims, occasion.item, await kept("registry"));
  return code ? { code, at, claims, type } : { code: await queue(text, occasion, word, at, type), at, claims, type };
}

/** Whether a good token is one for this item, and one that may be judged here. */
function fits(claims, item, registry) {
  const type = registry.types.find(one => one.code === claims.ltc);
  if (claims.itm !== undefined && claims.itm !== item.code) {
    return { code: "wrong-item", type };
  }
  if (!type || !item.shows.some(shown => shown.type === claims.ltc)) {
    return { code: "licence-type-not-exempted-for-item", type };
  }
  if (type.needsNetwork) {
    return { code: "network-needed", type };
  }
  return { code: claims.st === "VALID" ? "" : "licence-not-valid", type };
}

async function queue(token, { item, caseNumber, purpose }, word, at, type) {
  const acceptance = { token, acceptedAt: new Date(at).toISOString(), itemCode: item.code, caseNumber, purpose };
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  try {
    const first = await add({
      token: [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, "0")).join(""),
      at, account: word.account, shift: word.shift, keyId: word.queue.keyId,
      item: item.name, type: type.name, state: "WAITING", sealed: await seal(acceptance, word.queue.jwk),
    });
    return first ? "accepted" : "already-used";
  } catch {
    return "not-kept";
  }
}
