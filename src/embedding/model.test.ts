import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ZhengmaiError } from '../errors/error.ts'
import { type AcquireProgress, acquireModel } from './model.ts'
import { JAR_ENTRIES, MODEL_ID, WRITTEN_FILES } from './modelFiles.ts'
import { inspectFolder } from './modelFolder.ts'

/** Not the real weights: begins as a model does, and differs from the pinned digest as another release would. */
const WEIGHTS = Buffer.concat([Buffer.from([0x08, 0x07]), Buffer.alloc(5_000, 1)])
const TOKENIZER = Buffer.from('{"model":{"vocab":{}}}')
const NO_MAVEN = { mvn: '/nowhere/mvn' }

type Answer = { status?: number; body?: Buffer; cutAt?: number }

let scratch = ''
let server: Server
let requests: string[] = []
let answers: Record<string, Answer> = {}
let endpoint = ''

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'zhengmai-model-test-'))
  requests = []
  answers = { 'tokenizer.json': { body: TOKENIZER }, 'model_quantized.onnx': { body: WEIGHTS } }
  server = createServer((request, response) => {
    requests.push(request.url ?? '')
    const answer = answers[request.url?.split('/').at(-1) ?? ''] ?? { status: 404 }
    const body = answer.body ?? Buffer.alloc(0)
    response.writeHead(answer.status ?? 200, { 'content-length': body.length })
    if (answer.cutAt === undefined) response.end(body)
    else response.write(body.subarray(0, answer.cutAt), () => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(scratch, { recursive: true, force: true })
})

describe('acquireModel from the hub', () => {
  it('puts the files in place, reports bytes and warns of an unknown digest', async () => {
    const progress: AcquireProgress[] = []
    const warnings: string[] = []
    const log = { info: () => undefined, warn: (_fields: object, message: string) => warnings.push(message) }
    const files = await acquireModel({
      dir: scratch,
      endpoint: `${endpoint}/`,
      ...NO_MAVEN,
      log,
      onProgress: (step) => progress.push(step),
    })
    expect(files).toMatchObject({ dir: scratch, origin: 'hub', pinned: false })
    expect(files.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(requests).toEqual([
      `/${MODEL_ID}/resolve/main/tokenizer.json`,
      `/${MODEL_ID}/resolve/main/onnx/model_quantized.onnx`,
    ])
    expect(progress.at(-1)).toMatchObject({ stage: 'hub', received: TOKENIZER.length + WEIGHTS.length })
    expect(warnings).toHaveLength(1)
    const folder = join(scratch, MODEL_ID)
    expect((await readdir(folder)).sort()).toEqual(
      [...Object.keys(WRITTEN_FILES), 'onnx', 'origin.json', 'tokenizer.json'].sort(),
    )
  })

  it('uses the folder the next time, with the same identity and without the network', async () => {
    const first = await acquireModel({ dir: scratch, endpoint, ...NO_MAVEN })
    requests = []
    const second = await acquireModel({ dir: scratch, endpoint, ...NO_MAVEN })
    expect(second).toEqual({ ...first, origin: 'folder' })
    expect(requests).toEqual([])
  })

  it('obtains damaged files anew and says so', async () => {
    const first = await acquireModel({ dir: scratch, endpoint, ...NO_MAVEN })
    const weights = join(scratch, MODEL_ID, 'onnx', 'model_quantized.onnx')
    await writeFile(weights, WEIGHTS.subarray(0, 100))
    expect(await inspectFolder(scratch)).toEqual({ kind: 'damaged', damaged: ['onnx/model_quantized.onnx'] })
    const warned: object[] = []
    const log = { info: () => undefined, warn: (fields: object) => warned.push(fields) }
    const second = await acquireModel({ dir: scratch, endpoint, ...NO_MAVEN, log })
    expect(second).toEqual({ ...first, origin: 'hub' })
    expect(warned[0]).toMatchObject({ files: ['onnx/model_quantized.onnx'] })
    expect(await readFile(weights)).toEqual(WEIGHTS)
  })

  it.each<[string, Record<string, Answer>]>([
    ['a missing file', { 'tokenizer.json': { status: 404 } }],
    ['a refusal', { 'model_quantized.onnx': { status: 403 } }],
    ['a download that breaks off', { 'model_quantized.onnx': { body: WEIGHTS, cutAt: 1_000 } }],
    ['a page of a portal for the weights', { 'model_quantized.onnx': { body: Buffer.from('<html>') } }],
    ['a page of a portal for the tokenizer', { 'tokenizer.json': { body: Buffer.from('<html>') } }],
  ])('leaves nothing behind after %s', async (_what, changed) => {
    Object.assign(answers, changed)
    const error = await acquireModel({ dir: scratch, endpoint, ...NO_MAVEN }).catch(
      (caught: unknown) => caught,
    )
    expect(error).toBeInstanceOf(ZhengmaiError)
    expect(error).toMatchObject({ code: 'MODEL_NOT_FOUND' })
    expect(await readdir(join(scratch, MODEL_ID, '..'))).toEqual([])
  })
})

describe('acquireModel without the hub', () => {
  it('names every source with its reason where none has the model', async () => {
    const error = await acquireModel({ dir: scratch, endpoint: 'http://127.0.0.1:1', ...NO_MAVEN }).catch(
      (caught: unknown) => caught,
    )
    expect(error).toMatchObject({ code: 'MODEL_NOT_FOUND' })
    const sources = (error as ZhengmaiError).details['attempts'] as { source: string; reason: string }[]
    expect(sources.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('missing'),
      expect.stringMatching(/ECONNREFUSED|bad port/),
      '/nowhere/mvn not found',
    ])
    for (const { source, reason } of sources)
      expect((error as Error).message).toContain(`${source}: ${reason}`)
  })

  it('asks nobody when offline', async () => {
    await expect(acquireModel({ dir: scratch, endpoint, offline: true })).rejects.toMatchObject({
      code: 'MODEL_NOT_FOUND',
    })
    expect(requests).toEqual([])
  })

  it('fails on a Maven artifact with other weights', async () => {
    answers = {}
    const mvn = await fakeMaven({
      [JAR_ENTRIES['onnx/model_quantized.onnx']]: WEIGHTS,
      [JAR_ENTRIES['tokenizer.json']]: TOKENIZER,
    })
    await expect(acquireModel({ dir: join(scratch, 'models'), endpoint, mvn })).rejects.toMatchObject({
      code: 'MODEL_HASH_MISMATCH',
    })
  })

  it('says what a Maven artifact lacks', async () => {
    answers = {}
    const mvn = await fakeMaven({ 'readme.txt': Buffer.from('x') })
    await expect(acquireModel({ dir: join(scratch, 'models'), endpoint, mvn })).rejects.toMatchObject({
      code: 'MODEL_NOT_FOUND',
      message: expect.stringContaining(`holds no ${JAR_ENTRIES['tokenizer.json']}`),
    })
  })
})

/** A client that copies a prepared jar to where Maven would put the artifact. */
async function fakeMaven(entries: Record<string, Uint8Array>): Promise<string> {
  await mkdir(join(scratch, 'bin'))
  const jar = join(scratch, 'bin', 'prepared.jar')
  await writeFile(jar, zipSync(entries))
  const command = join(scratch, 'bin', 'mvn')
  const script = `for word in "$@"; do case "$word" in -DoutputDirectory=*) cp '${jar}' "\${word#*=}/a.jar";; esac; done`
  await writeFile(command, `#!/bin/sh\n${script}\n`)
  await chmod(command, 0o755)
  return command
}
