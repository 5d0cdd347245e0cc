import { readFileSync } from 'node:fs'
import assert from 'node:assert/strict'
import { demo } from './demo.js'
import { provenRecord } from './receipts.js'
import { Api, check } from './tokens.js'

const source = readFileSync(new URL('../src/main/resources/static/proof.js', import.meta.url))
/** The very module of the citizen's page; as data, for no package.json says of its folder that it holds modules. */
const { NotProven, canProve, prove } = await import(`data:text/javascript;base64,${source.toString('base64')}`)

/** Holds the page's own check of proofs against ours, on real receipts and on everything that may be wrong with one. */
export async function verifyProofs(baseUrl) {
  const api = new Api(baseUrl)
  const keySet = await api.get('/.well-known/jwks.json')
  const cookie = await api.signIn(demo.citizen)
  const { items } = await api.get('/api/v1/me/uses?limit=50', { cookie })
  // In the profile gm a line of SM2 follows, which this check ignores as notes say.
  const receipt = whole(items.map((use) => parts(use.receipt)).find(({ path }) => path.length > 1))
  return [
    await check('proof: can be checked here', async () => assert.ok(await canProve())),
    await check('proof: every receipt of the citizen proves what the list says', async () => {
      assert.ok(items.length > 0)
      for (const use of items) {
        const { record } = await prove(use.receipt, keySet)
        assert.deepEqual(record, provenRecord(use.receipt, keySet))
        assert.deepEqual(
          [record.recordId, record.at, record.item, record.caseNumber, record.purpose, record.office, record.outcome],
          [use.recordId, use.at, use.itemCode, use.caseNumber, use.purpose, use.office, use.outcome],
        )
      }
    }),
    ...(await Promise.all(
      Object.entries(wrong(receipt)).map(([what, text]) => check(`proof: ${what}`, () => refuses(text, keySet))),
    )),
    await check('proof: each single character changed', async () => {
      for (let i = 0; i < receipt.length; i++) {
        const other = receipt[i] === 'A' ? 'B' : 'A'
        await refuses(receipt.slice(0, i) + other + receipt.slice(i + 1), keySet)
      }
    }),
    await check('proof: the key of somebody else', async () => refuses(receipt, await strangers(keySet))),
    await check('proof: no key of the log', () => {
      const others = keySet.keys.filter((key) => key.certfree_purpose !== 'log')
      return refuses(receipt, { keys: others })
    }),
  ]
}

async function refuses(text, keySet) {
  await assert.rejects(prove(text, keySet), NotProven)
}

/** One thing wrong with each. */
function wrong(receipt) {
  const { extra, index, path, origin, size, root, signature } = parts(receipt)
  const text = (changed) => whole({ extra, index, path, origin, size, root, signature, ...changed })
  return {
    'a bit of the nonce': text({ extra: flipped(extra, 0) }),
    'a bit of the record': text({ extra: flipped(extra, 20) }),
    'the next index': text({ index: String(BigInt(index) + 1n) }),
    'an index beyond the tree': text({ index: size }),
    'a bit of the path': text({ path: [flipped(path[0], 5), ...path.slice(1)] }),
    'a path too short': text({ path: path.slice(0, -1) }),
    'a path too long': text({ path: [...path, path[0]] }),
    'a path of 64': text({ path: Array.from({ length: 64 }, () => path[0]) }),
    'another size': text({ size: String(BigInt(size) + 1n) }),
    'a bit of the root': text({ root: flipped(root, 31) }),
    'another origin': text({ origin: `${origin}0` }),
    'a bit of the key id': text({ signature: flipped(signature, 0) }),
    'a bit of the signature': text({ signature: flipped(signature, 30) }),
    'no signature': receipt.slice(0, receipt.lastIndexOf('\n\n') + 2),
    'a wrong signature of the log beside the right one': `${receipt}— ${origin} ${flipped(signature, 30)}\n`,
    'Base64 without padding': receipt.replaceAll('=\n', '\n'),
    'a number with a zero before it': text({ index: `0${index}` }),
    'no record': text({ extra: Buffer.alloc(16).toString('base64') }),
    'a byte at the end': `${receipt} `,
    'carriage returns': receipt.replaceAll('\n', '\r\n'),
  }
}

function parts(receipt) {
  const [proof, checkpoint, signatures] = receipt.split('\n\n')
  const [, extra, index, ...path] = proof.split('\n')
  const [origin, size, root] = checkpoint.split('\n')
  const [, , signature] = signatures.split('\n')[0].split(' ')
  return { extra: extra.slice(6), index: index.slice(6), path, origin, size, root, signature }
}

function whole({ extra, index, path, origin, size, root, signature }) {
  const proof = ['c2sp.org/tlog-proof@v1', `extra ${extra}`, `index ${index}`, ...path].join('\n')
  return `${proof}\n\n${origin}\n${size}\n${root}\n\n— ${origin} ${signature}\n`
}

function flipped(base64, place) {
  const bytes = Buffer.from(base64, 'base64')
  bytes[place] ^= 1
  return bytes.toString('base64')
}

/** The key set as somebody else would have it. */
async function strangers(keySet) {
  const { publicKey } = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])
  const { x } = await crypto.subtle.exportKey('jwk', publicKey)
  return { keys: keySet.keys.map((key) => (key.certfree_purpose === 'log' && key.kty === 'OKP' ? { ...key, x } : key)) }
}
