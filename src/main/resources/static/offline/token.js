// Judges a show token (show+jwt, docs/tokens.md) with nothing but the published keys and a clock, as strictly as the service
// does and in the same order. What is wrong first is the finding.

import { fromBase64url } from "./base64.js";

const TYPE = "show+jwt";
const LONGEST = 4096;
const HEADERS = ["alg", "kid", "typ"];
const CLAIMS = ["iss", "aud", "iat", "exp", "jti", "lid", "ltc", "hld", "st", "itm", "agt", "fld"];
const ID_BYTES = 16;

/** Eight bytes of bits: a type has at most 64 attributes. */
const FIELD_BYTES = 8;

/** What each text has to look like. */
const FORMS = {
  jti: isId,
  lid: isId,
  ltc: text => /^[0-9A-Z]{18}[0-9]{3}$/.test(text),
  hld: () => true,
  st: () => true,
  itm: text => /^[0-9A-Za-z._-]{1,64}$/.test(text),
  agt: () => true,
  fld: text => fromBase64url(text)?.slice(FIELD_BYTES).every(byte => byte === 0) ?? false,
};
const OPTIONAL = ["itm", "agt", "fld"];
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
    && Object.keys(header).length === HEADERS.length && HEADERS.every(name => typeof header[name] === "string")
    && header.typ === TYPE;
  return isWhole ? { header, claims, signature, signed: new TextEncoder().encode(parts[0] + "." + parts[1]) } : null;
}

/** An object in strict UTF-8 and in JSON's shortest form: so no name stands in it twice, and no number has two ways to be written. */
function fromJson(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text);
    const isObject = value !== null && typeof value === "object" && !Array.isArray(value);
    return isObject && JSON.stringify(value) === text && Object.values(value).every(isPlain) ? value : null;
  } catch {
    return null;
  }
}

/** Neither half a character nor one that only steers. */
function isPlain(value) {
  return typeof value !== "string" || !/[\u0000-\u001f]|\p{Surrogate}/u.test(value);
}

/** Whole seconds from 1970 to the end of the year 9999. */
function isTime(value) {
  return Number.isInteger(value) && value >= 0 && value < 253402300800;
}

/** 128 bits. */
function isId(text) {
  return fromBase64url(text)?.length === ID_BYTES;
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
  if (!isTime(claims.iat) || !isTime(claims.exp)) {
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
    && Object.entries(FORMS).every(([name, hasForm]) => claims[name] === undefined
      ? OPTIONAL.includes(name) : typeof claims[name] === "string" && hasForm(claims[name]));
  return isKnown ? "" : "malformed";
}
