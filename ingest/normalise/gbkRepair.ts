import type { TextRange } from '../../src/domain/span.ts'
import { toSimplified } from '../../src/text/simplified.ts'
import { gbkTable } from './gbkBytes.ts'
import { readingsOf } from './readings.ts'
import { wordScore } from './wordScore.ts'

/** What stood at a damaged place. */
export interface Repair extends TextRange {
  readonly fixed: string
  /** Every byte of it is known; else some were inferred from the words around. */
  readonly exact: boolean
  /** Nats by which it leads the next candidate; infinite where there is none. */
  readonly margin: number
}

interface Candidate {
  readonly fixed: string
  readonly exact: boolean
  readonly penalty: number
}

/** The shift ends within a clause; a longer run is something else. */
const LONGEST_RUN = 24
/** Characters on either side that take part in the rating. */
const CONTEXT = 4
/** For each byte pair that has to be assumed, in nats. */
const GAP_PENALTY = 1
/** For letters and signs that official Chinese does not use inside words. */
const FOREIGN_PENALTY = 15
const FOREIGN = /[\u0370-\u03ff\u0400-\u04ff\u3040-\u30ff\u3100-\u312f\u2460-\u24ff\u2500-\u25ff]/u

const RUBY = /[(（][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zü]*[)）]/gu
const RUBY_AHEAD = /^[(（]([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zü]*)[)）]/u

/**
 * Repairs a run of characters that is shifted by a byte.
 * @param at offset of the `?`
 * @param syllable the reading that was put there
 * @param resume offset of the first shifted character, behind the syllable's bracket
 */
export function repairShifted(text: string, at: number, syllable: string, resume: number): Repair | null {
  const { encode } = gbkTable()
  const before = text.slice(Math.max(0, at - 40), at).replace(RUBY, '')
  const lead = encode(before.slice(-1))?.[1]
  if (lead === undefined) return null
  const run = shiftedRun(text, resume)
  if (run === null) return null
  const reading = RUBY_AHEAD.exec(text.slice(run.end))?.[1] ?? null
  const followers = run.sign === null ? [] : charactersRead(text, run.sign.reading)
  const candidates = swallowedBytes(lead, syllable).flatMap((byte) =>
    run.sign === null
      ? shiftedCandidates(byte, run, reading)
      : signCandidates(byte, run, run.sign.mark, followers),
  )
  return choose(text, { start: at, end: run.end }, candidates)
}

/**
 * Repairs two characters across whose border a full-width sign was replaced: `出?!?` was 出海” with 海 = BA A3 and
 * ” = A1 B1, and A3 A1 is a full-width exclamation mark.
 */
export function repairLostSign(text: string, at: number, sign: string): Repair | null {
  const { decode } = gbkTable()
  const code = 0x80 + sign.charCodeAt(0)
  const { knows } = wordScore()
  const opened = openQuote(text, at)
  const firsts: string[] = []
  const seconds: string[] = []
  for (let byte = 0x40; byte <= 0xfe; byte++) {
    const first = byte >= 0x81 ? decode(byte, 0xa3) : undefined
    if (first !== undefined && /\p{Script=Han}/u.test(first) && knows(simplifiedCharacter(first)))
      firsts.push(first)
    const second = decode(code, byte)
    if (second !== undefined && fits(second, opened) && knows(simplifiedCharacter(second)))
      seconds.push(second)
  }
  const candidates = firsts.flatMap((first) =>
    seconds.map((second) => ({ fixed: first + second, exact: false, penalty: 0 })),
  )
  return choose(text, { start: at, end: at + 3 }, candidates)
}

/** Inside a quotation the only sign that can follow is its end; elsewhere a character or a usual sign. */
function fits(character: string, opened: boolean): boolean {
  if (/\p{Script=Han}/u.test(character)) return true
  return opened ? character === '”' : /[、。“《》]/.test(character)
}

function openQuote(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at)
  return line.lastIndexOf('“') > line.lastIndexOf('”')
}

/** Characters that are shifted, with what ends them: an ASCII byte, or a full-width sign replaced later. */
interface ShiftedRun {
  readonly characters: readonly string[]
  readonly end: number
  /** Code of the ASCII byte that is the last byte of the last character. */
  readonly tail: number
  /** `?,?duì)`: a sign, then a whole character of this reading. */
  readonly sign: { readonly mark: string; readonly reading: string } | null
}

function shiftedRun(text: string, resume: number): ShiftedRun | null {
  const characters: string[] = []
  for (let place = resume; place < text.length && characters.length <= LONGEST_RUN; place++) {
    const character = text[place]!
    if (character === '?') {
      const sign = /^\?([,!:;])\?([^\s()?]{1,6})\)/.exec(text.slice(place, place + 12))
      if (sign === null) return null
      const end = place + sign[0].length
      return { characters, end, tail: 0, sign: { mark: sign[1]!, reading: sign[2]! } }
    }
    const code = character.charCodeAt(0)
    if (code < 0x80) {
      return code >= 0x40 && code <= 0x7e ? { characters, end: place + 1, tail: code, sign: null } : null
    }
    characters.push(character)
  }
  return null
}

