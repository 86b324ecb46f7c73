import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import type { FileReport } from '../../ingest/report.ts'
import { openSandbox } from '../support/cli.ts'
import { planDocuments, syntheticDocumentId } from '../support/synthetic/policyPlan.ts'
import { writePolicy } from '../support/synthetic/policySource.ts'

/** Enough that a kill strikes in the middle. */
const CLAUSES = 400
const PER_DOCUMENT = 8
const sandbox = openSandbox()
afterAll(() => sandbox.remove())

/** Kills the ingestion as soon as it has told of so many files. */
async function killAfter(files: number): Promise<number> {
  const child = sandbox.start(['ingest', 'documents'])
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString()
    if (told.split('documents/').length > files) child.kill('SIGKILL')
  })
  await once(child, 'close')
  expect(child.signalCode).toBe('SIGKILL')
  return told.split('documents/').length - 1
}

it('a bulk ingestion that is killed twice does only the rest, and nothing twice', async () => {
  const plans = [...planDocuments({ clauses: CLAUSES, clausesPerDocument: PER_DOCUMENT })]
  mkdirSync(join(sandbox.folder, 'documents'))
  for (const plan of plans) {
    const name = `${String(plan.index).padStart(3, '0')}.txt`
    writeFileSync(join(sandbox.folder, 'documents', name), writePolicy(plan).text)
  }
  const first = await killAfter(8)
  const second = await killAfter(first + 8) // those that were there already are told of too
  const { status, out } = await sandbox.run(['ingest', 'documents', '--json'])
  expect(status).toBe(0)
  const { reports } = JSON.parse(out) as { reports: readonly FileReport[] }
  const count = (outcome: string) => reports.filter((report) => report.outcome === outcome).length
  expect(reports).toHaveLength(plans.length)
  expect(count('unchanged')).toBeGreaterThanOrEqual(second)
  expect(count('created')).toBe(plans.length - count('unchanged'))
  expect(count('created')).toBeGreaterThan(0)
  await using store = await openEmbeddedStore({ dataDir: join(sandbox.folder, 'data'), mode: 'read' })
  expect(await store.statistics()).toMatchObject({ documents: plans.length, clauses: CLAUSES })
  const page = await store.documents({ ingested: true }, { first: 1_000, after: null })
  expect(page.items.map(({ node }) => node.id).sort()).toEqual(plans.map(syntheticDocumentId).sort())
  const bodies = await store.bodies(plans.map(syntheticDocumentId))
  expect(bodies.size).toBe(plans.length)
}, 120_000)
