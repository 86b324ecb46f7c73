import { createRequire } from 'node:module'

type PinyinPro = typeof import('pinyin-pro')
const known = new Map<string, readonly string[]>()
let pinyin: PinyinPro['pinyin'] | undefined

/** The readings of a character with tone marks: 行 → xíng, háng … The tables (1 MB) are loaded on first use. */
export function readingsOf(character: string): readonly string[] {
  pinyin ??= (createRequire(import.meta.url)('pinyin-pro') as PinyinPro).pinyin
  const readings = known.get(character) ?? pinyin(character, { multiple: true, type: 'array' })
  known.set(character, readings)
  return readings
}
