import { foldKey } from '../../text/fold.ts'
import { bigrams, containment } from '../../text/similarity.ts'

/** Share of common character pairs, seen from either side, from which two clauses count as saying the same. */
const NEARLY_EQUAL = 0.9
/** Shorter ones are headings or formulas: they count as the same only where they are equal (folded characters). */
const SHORTEST = 30
/** What turns the meaning of the same words: figures and negations. */
const TURNING =
  /\d+(?:[.,]\d+)*|[一二三四五六七八九十百千万亿两]+|不得|不予|不再|禁止|严禁|除外|免|未|非|无/gu

/** A text prepared for comparing it with many. */
export interface Wording {
  readonly key: string
  /** Its figures and negations, in order: texts that differ in these say different things. */
  readonly turning: string
  readonly pairs: () => ReadonlySet<string>
}

export function wordingOf(text: string): Wording {
  const key = foldKey(text)
  let pairs: ReadonlySet<string> | undefined
  return {
    key,
    turning: (text.normalize('NFKC').match(TURNING) ?? []).join(' '),
    pairs: () => {
      pairs ??= bigrams(key)
      return pairs
    },
  }
}

/** Common wording of two clauses that say the same, 0.9 to 1 (equal but for punctuation and widths); null where they do not. */
export function likenessOf(one: Wording, other: Wording): number | null {
  if (one.key === other.key) return one.key === '' ? null : 1
  const [short, long] = [one.key.length, other.key.length].sort((a, b) => a - b) as [number, number]
  if (short < SHORTEST || short / long < NEARLY_EQUAL || one.turning !== other.turning) return null
  const likeness = Math.min(containment(one.pairs(), other.pairs()), containment(other.pairs(), one.pairs()))
  return likeness >= NEARLY_EQUAL ? likeness : null
}

export interface Group {
  /** The best ranked. */
  readonly id: string
  /** The others that say the same, best first. */
  readonly others: readonly { readonly id: string; readonly likeness: number }[]
}

/**
 * Texts that say the same put together under the best ranked one: each joins the first group whose head it is like.
 * @param texts by id, best first
 */
export function groupAlike(texts: ReadonlyMap<string, string>): readonly Group[] {
  const groups: { id: string; wording: Wording; others: { id: string; likeness: number }[] }[] = []
  const heads = new Map<string, typeof groups>()
  for (const [id, text] of texts) {
    const wording = wordingOf(text)
    const alike = firstAlike(heads.get(wording.turning) ?? [], wording)
    if (alike !== null) {
      alike.group.others.push({ id, likeness: alike.likeness })
      continue
    }
    const group = { id, wording, others: [] }
    groups.push(group)
    heads.set(wording.turning, [...(heads.get(wording.turning) ?? []), group])
  }
  return groups.map(({ id, others }) => ({ id, others }))
}

function firstAlike<G extends { readonly wording: Wording }>(
  groups: readonly G[],
  wording: Wording,
): { readonly group: G; readonly likeness: number } | null {
  for (const group of groups) {
    const likeness = likenessOf(group.wording, wording)
    if (likeness !== null) return { group, likeness }
  }
  return null
}
