/** Sectors named in the header: [MS-CFB] 2.2. */
const HEADER_ENTRIES = 109
const HEADER_BYTES = 512
const HEADER = { sectorShift: 30, firstOfSmallTable: 60, firstOfMore: 68, entries: 76 }

/**
 * Whether the chains of sectors of an OLE file come to an end. Readers that follow them would not, where damage has bent
 * one back on itself.
 */
export function hasSoundChains(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.length < HEADER_BYTES) return false
  const shift = bytes.readUInt16LE(HEADER.sectorShift)
  if (shift !== 9 && shift !== 12) return false
  const sector = (id: number): Buffer => bytes.subarray((id + 1) << shift, (id + 2) << shift)
  const tableSectors = tableSectorsOf(bytes, sector)
  if (tableSectors === null) return false
  const table = tableSectors.flatMap((id) => numbersOf(sector(id)))
  if (!endsEverywhere(table)) return false
  const smallTable: number[] = []
  for (let id = bytes.readInt32LE(HEADER.firstOfSmallTable); id >= 0 && id < table.length; id = table[id]!) {
    smallTable.push(...numbersOf(sector(id)))
  }
  return endsEverywhere(smallTable)
}

/** The sectors of the allocation table: the first in the header, more in sectors of their own. */
function tableSectorsOf(bytes: Buffer, sector: (id: number) => Buffer): number[] | null {
  const ids = numbersOf(bytes.subarray(HEADER.entries, HEADER.entries + HEADER_ENTRIES * 4))
  const seen = new Set<number>()
  let next = bytes.readInt32LE(HEADER.firstOfMore)
  while (next >= 0) {
    const entries = numbersOf(sector(next))
    if (seen.has(next) || entries.length === 0) return null
    seen.add(next)
    ids.push(...entries.slice(0, -1))
    next = entries.at(-1)!
  }
  return ids.filter((id) => id >= 0)
}

function numbersOf(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readInt32LE(index * 4))
}

function endsEverywhere(next: readonly number[]): boolean {
  /** 0 new, else the walk that came by. */
  const walked = new Int32Array(next.length)
  for (let start = 0; start < next.length; start++) {
    for (let at = start; at >= 0 && at < next.length; at = next[at]!) {
      if (walked[at] === start + 1) return false
      if (walked[at] !== 0) break
      walked[at] = start + 1
    }
  }
  return true
}
