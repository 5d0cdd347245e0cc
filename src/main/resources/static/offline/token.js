// Judges a show token (show+jwt, docs/tokens.md) with nothing but the published keys and a clock, as strictly as the service
// does and in the same order. What is wrong first is the finding.

import { fromBase64url } from "./base64.js";

const TYPE = "show+jwt";
const LONGEST = 4096;
const HEADERS = ["alg", "kid", "typ"];
const CLAIMS = ["iss", "aud", "iat", "exp", "jti", "lid", "ltc", "hld", "st", "itm", "agt", "fld"];
const TEXTS = ["jti", "lid", "ltc", "hld", "st"];
const SIGNATURE_BYTES = 64;

/**
 * Judges a token.
 *
 * @param text from the code
 * @param trust {issuer, audience, skew, lifetime, keys}: the last word of the service; skew and lifetime in seconds
 * @param now milliseconds since 1970
 * @returns {{claims?: object, flaw?: string}} the claims of a token that is good; otherwise what is wrong with it: malformed,
 *     forged, keys-stale, wrong-audience or expired
 */
export async function judge(text, trust, now) {
  const token = parse(text);
  if (!token) {
    return { flaw: "malformed" };
  }
  const key = trust.keys.find(one => one.jwk.kid === token.header.kid);
  if (!key || key.jwk.alg !== token.header.alg || !(await isSigned(token, key.jwk))) {
    return { flaw: "forged" };
  }
  const flaw = flawOf(token.claims, key, trust, now / 1000);
  return flaw ? { flaw } : { claims: token.claims };
}

/** Whether this browser can judge tokens of these keys: those of the national algorithms it cannot. */
export function canJudge(keys) {
  return keys.length > 0 && keys.every(key => key.jwk.alg === "ES256");
}

function parse(text) {
  const parts = text.split(".");
  if (text.length > LONGEST || parts.length !== 3) {
    return null;
  }
  const [header, claims] = parts.slice(0, 2).map(part => fromJson(fromBase64url(part)));
  const signature = fromBase64url(parts[2]);
  const isWhole = header && claims && signature?.length > 0
    && Object.keys(header).every(name => HEADERS.includes(name) && typeof header[name] === "string")
    && header.typ === TYPE && header.kid && header.alg;
  return isWhole ? { header, claims, signature, signed: new TextEncoder().encode(parts[0] + "." + parts[1]) } : null;
}

/** An object in strict UTF-8; null: none. */
function fromJson(bytes) {
  try {
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    return value !== null && typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** ES256 (RFC 7518, section 3.4): r and s, 32 bytes each. */
async function isSigned({ signature, signed }, { kty, crv, x, y }) {
  if (signature.length !== SIGNATURE_BYTES) {
    return false;
  }
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  try {
    const key = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, algorithm, false, ["verify"]);
    return await crypto.subtle.verify(algorithm, key, signature, signed);
  } catch {
    return false;
  }
}

/** @param now seconds since 1970 */
function flawOf(claims, key, trust, now) {
  if (now < key.notBefore || now >= key.notAfter) {
    return "keys-stale";
  }
  if (claims.iss !== trust.issuer) {
    return "forged";
  }
  if (claims.aud !== trust.audience) {
    return "wrong-audience";
  }
  if (!Number.isSafeInteger(claims.iat) || !Number.isSafeInteger(claims.exp)) {
    return "malformed";
  }
  const couldBe = claims.iat <= now + trust.skew && claims.iat + trust.lifetime === claims.exp
    && claims.iat >= key.notBefore && claims.iat < key.notAfter && claims.iat < key.retiredAt;
  if (!couldBe) {
    return "forged";
  }
  if (now >= claims.exp) {
    return "expired";
  }
  // A claim that this version does not know could narrow what the token is good for.
  const isKnown = Object.keys(claims).every(name => CLAIMS.includes(name))
    && TEXTS.every(name => typeof claims[name] === "string")
    && ["itm", "agt", "fld"].every(name => claims[name] === undefined || typeof claims[name] === "string");
  return isKnown ? "" : "malformed";
}
