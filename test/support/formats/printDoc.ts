/** Bytes of a sector of an OLE file; a stream of 4096 and more lies in such sectors ([MS-CFB] 2.2). */
const SECTOR = 512
const SMALLEST_STREAM = 4096
const CHAIN = { end: -2, free: -1, table: -3 }
/** Where the text begins in the main stream, behind the file information block ([MS-DOC] 2.5.1). */
const TEXT_AT = 2048

/** A document of Word 97–2003 with one piece of text; `\r` ends a paragraph, `\x07` a cell. */
export function printDoc(text: string): Uint8Array {
  const words = Buffer.from(text, 'utf16le')
  const main = padded(TEXT_AT + words.length)
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt32LE(TEXT_AT, 0x18)
  main.writeUInt32LE(text.length, 0x4c)
  const pieces = Buffer.alloc(5 + 16)
  pieces.writeUInt8(2, 0)
  pieces.writeUInt32LE(16, 1)
  pieces.writeUInt32LE(text.length, 5 + 4)
  pieces.writeUInt32LE(TEXT_AT, 5 + 8 + 2)
  main.writeUInt32LE(0, 0x1a2)
  main.writeUInt32LE(pieces.length, 0x1a6)
  main.set(words, TEXT_AT)
  const table = padded(pieces.length)
  table.set(pieces)
  return packOle({ WordDocument: main, '0Table': table })
}

function padded(length: number): Buffer {
  return Buffer.alloc(Math.ceil(Math.max(length, SMALLEST_STREAM) / SECTOR) * SECTOR)
}

/** A compound file of streams of at least 4096 bytes. */
export function packOle(streams: Readonly<Record<string, Buffer>>): Uint8Array {
  const directory = Buffer.alloc(Math.ceil((Object.keys(streams).length + 1) / 4) * SECTOR)
  const chains: number[] = [CHAIN.table, CHAIN.end]
  entry(directory, 0, 'Root Entry', { type: 5, child: 1, start: CHAIN.end, size: 0 })
  const data: Buffer[] = []
  for (const [index, [name, stream]] of Object.entries(streams).entries()) {
    const last = index === Object.keys(streams).length - 1
    entry(directory, index + 1, name, {
      ...{ type: 2, right: last ? -1 : index + 2, start: chains.length, size: stream.length },
    })
    const count = stream.length / SECTOR
    for (let at = 1; at < count; at++) chains.push(chains.length + 1)
    chains.push(CHAIN.end)
    data.push(stream)
  }
  const table = Buffer.alloc(SECTOR, 0xff)
  if (chains.length > SECTOR / 4 || directory.length > SECTOR) throw new RangeError('too large for a test')
  for (const [at, next] of chains.entries()) table.writeInt32LE(next, at * 4)
  return Buffer.concat([header(), table, directory, ...data])
}

function header(): Buffer {
  const bytes = Buffer.alloc(SECTOR)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.writeUInt16LE(0x3e, 24)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeInt32LE(1, 44)
  bytes.writeInt32LE(1, 48)
  bytes.writeInt32LE(SMALLEST_STREAM, 56)
  bytes.writeInt32LE(CHAIN.end, 60)
  bytes.writeInt32LE(CHAIN.end, 68)
  bytes.fill(0xff, 76)
  bytes.writeInt32LE(0, 76)
  return bytes
}

function entry(
  directory: Buffer,
  index: number,
  name: string,
  {
    type,
    right = -1,
    child = -1,
    start,
    size,
  }: { type: number; right?: number; child?: number; start: number; size: number },
): void {
  const at = index * 128
  directory.write(name, at, 'utf16le')
  directory.writeUInt16LE((name.length + 1) * 2, at + 64)
  directory.writeInt8(type, at + 66)
  directory.writeInt8(1, at + 67)
  directory.writeInt32LE(-1, at + 68)
  directory.writeInt32LE(right, at + 72)
  directory.writeInt32LE(child, at + 76)
  directory.writeInt32LE(start, at + 116)
  directory.writeInt32LE(size, at + 120)
}
