import { createHash } from 'node:crypto'
import assert from 'node:assert/strict'
import { SDJwtInstance } from '@sd-jwt/core'
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { demo } from './demo.js'
import { provenRecord } from './receipts.js'

/** Verifies one token of each type against the published keys, with libraries that know nothing of this service. */
export async function verifyTokens(baseUrl) {
  const api = new Api(baseUrl)
  const keySet = await api.get('/.well-known/jwks.json')
  const keys = createLocalJWKSet(keySet)
  const { access_token: accessToken } = await api.accessToken()
  const shared = await api.post('/api/v1/shares', demo.share, { authorization: `Bearer ${accessToken}` })
  const [licence] = shared.licences
  return [
    await check('at+jwt', () => verify(accessToken, keys, 'at+jwt', baseUrl)),
    await check('receipt: proves the record that it discloses', () => {
      const record = provenRecord(shared.receipt, keySet)
      assert.equal(record.recordId, shared.recordId)
      assert.equal(record.outcome, 'SHARED')
    }),
    await check('receipt: a changed one proves nothing', () => {
      const changed = shared.receipt.replace(/\nextra ..../, '\nextra AAAA')
      assert.throws(() => provenRecord(changed, keySet))
    }),
    await check('show+jwt', async () => {
      const cookie = await api.signIn(demo.citizen)
      const shown = await api.post('/api/v1/me/shows', await api.show(cookie), { cookie })
      const { payload } = await verify(shown.token, keys, 'show+jwt', baseUrl)
      assert.equal(payload.exp - payload.iat, 60)
    }),
    await check('licence+sd-jwt: signature', () => compactVerify(licence.signedLicence.split('~')[0], keys)),
    await check('licence+sd-jwt: type', () =>
      assert.equal(decodeProtectedHeader(licence.signedLicence.split('~')[0]).typ, 'licence+sd-jwt'),
    ),
    await check('licence+sd-jwt: discloses what was shared and nothing else', async () => {
      const claims = await disclosed(licence.signedLicence, keys)
      assert.equal(claims.sub, licence.identifier)
      assert.deepEqual(facesOf(claims), Object.keys(licence.attributes).sort())
    }),
    await check('a changed token is refused', async () => {
      const changed = accessToken.slice(0, -4) + (accessToken.endsWith('AAAA') ? 'BBBB' : 'AAAA')
      await assert.rejects(verify(changed, keys, 'at+jwt', baseUrl))
    }),
  ]
}

/** The face attributes; what names the licence and its holders stands beside them. */
function facesOf(claims) {
  return Object.keys(claims.licence)
    .filter((name) => name !== 'certificateNumber' && !name.startsWith('holder.'))
    .sort()
}

export async function check(name, run) {
  try {
    await run()
    return { name: `token ${name}` }
  } catch (error) {
    return { name: `token ${name}`, failure: error.message }
  }
}

export function verify(token, keys, typ, issuer) {
  return jwtVerify(token, keys, { typ, issuer, algorithms: ['ES256'] })
}

/** All claims of an SD-JWT with its disclosures put in their places (RFC 9901, section 7.1). */
async function disclosed(token, keys) {
  const instance = new SDJwtInstance({
    hasher: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
    verifier: async (data, signature) => {
      await compactVerify(`${data}.${signature}`, keys)
      return true
    },
  })
  const { payload } = await instance.verify(token)
  return payload
}

export class Api {
  #baseUrl

  constructor(baseUrl) {
    this.#baseUrl = baseUrl
  }

  get(path, headers = {}) {
    return this.#call(path, { headers })
  }

  post(path, body, headers) {
    return this.#call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  }

  put(path, body, headers) {
    return this.#call(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  }

  /** The body as text. */
  async text(path) {
    const response = await fetch(this.#baseUrl + path)
    assert.equal(response.status, 200)
    return response.text()
  }

  accessToken() {
    return this.#call('/oauth2/token', {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${demo.client.id}:${demo.client.secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    })
  }

  /** Signs in and returns the cookie to send. */
  async signIn(credentials) {
    const response = await fetch(`${this.#baseUrl}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(credentials),
    })
    assert.equal(response.status, 204)
    return response.headers.getSetCookie()[0].split(';')[0]
  }

  /** What to show: the citizen's licence of the type that the story shows. */
  async show(cookie) {
    const { items } = await this.get('/api/v1/me/licences?limit=200', { cookie })
    const licence = items.find((held) => held.typeCode === demo.shownType)
    assert.ok(licence, `the citizen holds no licence of type ${demo.shownType}`)
    return { identifier: licence.identifier }
  }

  async #call(path, init) {
    const response = await fetch(this.#baseUrl + path, init)
    const body = await response.text()
    assert.ok(response.ok, `${path} answers ${response.status}: ${body}`)
    return JSON.parse(body)
  }
}
