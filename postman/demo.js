import { readFileSync } from 'node:fs'

const environment = Object.fromEntries(
  JSON.parse(readFileSync(new URL('certfree.postman_environment.json', import.meta.url), 'utf8')).values.map(
    ({ key, value }) => [key, value],
  ),
)

/** Who is in the demonstration, as the collection's environment has it. */
export const demo = {
  client: { id: environment.clientId, secret: environment.clientSecret },
  citizen: { holderCode: environment.citizenCode, demo: true },
  /** Whose licence is issued and revoked; nobody in the demonstration has this number. */
  nobody: { codeType: '111', code: '370499194001010020', name: '测小验' },
  shownType: environment.showType,
  share: {
    itemCode: environment.shareItem,
    caseNumber: 'CI-TOKENS',
    purpose: '新生儿落户',
    licenceTypeCode: environment.shareType,
    holder: { codeType: '111', code: environment.citizenCode, name: environment.citizenName },
  },
}
