import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MODEL_ID, type ModelFileName, PINNED_FILES } from './modelFiles.ts'

/** Until the first bytes of an answer (ms): a firewall that swallows packets must not hold up the start. */
const CONNECT_TIMEOUT = 5_000
/** Longest silence in a running download (ms). */
const STALL_TIMEOUT = 30_000
/** A serialised ONNX model begins with its field 1, `ir_version`; an error page or a pointer file does not. */
const ONNX_FIRST_BYTE = 0x08

/** Bytes so far over all files of one source; `total` is null where nobody said. */
export type ByteProgress = (received: number, total: number | null) => void

/**
 * Downloads the model's files into `part`.
 * @returns the digest of each file
 * @throws Error with a message for people; nothing is retried
 */
export async function downloadFromHub(
  endpoint: string,
  part: string,
  progress: ByteProgress,
): Promise<Map<ModelFileName, string>> {
  const digests = new Map<ModelFileName, string>()
  const total = PINNED_FILES.reduce((sum, pin) => sum + pin.bytes, 0)
  let before = 0
  for (const pin of PINNED_FILES) {
    const url = `${endpoint.replace(/\/+$/, '')}/${MODEL_ID}/resolve/main/${pin.name}`
    const target = join(part, pin.name)
    const { sha256, bytes } = await download(url, target, (received) => progress(before + received, total))
    before += bytes
    await assertPlausible(pin.name, target, url)
    digests.set(pin.name, sha256)
  }
  return digests
}

async function download(
  url: string,
  target: string,
  progress: (received: number) => void,
): Promise<{ sha256: string; bytes: number }> {
  const abort = new AbortController()
  let timer = setTimeout(
    () => abort.abort(new Error(`no answer within ${CONNECT_TIMEOUT} ms`)),
    CONNECT_TIMEOUT,
  )
  try {
    const response = await fetch(url, { signal: abort.signal })
    if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`)
    const hash = createHash('sha256')
    let bytes = 0
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        clearTimeout(timer)
        timer = setTimeout(() => abort.abort(new Error(`no data for ${STALL_TIMEOUT} ms`)), STALL_TIMEOUT)
        hash.update(chunk)
        bytes += chunk.length
        progress(bytes)
        done(null, chunk)
      },
    })
    await pipeline(Readable.fromWeb(response.body as never), meter, createWriteStream(target), {
      signal: abort.signal,
    })
    return { sha256: hash.digest('hex'), bytes }
  } catch (error) {
    throw new Error(`${url}: ${reasonOf(abort.signal.aborted ? abort.signal.reason : error)}`, {
      cause: error,
    })
  } finally {
    clearTimeout(timer)
  }
}

/** Weights with an unknown digest are taken with a warning, a page of a portal in their place is not. */
async function assertPlausible(name: ModelFileName, path: string, url: string): Promise<void> {
  const bytes = await readFile(path)
  if (name === 'tokenizer.json') {
    try {
      JSON.parse(bytes.toString('utf8'))
    } catch (cause) {
      throw new Error(`${url}: not JSON`, { cause })
    }
  } else if (bytes[0] !== ONNX_FIRST_BYTE) throw new Error(`${url}: not an ONNX model`)
}

/** The innermost message: `fetch failed` alone helps nobody. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return reasonOf(error.cause)
  const code = 'code' in error ? String(error.code) : ''
  return error.message === '' ? code || error.name : error.message
}
