// The proof that a use stands in an evidence log (C2SP tlog-proof), checked with nothing but SHA-256, Ed25519 and the log's
// published keys. Nothing that a proof says is believed before its checkpoint is, and no key that it might bring with it.

const FORM = "c2sp.org/tlog-proof@v1";
const DASH = "\u2014 ";
const MAX_CHARACTERS = 65_536;
const MAX_PATH = 63;
const MAX_SIGNATURES = 32;
const HASH_BYTES = 32;
const KEY_ID_BYTES = 4;
const NONCE_BYTES = 16;
const ED25519 = 0x01;
const NUMBER = /^(0|[1-9][0-9]{0,17})$/;

/** What is wrong with a proof: it proves nothing. */
export class NotProven extends Error {}

/**
 * What a proof proves.
 *
 * @param text the proof
 * @param keySet the published key set (RFC 7517), whose Ed25519 keys for the purpose "log" alone are believed
 * @returns the record that stands in the log, the index of its leaf (a BigInt), the log's origin and its size there (a BigInt)
 * @throws NotProven whatever is wrong
 */
export async function prove(text, keySet) {
  const proof = parse(text);
  demand(proof.extra.length > NONCE_BYTES, "a proof discloses a nonce and a record");
  const place = await stands(proof, await sha256(proof.extra), keySet);
  return { record: readRecord(proof.extra), ...place };
}

/**
 * What a proof proves that does not disclose the record: that an entry stands in the log.
 *
 * @param text the proof
 * @param entry the digest of the record, in Base64
 * @param keySet as above
 * @returns the index of the leaf (a BigInt), the log's origin and its size there (a BigInt)
 * @throws NotProven whatever is wrong
 */
export async function proveEntry(text, entry, keySet) {
  const proof = parse(text);
  demand(proof.extra.length === 0, "a proof of an entry discloses no record");
  return stands(proof, toHash(entry), keySet);
}

/** Where an entry stands, if the proof leads from it to a tree that the log signed. */
async function stands(proof, entry, keySet) {
  const checkpoint = await open(proof.note, keySet);
  const root = await climb(await sha256(Uint8Array.of(0), entry), proof.index, checkpoint.size, proof.path);
  demand(same(root, checkpoint.root), "the record is not in the tree that was signed");
  return { index: proof.index, origin: checkpoint.origin, size: checkpoint.size };
}

/** Whether there is all here that checking needs: tried on a signature that is right and one that is not (RFC 8032, 7.1). */
export async function canProve() {
  const key = fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  const signature = fromHex(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155" +
      "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  );
  try {
    const right = await isSigned(key, signature, "");
    return right && !(await isSigned(key, signature, "?")) && (await sha256(key)).length === HASH_BYTES;
  } catch {
    return false;
  }
}

/** Reads a proof in its one canonical form; extra is empty where it discloses nothing. */
function parse(text) {
  const end = text.indexOf("\n\n");
  demand(text.length <= MAX_CHARACTERS && end > 0, "a proof is its lines, a blank one, and the checkpoint");
  const [form, ...lines] = text.slice(0, end).split("\n");
  demand(form === FORM, "a proof begins with " + FORM);
  const extra = lines[0]?.startsWith("extra ") ? fromBase64(after("extra ", lines.shift())) : new Uint8Array();
  const [index, ...path] = lines;
  demand(path.length <= MAX_PATH, "a path is at most 63 hashes");
  return { extra, index: toNumber(after("index ", index)), path: path.map(toHash), note: text.slice(end + 2) };
}

/** The checkpoint, if keys of the log signed it (C2SP signed-note, tlog-checkpoint); signatures of other keys are ignored. */
async function open(note, keySet) {
  const blank = note.lastIndexOf("\n\n");
  demand(blank > 0 && note.endsWith("\n"), "a checkpoint is its text, a blank line, and signatures");
  demand(![...note].some((c) => c < " " && c !== "\n"), "a checkpoint is text");
  const text = note.slice(0, blank + 1);
  const signatures = note.slice(blank + 2, -1).split("\n").map(toSignature);
  demand(signatures.length <= MAX_SIGNATURES, "a checkpoint has at most 32 signatures");
  const [origin, size, root, ...rest] = text.split("\n");
  demand(origin && root !== undefined && rest.length === 1, "a checkpoint has three lines");
  demand(await isSignedBy(logKeys(keySet), origin, text, signatures), "the checkpoint is not signed by the log");
  return { origin, size: toNumber(size), root: toHash(root) };
}

function toSignature(line) {
  const [name, base64, ...rest] = after(DASH, line).split(" ");
  demand(name && base64 && rest.length === 0, "a signature line is a dash, a name and Base64");
  const bytes = fromBase64(base64);
  demand(bytes.length > KEY_ID_BYTES, "a signature line has a key id and a signature");
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) };
}

