/** The two-byte characters of GBK, both ways, by the platform's own decoder. */
export interface GbkTable {
  /** The character of a byte pair; undefined where the pair stands for none, or for one of private use, which was lost. */
  decode(lead: number, trail: number): string | undefined
  /** The byte pair of a character; undefined for ASCII and for what GBK lacks. */
  encode(character: string): readonly [lead: number, trail: number] | undefined
  /** Byte pairs that stand for no character: text that was read as such has lost them without a trace. */
  readonly lost: readonly (readonly [lead: number, trail: number])[]
}

let table: GbkTable | undefined

/** Built on first use. */
export function gbkTable(): GbkTable {
  table ??= build()
  return table
}

function build(): GbkTable {
  const decoder = new TextDecoder('gb18030')
  const characters = new Map<number, string>()
  const codes = new Map<string, readonly [number, number]>()
  const lost: (readonly [number, number])[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (/^[^\ufffd\ue000-\uf8ff]$/.test(character)) {
        characters.set(lead * 256 + trail, character)
        codes.set(character, [lead, trail])
      } else {
        lost.push([lead, trail])
      }
    }
  }
  return {
    decode: (lead, trail) => characters.get(lead * 256 + trail),
    encode: (character) => codes.get(character),
    lost,
  }
}
