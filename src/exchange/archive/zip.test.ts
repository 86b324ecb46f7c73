import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seededRandom } from '../../../test/support/bundle.ts'
import type { Zip64Limits } from './zipLayout.ts'
import { ZipReader } from './zipReader.ts'
import { ZipWriter } from './zipWriter.ts'

const noise = Buffer.from(Array.from({ length: 5_000 }, seededRandom(1)).map((figure) => figure * 256))
const FILES: Record<string, Uint8Array> = {
  'documents/cn/990100/甲政发/2024/12/document.json': Buffer.from('{"甲":1}'.repeat(400)),
  'documents/cn/990100/甲政发/2024/12/vectors.f32': noise,
  empty: new Uint8Array(),
  'manifest.json': Buffer.from('{}\n'),
}
/** Every figure counts as too large for a plain ZIP file. */
const TINY: Zip64Limits = { offset: 1, count: 1 }

let folder: string
let file: FileHandle | null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengmai-zip-'))
  file = null
})
afterEach(async () => {
  await file?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function write(limits?: Zip64Limits): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const writer = new ZipWriter(async (bytes) => void pieces.push(Uint8Array.from(bytes)), limits)
  for (const [name, bytes] of Object.entries(FILES)) await writer.add(name, bytes, !name.endsWith('.f32'))
  await writer.finish()
  return Buffer.concat(pieces)
}

async function openBytes(bytes: Uint8Array): Promise<ZipReader> {
  const path = join(folder, 'a.zip')
  writeFileSync(path, bytes)
  await file?.close()
  file = await open(path, 'r')
  return ZipReader.open(file)
}

async function readAll(reader: ZipReader): Promise<Record<string, Uint8Array>> {
  const found: Record<string, Uint8Array> = {}
  for (const name of reader.entries.keys()) found[name] = Uint8Array.from(await reader.read(name))
  await reader.checkDigest()
  return found
}

const EXPECTED = Object.fromEntries(
  Object.entries(FILES).map(([name, bytes]) => [name, Uint8Array.from(bytes)]),
)

describe.each([
  ['a plain ZIP file', undefined],
  ['a ZIP64 file', TINY],
])('%s', (_, limits) => {
  it('is read by another program', async () => {
    const found = unzipSync(await write(limits))
    expect(Object.keys(found)).toEqual(Object.keys(FILES))
    for (const [name, bytes] of Object.entries(found)) expect(Uint8Array.from(bytes)).toEqual(EXPECTED[name])
  })

  it('is read back', async () => {
    expect(await readAll(await openBytes(await write(limits)))).toEqual(EXPECTED)
  })

  it('has the same bytes each time', async () => {
    expect((await write(limits)).equals(await write(limits))).toBe(true)
  })

  it('is found damaged wherever a byte is changed, one after the other', async () => {
    const whole = await write(limits)
    const accepted: number[] = []
    const step = 7
    const places = Array.from({ length: Math.ceil(whole.length / step) }, (_, i) => i * step)
    for (const place of places) {
      const changed = Buffer.from(whole)
      changed[place] = whole[place]! ^ 0x20
      const isRead = await openBytes(changed)
        .then(readAll)
        .then(
          () => true,
          (error: { code?: string }) => error.code !== 'ARCHIVE_DAMAGED',
        )
      if (isRead) accepted.push(place)
    }
    expect(accepted).toEqual([])
  })

  it.each([0, 1, 21, 22, 3_000, -1, -30, -200])('is found damaged when cut at %i', async (end) => {
    const whole = await write(limits)
    await expect(openBytes(whole.subarray(0, end))).rejects.toMatchObject({ code: 'ARCHIVE_DAMAGED' })
  })
})

it('reads what another program packed anew', async () => {
  expect(await readAll(await openBytes(zipSync(FILES)))).toEqual(EXPECTED)
})

it('names the entry whose content was changed', async () => {
  const whole = await write()
  const changed = Buffer.from(whole)
  changed[whole.indexOf(noise.subarray(0, 40)) + 17]! ^= 1
  const reader = await openBytes(changed)
  const name = 'documents/cn/990100/甲政发/2024/12/vectors.f32'
  await expect(reader.read(name)).rejects.toMatchObject({ code: 'ARCHIVE_DAMAGED', details: { entry: name } })
})

it('does not unpack more than an entry says', async () => {
  const whole = Buffer.from(zipSync({ a: new Uint8Array(1_000_000) }))
  // the size in the directory: 46 + 1 bytes before the end record
  whole.writeUInt32LE(10, whole.length - 22 - 47 + 24)
  await expect((await openBytes(whole)).read('a')).rejects.toMatchObject({ code: 'ARCHIVE_DAMAGED' })
})
