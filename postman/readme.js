import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'

const SECTION = /^## One use of each channel\n(.*?)^## /ms
const BLOCK = /^```sh\n(.*?)^```/gms

/** Runs the shell blocks of one section of the README, one after the other in one shell, as somebody would paste them. */
export async function runReadme(baseUrl) {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const section = SECTION.exec(readme)?.[1] ?? ''
  const blocks = [...section.matchAll(BLOCK)].map(([, block]) => block)
  if (blocks.length === 0) {
    return [{ name: 'README', failure: 'it has no commands' }]
  }
  const script = ['set -euo pipefail', ...blocks].join('\n').replaceAll('http://localhost:8080', baseUrl)
  try {
    const { stdout } = await promisify(execFile)('bash', ['-c', script], { timeout: 120_000 })
    console.log(stdout)
    return [
      { name: 'README: commands', failure: undefined },
      ...['"signedLicence"', '"MATCH_VALID"', '"王*明"', '"ACCEPTED"'].map((answer) => ({
        name: `README: ${answer}`,
        failure: stdout.includes(answer) ? undefined : 'not answered',
      })),
    ]
  } catch (error) {
    return [{ name: 'README: commands', failure: `${error.message}\n${error.stdout}` }]
  }
}