/** Whether one of the keys signed; a wrong signature under the name and the id of one spoils the others. */
async function isSignedBy(keys, origin, text, signatures) {
  let known = false;
  for (const key of keys) {
    const id = (await sha256(toBytes(origin + "\n"), Uint8Array.of(ED25519), key)).slice(0, KEY_ID_BYTES);
    for (const { signature } of signatures.filter((line) => line.name === origin && same(line.keyId, id))) {
      demand(await isSigned(key, signature, text), "the checkpoint's signature is wrong");
      known = true;
    }
  }
  return known;
}

async function isSigned(key, signature, text) {
  const publicKey = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "Ed25519" }, publicKey, signature, toBytes(text));
}

function logKeys(keySet) {
  return keySet.keys
    .filter((key) => key.certfree_purpose === "log" && key.kty === "OKP" && key.crv === "Ed25519")
    .map((key) => fromBase64(key.x.replaceAll("-", "+").replaceAll("_", "/") + "="));
}

/** The root to which a path leads from a leaf (RFC 9162, section 2.1.3.2). */
async function climb(leaf, index, size, path) {
  demand(index < size, "there is no such leaf in the tree");
  let fn = index;
  let sn = size - 1n;
  let r = leaf;
  for (const p of path) {
    demand(sn !== 0n, "the path is too long");
    if (fn % 2n === 1n || fn === sn) {
      r = await sha256(Uint8Array.of(1), p, r);
      while (fn % 2n === 0n && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      r = await sha256(Uint8Array.of(1), r, p);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  demand(sn === 0n, "the path is too short");
  return r;
}

/** The record behind the nonce, if it is JSON in its one canonical form (RFC 8785). */
function readRecord(extra) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(extra.slice(NONCE_BYTES));
    const record = JSON.parse(text);
    demand(canonical(record) === text, "the record is not in canonical form");
    return record;
  } catch (fault) {
    throw fault instanceof NotProven ? fault : new NotProven("the record is not JSON");
  }
}

function canonical(value) {
  if (Array.isArray(value)) {
    return "[" + value.map(canonical).join(",") + "]";
  }
  if (value !== null && typeof value === "object") {
    const members = Object.keys(value).sort();
    return "{" + members.map((name) => JSON.stringify(name) + ":" + canonical(value[name])).join(",") + "}";
  }
  return JSON.stringify(value);
}

function after(prefix, line) {
  demand(line?.startsWith(prefix), "a line begins with " + prefix);
  return line.slice(prefix.length);
}

function toNumber(text) {
  demand(NUMBER.test(text), "a number is decimal");
  return BigInt(text);
}

function toHash(text) {
  const bytes = fromBase64(text);
  demand(bytes.length === HASH_BYTES, "a hash has 32 bytes");
  return bytes;
}

/** Standard Base64 (RFC 4648, section 4), padded, and in its one canonical form only. */
function fromBase64(text) {
  let bytes;
  try {
    bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  } catch {
    throw new NotProven("Base64 is standard");
  }
  demand(toBase64(bytes) === text, "Base64 is canonical");
  return bytes;
}

function toBase64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function fromHex(text) {
  return Uint8Array.from(text.match(/../g), (byte) => parseInt(byte, 16));
}

function toBytes(text) {
  return new TextEncoder().encode(text);
}

async function sha256(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

function same(one, other) {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

function demand(condition, otherwise) {
  if (!condition) {
    throw new NotProven(otherwise);
  }
}
