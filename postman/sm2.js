import { readFileSync } from 'node:fs'
import { sm2 } from 'sm-crypto-v2'

const { signerId, vectors } = JSON.parse(
  readFileSync(new URL('../src/test/resources/vectors/sm2/vectors.json', import.meta.url), 'utf8'),
)

/** Verifies the published SM2 signatures with a library that knows nothing of this service. */
export function verifySm2Vectors() {
  return vectors.flatMap(({ name, x, y, message, signature, token }) => [
    check(`SM2: ${name}`, verifies(x, y, message, signature)),
    check(`SM2: ${name}, changed`, !verifies(x, y, message, changed(signature))),
    ...(token ? [check(`SM2: ${name}, as a JWS`, isJws(token, message, signature))] : []),
  ])
}

function verifies(x, y, message, signature) {
  return sm2.doVerifySignature(Uint8Array.from(Buffer.from(message, 'hex')), signature, `04${x}${y}`, {
    hash: true,
    userId: signerId,
  })
}

function changed(signature) {
  return signature.slice(0, -1) + (signature.endsWith('0') ? '1' : '0')
}

function isJws(token, message, signature) {
  const input = Buffer.from(message, 'hex').toString('ascii')
  return token === `${input}.${Buffer.from(signature, 'hex').toString('base64url')}`
}

function check(name, passed) {
  return { name, failure: passed ? undefined : 'it is not so' }
}
