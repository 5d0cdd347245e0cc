// Seals what was accepted, so that nobody reads it from this machine: with the public key of the clerk's shift, whose other
// half the service hands out only to that clerk, signed in again. ECDH on P-256, HKDF with SHA-256, AES-GCM with 256 bits.

const CURVE = { name: "ECDH", namedCurve: "P-256" };
const PURPOSE = new TextEncoder().encode("certfree offline acceptance");
const NONCE_BYTES = 12;

/** Seals a thing that is JSON, for a public key in a JWK; under a key pair of its own each time. */
export async function seal(thing, { kty, crv, x, y }) {
  const theirs = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, CURVE, false, []);
  const own = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const key = await agree(own.privateKey, theirs, "encrypt");
  const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, new TextEncoder().encode(JSON.stringify(thing)));
  return { sender: await crypto.subtle.exportKey("raw", own.publicKey), nonce, body };
}

/** The private half of a shift's pair, from its JWK. */
export function openingKey({ kty, crv, x, y, d }) {
  return crypto.subtle.importKey("jwk", { kty, crv, x, y, d }, CURVE, false, ["deriveBits"]);
}

/** Opens what was sealed; an exception when it was for another key, or was changed. */
export async function unseal({ sender, nonce, body }, key) {
  const theirs = await crypto.subtle.importKey("raw", sender, CURVE, false, []);
  const shared = await agree(key, theirs, "decrypt");
  const open = await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, shared, body);
  return JSON.parse(new TextDecoder().decode(open));
}

async function agree(own, theirs, use) {
  const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, own, 256);
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: PURPOSE };
  return crypto.subtle.deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, [use]);
}
