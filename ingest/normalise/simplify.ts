import type { Edit } from '../../src/text/edits.ts'
import { toSimplified } from '../../src/text/simplified.ts'
import { linesOf } from './lines.ts'
import { NOTHING, type Step } from './step.ts'

/** More changed characters than that and a text is Traditional; simplified texts stay below 0.1 %. */
const TRADITIONAL_SHARE = 0.05
/** Characters at the head of a text by which its script is told. */
const SAMPLE = 6000

const HAN = /\p{Script=Han}/gu

/** Brings a text in Traditional characters to simplified ones; leaves a simplified text alone. */
export const simplify: Step = {
  name: 'simplify',
  run(text) {
    const sample = text.slice(0, SAMPLE)
    const han = sample.match(HAN)?.length ?? 0
    if (han === 0 || changedCharacters(sample, toSimplified(sample)) <= han * TRADITIONAL_SHARE)
      return NOTHING
    const edits: Edit[] = []
    for (const line of linesOf(text)) collect(edits, line.start, line.raw, toSimplified(line.raw))
    return { edits, notices: [] }
  },
}

function changedCharacters(before: string, after: string): number {
  let changed = 0
  for (let at = 0; at < before.length; at++) if (before[at] !== after[at]) changed += 1
  return changed
}

/** One edit a changed character; where the length differs, one edit for all between the common ends. */
function collect(edits: Edit[], offset: number, before: string, after: string): void {
  if (before === after) return
  const from = [...before]
  const to = [...after]
  if (from.length !== to.length) {
    edits.push(difference(offset, before, after))
    return
  }
  let at = offset
  for (const [index, character] of from.entries()) {
    const end = at + character.length
    if (to[index] !== character) edits.push({ start: at, end, insert: to[index]! })
    at = end
  }
}

function difference(offset: number, before: string, after: string): Edit {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  const room = Math.min(before.length, after.length) - head
  while (tail < room && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  return {
    start: offset + head,
    end: offset + before.length - tail,
    insert: after.slice(head, after.length - tail),
  }
}
