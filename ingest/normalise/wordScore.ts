import { createRequire } from 'node:module'

/** Rates simplified text by the frequency of words. */
export interface WordScore {
  /** How much a short text reads like Chinese: log-probability in nats, higher is better. */
  rate(text: string): number
  /** Whether a character is in use at all: more often than once in a million. */
  knows(character: string): boolean
}

/** Longest word looked up; longer ones add nothing to a window of a dozen characters. */
const LONGEST_WORD = 5
/** Log-probability of a character that no word holds. */
const UNKNOWN = -18
const RARE = -14
/** Log-probability of a sign: about that of a frequent word, so that it is neither sought nor shunned. */
const SIGN = -6

let cached: WeakRef<Map<string, number>> | undefined

/**
 * Log-probability of the best division into words, by word frequencies of jieba's dictionary (349,000 words). The
 * dictionary is read on first use and given back to the garbage collector afterwards: only damaged texts need it.
 */
export function wordScore(): WordScore {
  const lexicon = cached?.deref() ?? load()
  cached = new WeakRef(lexicon)
  return {
    rate: (text) => bestPath(text, lexicon),
    knows: (character) => (lexicon.get(character) ?? UNKNOWN) > RARE || isSign(character),
  }
}

function load(): Map<string, number> {
  const { dict } = createRequire(import.meta.url)('@node-rs/jieba/dict.js') as { dict: Uint8Array }
  const frequencies: (readonly [string, number])[] = []
  let total = 0
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const gap = line.indexOf(' ')
    if (gap <= 0) continue
    const frequency = Number.parseInt(line.slice(gap + 1), 10)
    total += frequency
    if (gap <= LONGEST_WORD) frequencies.push([line.slice(0, gap), frequency])
  }
  const lexicon = new Map<string, number>()
  for (const [word, frequency] of frequencies) lexicon.set(word, Math.log(Math.max(frequency, 0.5) / total))
  return lexicon
}

function bestPath(text: string, lexicon: ReadonlyMap<string, number>): number {
  const best = new Float64Array(text.length + 1).fill(Number.NEGATIVE_INFINITY)
  best[0] = 0
  for (let end = 1; end <= text.length; end++) {
    best[end] = best[end - 1]! + (lexicon.get(text[end - 1]!) ?? unknown(text[end - 1]!))
    for (let length = 2; length <= LONGEST_WORD && length <= end; length++) {
      const word = lexicon.get(text.slice(end - length, end))
      if (word !== undefined) best[end] = Math.max(best[end]!, best[end - length]! + word)
    }
  }
  return best[text.length]!
}

function unknown(character: string): number {
  return isSign(character) ? SIGN : UNKNOWN
}

function isSign(character: string): boolean {
  return /[，。、；：！“”（）《》\d]/.test(character)
}
