import { createHash, createPublicKey, verify } from 'node:crypto'
import assert from 'node:assert/strict'

/**
 * Checks a receipt by the texts of C2SP tlog-proof, signed-note and tlog-checkpoint and of RFC 9162, section 2.1.3.2, with
 * nothing but the log's public key, and returns the record that it proves.
 */
export function provenRecord(receipt, keySet) {
  const [proof, note] = parted(receipt)
  const [form, extra, index, ...path] = proof.split('\n')
  assert.equal(form, 'c2sp.org/tlog-proof@v1')
  const data = Buffer.from(extra.replace(/^extra /, ''), 'base64')
  const checkpoint = opened(note, keySet)
  const leaf = sha256(Buffer.of(0), sha256(data))
  const root = climbed(leaf, BigInt(index.replace(/^index /, '')), checkpoint.size, path)
  assert.equal(root.toString('base64'), checkpoint.root)
  return JSON.parse(data.subarray(16).toString())
}

function parted(receipt) {
  const blank = receipt.indexOf('\n\n')
  return [receipt.slice(0, blank), receipt.slice(blank + 2)]
}

/** The checkpoint, if a published key of the log signed it. */
function opened(note, keySet) {
  const end = note.lastIndexOf('\n\n') + 1
  const text = note.slice(0, end)
  const [origin, size, root] = text.split('\n')
  const jwk = keySet.keys.find((key) => key.certfree_purpose === 'log' && key.kty === 'OKP')
  const raw = Buffer.from(jwk.x, 'base64url')
  const id = sha256(Buffer.from(`${origin}\n`), Buffer.of(1), raw).subarray(0, 4)
  const lines = note.slice(end + 1).trimEnd().split('\n')
  const ours = lines.map((line) => line.split(' ')).find(([, name, base64]) => {
    return name === origin && Buffer.from(base64, 'base64').subarray(0, 4).equals(id)
  })
  const signature = Buffer.from(ours[2], 'base64').subarray(4)
  const key = createPublicKey({ key: { kty: jwk.kty, crv: jwk.crv, x: jwk.x }, format: 'jwk' })
  assert.ok(verify(null, Buffer.from(text), key, signature), 'the checkpoint is not signed by the log')
  return { size: BigInt(size), root }
}

function climbed(leaf, index, size, path) {
  let fn = index
  let sn = size - 1n
  let hash = leaf
  for (const line of path) {
    const sibling = Buffer.from(line, 'base64')
    assert.ok(sn > 0n, 'the path is too long')
    if (fn % 2n === 1n || fn === sn) {
      hash = sha256(Buffer.of(1), sibling, hash)
      while (fn % 2n === 0n && fn !== 0n) {
        fn >>= 1n
        sn >>= 1n
      }
    } else {
      hash = sha256(Buffer.of(1), hash, sibling)
    }
    fn >>= 1n
    sn >>= 1n
  }
  assert.equal(sn, 0n, 'the path is too short')
  return hash
}

function sha256(...parts) {
  const hash = createHash('sha256')
  parts.forEach((part) => hash.update(part))
  return hash.digest()
}
