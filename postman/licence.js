import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** What each kind of attribute may hold. */
const VALUES = { string: '文字', number: '12.50', date: '2026-01-05', datetime: '2026-01-05T08:30', image: 'iVBORw0KGgo=' }

/** A licence of this type to be issued, of a person in the unassigned district who is nobody. */
export function newLicence(type, holder) {
  const serial = BigInt('0x' + randomBytes(12).toString('hex')).toString(36).toUpperCase()
  const issuer = type.code.slice(0, 18)
  const check = checkCharacter(type.code + issuer + serial + '001')
  return {
    identifier: `1.2.156.3005.2.${type.code}.${issuer}.${serial}.001.${check}`,
    certificateNumber: `证2026第${serial}号`,
    holders: [holder],
    issuedOn: '2026-01-05',
    validFrom: '2026-01-05',
    attributes: Object.fromEntries(type.attributes.map((attribute) => [attribute.key, VALUES[attribute.type]])),
  }
}

/** ISO/IEC 7064, hybrid system MOD 37,36. */
function checkCharacter(characters) {
  let product = 36
  for (const character of characters) {
    const sum = (product + ALPHABET.indexOf(character)) % 36
    product = ((sum || 36) * 2) % 37
  }
  return ALPHABET[(37 - product) % 36]
}
