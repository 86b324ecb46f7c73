import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { OcrReply } from './ocrMessages.ts'
import { withOcr } from './ocrSession.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhengmai-ocr-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A process that runs `script` for each request. */
function processOf(script: string): () => ReturnType<typeof fork> {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.mjs`)
  writeFileSync(path, `process.on('message', (request) => { ${script} })`)
  return () => fork(path, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
}

/** The code of the failure, or what was recognised. */
async function outcome(script: string, until = Date.now() + 30_000): Promise<unknown> {
  try {
    const use = { pages: 9, until }
    return await withOcr('扫描件.png', (session) => session.recognise(Buffer.of(1), use), processOf(script))
  } catch (error) {
    if (error instanceof ZhengmaiError) return error
    throw error
  }
}

const reply = (fields: Omit<Extract<OcrReply, { fault: unknown }>, 'id'> | { pages: unknown[] }) =>
  `process.send({ id: request.id, ...${JSON.stringify(fields)} })`

describe('a process that recognises text', () => {
  it('answers with pages', async () => {
    expect(await outcome(reply({ pages: [] }))).toEqual([])
  })

  it.each([
    ['lacks its packages', reply({ fault: 'missing', message: 'x' }), 'FILE_UNSUPPORTED', 'npm install'],
    [
      'cannot decode the picture',
      reply({ fault: 'picture', message: 'x' }),
      'FILE_UNDECODABLE',
      '扫描件.png',
    ],
    ['finds too many pages', reply({ fault: 'pages', message: '12 > 9' }), 'FILE_TOO_LARGE', '12 > 9'],
    ['fails', reply({ fault: 'failed', message: 'x' }), 'UNAVAILABLE', '扫描件.png'],
    ['dies', 'process.exit(3)', 'UNAVAILABLE', '扫描件.png'],
    ['is killed', "process.kill(process.pid, 'SIGKILL')", 'UNAVAILABLE', '内存'],
  ])('that %s', async (_, script, code, words) => {
    const error = await outcome(script)
    expect(error).toMatchObject({ code })
    expect((error as ZhengmaiError).message).toContain(words)
  })

  it('that keeps its words for the cause', async () => {
    const error = await outcome("process.stderr.write('out of memory', () => process.exit(1))")
    expect((error as ZhengmaiError).cause).toMatchObject({ message: 'exit 1: out of memory' })
  })

  it('that never answers', async () => {
    expect(await outcome('', Date.now() + 300)).toMatchObject({ code: 'LIMIT' })
  })

  it('lives only while it is used, one for each file in turn', async () => {
    const alive: number[] = []
    const ended: boolean[] = []
    const start = processOf(reply({ pages: [] }))
    const files = ['a', 'b', 'c'].map((name) =>
      withOcr(
        name,
        async (session) => {
          alive.push(alive.length - ended.length)
          await session.recognise(Buffer.of(1), { pages: 1, until: Date.now() + 30_000 })
          ended.push(true)
        },
        start,
      ),
    )
    await Promise.all(files)
    expect(alive).toEqual([0, 0, 0])
  })

  it('lets the next file have its turn after a failure', async () => {
    const failed = outcome('process.exit(1)')
    const next = outcome(reply({ pages: [] }))
    expect(await failed).toMatchObject({ code: 'UNAVAILABLE' })
    expect(await next).toEqual([])
  })
})
