// Keeps the last word of the service while there is a network: its time, its keys, whose counter this is, and the registry.

import { keep, kept } from "./store.js";

/** Set while the screen waits for the password, which nobody can check without a network. */
export const LOCKED = "certfree-locked";

/** What a request may take: beyond it the clock could not be compared. */
const PATIENCE = 4000;

/**
 * Asks for a new word.
 *
 * @returns {"ok"|"signed-out"|"away"} signed-out: there is a network, but nobody is signed in here
 */
export async function contact() {
  try {
    const before = Date.now();
    const answer = await ask("/counter/offline/contact");
    const after = Date.now();
    if (answer.redirected || !answer.ok) {
      return answer.status >= 500 ? "away" : "signed-out";
    }
    const word = await answer.json();
    const registry = await kept("registry");
    if (registry?.version !== word.registry) {
      await keep("registry", await (await ask("/counter/offline/registry")).json());
    }
    // Where in the meantime the service looked at its clock is not known: half way is off by half of it at most.
    await keep("contact", { ...word, at: after, offset: word.now - (before + after) / 2, doubt: (after - before) / 2 });
    localStorage.removeItem(LOCKED);
    return "ok";
  } catch {
    return "away";
  }
}

function ask(path) {
  return fetch(path, { headers: { Accept: "application/json" }, cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
}

/**
 * Whether a counter may judge without a network, by what it was told last.
 *
 * @param word the last one; undefined: none
 * @param now this machine's clock, milliseconds since 1970
 * @returns why not: "never", "locked", "clock", "stale"; empty: it may
 */
export function whyNot(word, now) {
  if (!word) {
    return "never";
  }
  if (localStorage.getItem(LOCKED)) {
    return "locked";
  }
  // A clock that has gone back since then is not to be trusted either.
  if (Math.abs(word.offset) + word.doubt > word.clock || now < word.at) {
    return "clock";
  }
  return now - word.at > word.limit ? "stale" : "";
}

/** The service's time, by this machine's clock and what it was off at the last word. */
export function serviceTime(word, now) {
  return now + word.offset;
}
