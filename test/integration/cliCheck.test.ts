/** `check` of the built program, over one made-up corpus. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import { createSegmenter } from '../../src/search/segment.ts'
import { finish, openSandbox, type Sandbox } from '../support/cli.ts'
import { putPolicyCorpus } from '../support/policyCorpus.ts'

/** Starting the program on a busy machine (ms). */
const STARTING = 60_000

let sandbox: Sandbox
let answer: string
beforeAll(async () => {
  sandbox = openSandbox()
  const store = await openEmbeddedStore({ dataDir: join(sandbox.folder, 'data'), mode: 'write' })
  await putPolicyCorpus(store, createSegmenter(''), null)
  const { items } = await store.documents({ ingested: true }, { first: 20, after: null })
  const document = items.map(({ node }) => node).find(({ number }) => number !== null)
  answer = `根据${document?.number}第九百条，应当如此。`
  await store.close()
}, STARTING)
afterAll(() => sandbox.remove())

const write = (name: string, text: string | Uint8Array) => writeFileSync(join(sandbox.folder, name), text)

it(
  'prints what is wrong and ends with 1, from a file and from standard input',
  async () => {
    write('answer.md', answer)
    const { status, out, err } = await sandbox.run(['check', 'answer.md'])
    expect({ status, err }).toEqual({ status: 1, err: '' })
    expect(out).toContain('✗ 条款号不符：第九百条')
    expect(out).toContain('✓ 文件属实')
    const child = sandbox.start(['check', '-', '--json'])
    child.stdin.end(answer)
    const piped = await finish(child)
    expect(piped.status).toBe(1)
    expect(JSON.parse(piped.out).findings[1].faults[0].kind).toBe('CLAUSE_MISSING')
  },
  STARTING,
)

it.each([
  ['nothing to check', 'plain.txt', '今天天气很好。', 0, ''],
  ['an empty file', 'empty.txt', '', 2, 'BAD_INPUT'],
  ['a megabyte', 'long.txt', '甲'.repeat(400_000), 1, 'LIMIT'],
  ['control characters', 'control.txt', '甲\u0001乙', 2, 'BAD_INPUT'],
  ['bytes that are no text', 'bytes.bin', Uint8Array.of(0xff, 0xff, 0xff, 0x80), 1, 'FILE_UNDECODABLE'],
  ['no file', 'missing.txt', null, 1, 'FILE_NOT_FOUND'],
])(
  'with %s',
  async (_case, name, content, expected, code) => {
    if (content !== null) write(name, content)
    const { status, err } = await sandbox.run(['check', name])
    expect(err).toContain(code)
    expect(status).toBe(expected)
  },
  STARTING,
)
