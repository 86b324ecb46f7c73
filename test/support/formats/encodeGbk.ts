let codes: Map<string, readonly [number, number]> | undefined

/** Encodes in GBK by inverting the platform's decoder; what GBK lacks becomes a question mark. */
export function encodeGbk(text: string): Uint8Array {
  codes ??= invert()
  const table = codes
  return Uint8Array.from(
    [...text].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : [...(table.get(c) ?? [0x3f])])),
  )
}

function invert(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && !table.has(character)) table.set(character, [lead, trail])
    }
  }
  return table
}
