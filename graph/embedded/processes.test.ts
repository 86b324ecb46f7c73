import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cityBundle, REFERENCE, VECTOR_KEY } from '../../test/support/corpus.ts'
import {
  FILL_CLAUSES,
  FILL_DOCUMENTS,
  FILL_KEY,
  fillBundle,
  fillId,
} from '../../test/support/storeProcess.ts'
import { openEmbeddedStore } from './store.ts'

/** Starting Node with a loader takes a second or two on a busy machine. */
const TIMEOUT = 60_000
const SCRIPT = fileURLToPath(new URL('../../test/support/storeProcess.ts', import.meta.url))
const ROOT = fileURLToPath(new URL('../../', import.meta.url))

let dataDir: string
let children: ChildProcess[]
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'zhengmai-process-'))
  children = []
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

interface Started {
  readonly child: ChildProcess
  /** The next printed value, undefined at the end. */
  next(): Promise<unknown>
}

/** @param fileLimit greatest size of a file that it may write, in KiB (`ulimit -f`) */
function start(command: string, fileLimit: number | null = null): Started {
  const node = [process.execPath, '--import', 'tsx', SCRIPT, command, dataDir]
  const limited = ['bash', '-c', `ulimit -f ${fileLimit} && exec "$@"`, 'bash', ...node]
  const [program, ...args] = fileLimit === null ? node : limited
  const child = spawn(program!, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  return {
    child,
    async next() {
      const line = await lines.next()
      return line.done ? undefined : (JSON.parse(line.value) as unknown)
    },
  }
}

const ended = (child: ChildProcess) =>
  new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(null),
  )

/** Every stored document is whole; @returns how many there are */
async function expectWholeDocuments(): Promise<number> {
  await using store = await openEmbeddedStore({ dataDir, mode: 'read' })
  const page = await store.documents({}, { first: 1_000, after: null })
  const { documents, clauses, embeddedClauses } = await store.statistics()
  expect({ clauses, embeddedClauses }).toEqual({
    clauses: documents * FILL_CLAUSES,
    embeddedClauses: documents * FILL_CLAUSES,
  })
  for (const { node } of page.items) {
    const index = Number(node.id.split('/').at(-1))
    const { terms, passages } = fillBundle(index)
    expect(await store.termsOf([terms[0]!.clauseId])).toEqual(new Map([[terms[0]!.clauseId, terms[0]]]))
    expect((await store.vectorsOf([passages[0]!.clauseId])).get(passages[0]!.clauseId)).toEqual(
      passages[0]!.vector,
    )
  }
  return documents
}

describe('a second process', () => {
  it('may not write, and hears who does', { timeout: TIMEOUT }, async () => {
    const { child, next } = start('hold')
    expect(await next()).toBe('ready')
    await expect(openEmbeddedStore({ dataDir, mode: 'write' })).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      message: expect.stringContaining(String(child.pid)),
      details: { pid: child.pid },
    })
    child.stdin!.end()
    await ended(child)
    await (await openEmbeddedStore({ dataDir, mode: 'write' })).close()
  })

  it('may write when the first was killed', { timeout: TIMEOUT }, async () => {
    const { child, next } = start('hold')
    await next()
    child.kill('SIGKILL')
    await ended(child)
    await (await openEmbeddedStore({ dataDir, mode: 'write' })).close()
  })

  it('reads what another writes, as it is written', { timeout: TIMEOUT }, async () => {
    const { child, next } = start('fill')
    expect(await next()).toBe(fillId(0))
    await using reader = await openEmbeddedStore({ dataDir, mode: 'read' })
    const query = new Float32Array(FILL_KEY.dimensions).fill(1)
    const early = await reader.denseCandidates(query, {}, 10_000)
    expect(early.length % FILL_CLAUSES).toBe(0)
    while ((await next()) !== undefined);
    await ended(child)
    expect((await reader.denseCandidates(query, {}, 10_000)).length).toBe(FILL_DOCUMENTS * FILL_CLAUSES)
    expect((await reader.statistics()).documents).toBe(FILL_DOCUMENTS)
    await expect(reader.deleteDocument(fillId(0))).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
  })

  it('reads beside a writer in this one', { timeout: TIMEOUT }, async () => {
    await using store = await openEmbeddedStore({ dataDir, mode: 'write' })
    await store.putReference(REFERENCE)
    await store.setEmbeddingKey(VECTOR_KEY)
    await store.putDocument(cityBundle())
    expect(await start('read').next()).toEqual(JSON.parse(JSON.stringify(await store.statistics())))
  })
})

describe('a writer that is killed', () => {
  it.each([1, 3, 6])(
    'after %i documents leaves whole documents only, and a second run completes',
    { timeout: TIMEOUT },
    async (count) => {
      const { child, next } = start('fill')
      for (let i = 0; i < count; i++) await next()
      child.kill('SIGKILL') // in the middle of a later document
      await ended(child)
      const documents = await expectWholeDocuments()
      expect(documents).toBeGreaterThanOrEqual(count)
      expect(documents).toBeLessThan(FILL_DOCUMENTS)
      const again = start('fill')
      while ((await again.next()) !== undefined);
      await ended(again.child)
      expect(await expectWholeDocuments()).toBe(FILL_DOCUMENTS)
    },
  )
})

describe('a full disk', () => {
  it('stops the write with a code and leaves all before it readable', { timeout: TIMEOUT }, async () => {
    const { child, next } = start('fill', 2_048)
    let last: unknown
    let stored = 0
    for (let value = await next(); value !== undefined; value = await next()) {
      last = value
      if (typeof value === 'string') stored += 1
    }
    await ended(child)
    expect(last).toMatchObject({ code: 'STORE_FULL' })
    expect(stored).toBeGreaterThan(0)
    expect(await expectWholeDocuments()).toBe(stored)
    const again = start('fill')
    while ((await again.next()) !== undefined);
    expect(await expectWholeDocuments()).toBe(FILL_DOCUMENTS)
  })
})

describe('another user', () => {
  const root = process.getuid?.() === 0
  it.for(['read-as-nobody', 'hold-as-nobody'])(
    'without permission gets a code: %s',
    { timeout: TIMEOUT },
    async (command, { skip }) => {
      if (!root) skip('only root can become another user')
      await (await openEmbeddedStore({ dataDir, mode: 'write' })).close()
      chmodSync(dataDir, 0o700)
      expect(await start(command).next()).toMatchObject({ code: 'STORE_UNREADABLE' })
    },
  )
})
