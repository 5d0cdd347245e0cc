import { readFileSync } from 'node:fs'
import newman from 'newman'

/** Runs the collection; each of its assertions is a check, and so is each request that gets no answer. */
export async function runCollection(baseUrl) {
  const summary = await new Promise((resolve, reject) => {
    newman.run(
      {
        collection: read('certfree.postman_collection.json'),
        environment: read('certfree.postman_environment.json'),
        envVar: [{ key: 'baseUrl', value: baseUrl }],
        reporters: 'cli',
        reporter: { cli: { noSummary: true, noBanner: true } },
        timeoutRequest: 30_000,
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    )
  })
  return summary.run.executions.flatMap(checksOf)
}

function checksOf(execution) {
  const name = execution.item.name
  if (execution.requestError) {
    return [{ name, failure: execution.requestError.message }]
  }
  return (execution.assertions ?? []).map((assertion) => ({
    name: `${name}: ${assertion.assertion}`,
    failure: assertion.error?.message,
  }))
}

function read(file) {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
}