/** The first bytes that were taken for the second half of a Traditional character with the given reading. */
function swallowedBytes(lead: number, syllable: string): number[] {
  const { decode } = gbkTable()
  const bytes: number[] = []
  for (let byte = 0x81; byte <= 0xfe; byte++) {
    const character = decode(lead, byte)
    if (character === undefined || simplifiedCharacter(character) === character) continue
    if (readingsOf(character).includes(syllable)) bytes.push(byte)
  }
  return bytes
}

function bytesOf(characters: readonly string[]): number[] | null {
  const bytes: number[] = []
  for (const character of characters) {
    const pair = gbkTable().encode(character)
    if (pair === undefined) return null
    bytes.push(...pair)
  }
  return bytes
}

/** All readings of the run, as it stands and with one lost byte pair at each border. */
function shiftedCandidates(first: number, run: ShiftedRun, reading: string | null): Candidate[] {
  const known = bytesOf(run.characters)
  if (known === null) return []
  const whole = [first, ...known, run.tail]
  const candidates: Candidate[] = []
  const asItStands = decodePairs(whole)
  if (asItStands !== null) candidates.push({ fixed: asItStands, exact: true, penalty: 0 })
  for (let border = 1; border < whole.length; border += 2) {
    for (const fixed of bridged(whole, border)) candidates.push({ fixed, exact: false, penalty: GAP_PENALTY })
  }
  return candidates.filter(({ fixed }) => reading === null || readingsOf(fixed.slice(-1)).includes(reading))
}

/** The run with a lost pair put in at an odd offset: its bytes end one character and begin the next. */
function bridged(bytes: readonly number[], border: number): string[] {
  const { decode, lost } = gbkTable()
  const head = decodePairs(bytes.slice(0, border - 1))
  const rest = decodePairs(bytes.slice(border + 1))
  if (head === null || rest === null) return []
  const { knows } = wordScore()
  const found: string[] = []
  for (const [trail, lead] of lost) {
    const ending = decode(bytes[border - 1]!, trail)
    const beginning = decode(lead, bytes[border]!)
    if (ending === undefined || beginning === undefined) continue
    // thousands of guesses hold a character that nobody writes
    if (!knows(simplifiedCharacter(ending)) || !knows(simplifiedCharacter(beginning))) continue
    found.push(head + ending + beginning + rest)
  }
  return found
}

/** The run up to a lost sign: its last byte is unknown, then the sign, then a whole character known by its reading. */
function signCandidates(
  first: number,
  run: ShiftedRun,
  mark: string,
  followers: readonly string[],
): Candidate[] {
  const known = bytesOf(run.characters)
  if (known === null) return []
  const fullWidth = String.fromCharCode(mark.charCodeAt(0) + 0xfee0)
  const candidates: Candidate[] = []
  for (let byte = 0x40; byte <= 0xfe; byte++) {
    const fixed = decodePairs([first, ...known, byte])
    if (fixed === null) continue
    for (const follower of followers)
      candidates.push({ fixed: fixed + fullWidth + follower, exact: false, penalty: 0 })
  }
  return candidates
}

/** Characters that bear this reading as ruby elsewhere in the text: the same program annotated them. */
function charactersRead(text: string, reading: string): string[] {
  const ruby = new RegExp(`(\\p{Script=Han})[(（]${reading}[)）]`, 'gu')
  return [...new Set(Array.from(text.matchAll(ruby), (match) => match[1]!))]
}

function decodePairs(bytes: readonly number[]): string | null {
  if (bytes.length % 2 !== 0) return null
  let text = ''
  for (let index = 0; index < bytes.length; index += 2) {
    const character = gbkTable().decode(bytes[index]!, bytes[index + 1]!)
    if (character === undefined) return null
    text += character
  }
  return text
}

function choose(text: string, range: TextRange, candidates: readonly Candidate[]): Repair | null {
  const score = wordScore()
  const before = text
    .slice(Math.max(0, range.start - 60), range.start)
    .replace(RUBY, '')
    .slice(-CONTEXT)
  const after = text
    .slice(range.end, range.end + 60)
    .replace(RUBY, '')
    .slice(0, CONTEXT)
  let best: (Candidate & { score: number }) | undefined
  let second = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    const foreign = FOREIGN.test(candidate.fixed) ? FOREIGN_PENALTY : 0
    const rated = score.rate(toSimplified(before + candidate.fixed + after)) - candidate.penalty - foreign
    if (best === undefined || rated > best.score) {
      second = best?.score ?? second
      best = { ...candidate, score: rated }
    } else if (rated > second && candidate.fixed !== best.fixed) {
      second = rated
    }
  }
  if (best === undefined) return null
  return { ...range, fixed: best.fixed, exact: best.exact, margin: best.score - second }
}

const simplified = new Map<string, string>()

function simplifiedCharacter(character: string): string {
  const known = simplified.get(character) ?? toSimplified(character)
  simplified.set(character, known)
  return known
}
