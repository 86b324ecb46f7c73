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

/** Log-probabilities of words, and the last two characters of each word that has two. */
interface Lexicon {
  readonly words: ReadonlyMap<string, number>
  readonly endings: ReadonlySet<string>
}

let cached: WeakRef<Lexicon> | undefined

/**
 * Log-probability of the best division into words, by word frequencies of jieba's dictionary (349,000 words). The
 * dictionary is read on first use and given back to the garbage collector afterwards: only damaged texts need it.
 */
export function wordScore(): WordScore {
  const lexicon = cached?.deref() ?? load()
  cached = new WeakRef(lexicon)
  return {
    rate: createRater(lexicon),
    knows: (character) => (lexicon.words.get(character) ?? UNKNOWN) > RARE || isSign(character),
  }
}

function load(): Lexicon {
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
  const words = new Map<string, number>()
  const endings = new Set<string>()
  for (const [word, frequency] of frequencies) {
    words.set(word, Math.log(Math.max(frequency, 0.5) / total))
    if (word.length > 1) endings.add(word.slice(-2))
  }
  return { words, endings }
}

/** Best division of one text after another; what a text shares with the beginning of the last one is not rated anew. */
function createRater({ words, endings }: Lexicon): (text: string) => number {
  let last = ''
  let best = new Float64Array(64)
  const rateUpTo = (text: string, end: number): number => {
    let score = best[end - 1]! + (words.get(text[end - 1]!) ?? unknown(text[end - 1]!))
    // most guesses end no word here: one look instead of four
    if (!endings.has(text.slice(end - 2, end))) return score
    for (let length = 2; length <= LONGEST_WORD && length <= end; length++) {
      const word = words.get(text.slice(end - length, end))
      if (word !== undefined) score = Math.max(score, best[end - length]! + word)
    }
    return score
  }
  return (text) => {
    if (text.length >= best.length) {
      best = new Float64Array(2 * text.length)
      last = ''
    }
    for (let end = commonLength(last, text) + 1; end <= text.length; end++) best[end] = rateUpTo(text, end)
    last = text
    return best[text.length]!
  }
}

function commonLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function unknown(character: string): number {
  return isSign(character) ? SIGN : UNKNOWN
}

function isSign(character: string): boolean {
  return /[，。、；：！“”（）《》\d]/.test(character)
}
