import assert from 'node:assert/strict'
import { getListFromStatusListJWT, getStatusListFromJWT } from '@sd-jwt/jwt-status-list'
import { createLocalJWKSet } from 'jose'
import { demo } from './demo.js'
import { newLicence } from './licence.js'
import { Api, check, verify } from './tokens.js'

const VALID = 0
const INVALID = 1

/** A change is in the list 5 s after it was acknowledged; asked each quarter of a second. */
const ATTEMPTS = 20

/** Issues a licence, revokes it, and finds both in the published list, with a library that knows nothing of this service. */
export async function verifyStatusLists(baseUrl) {
  const api = new Api(baseUrl)
  const keys = createLocalJWKSet(await api.get('/.well-known/jwks.json'))
  const { access_token: accessToken } = await api.accessToken()
  const headers = { authorization: `Bearer ${accessToken}` }
  const licence = newLicence(await api.get(`/api/v1/licence-types/${demo.share.licenceTypeCode}`), demo.nobody)
  const path = `/api/v1/licences/${licence.identifier}`
  const issued = await api.put(path, licence, headers)
  const entry = getStatusListFromJWT(issued.signedLicence.split('~')[0])
  const list = () => api.text(new URL(entry.uri).pathname)
  return [
    await check('statuslist+jwt', async () => {
      const { payload } = await verify(await list(), keys, 'statuslist+jwt', baseUrl)
      assert.equal(payload.sub, entry.uri)
      assert.equal(payload.ttl, 60)
      assert.equal(payload.exp - payload.iat, 12 * 60 * 60)
    }),
    await check('statuslist+jwt: a licence that was issued is VALID', async () =>
      assert.equal(getListFromStatusListJWT(await list()).getStatus(entry.idx), VALID),
    ),
    await check('statuslist+jwt: a licence that was revoked is INVALID within 5 s', async () => {
      await api.post(`${path}/status`, { status: 'REVOKED', reason: '骗取登记' }, headers)
      let status = VALID
      for (let attempt = 0; attempt < ATTEMPTS && status === VALID; attempt++) {
        status = getListFromStatusListJWT(await list()).getStatus(entry.idx)
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
      assert.equal(status, INVALID)
    }),
  ]
}
