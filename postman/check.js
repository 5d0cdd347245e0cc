// Checks a running demonstration from outside: node check.js [base URL]
// The Postman collection, the service's tokens with libraries that know nothing of it, and the README's commands.
import { runCollection } from './collection.js'
import { verifyProofs } from './proofs.js'
import { runReadme } from './readme.js'
import { verifySm2Vectors } from './sm2.js'
import { verifyStatusLists } from './status.js'
import { verifyTokens } from './tokens.js'

const baseUrl = process.argv[2] ?? 'http://localhost:8080'
const checks = [
  ...(await runCollection(baseUrl)),
  ...(await verifyTokens(baseUrl)),
  ...(await verifyProofs(baseUrl)),
  ...(await verifyStatusLists(baseUrl)),
  ...(await runReadme(baseUrl)),
  ...verifySm2Vectors(),
]

const failed = checks.filter((check) => check.failure)
for (const check of failed) {
  console.log(`FAILED ${check.name}: ${check.failure}`)
}
console.log(`${checks.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length === 0 && checks.length > 0 ? 0 : 1
