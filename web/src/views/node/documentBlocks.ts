import type { Mark } from '../../components/markText.ts'

/** A stretch of a document as it is shown; together the blocks hold the whole text, in order. */
export type Block =
  | {
      readonly kind: 'section' | 'annex'
      readonly id: string
      readonly depth: number
      readonly start: number
      readonly end: number
      readonly words: string
    }
  | { readonly kind: 'clause'; readonly id: string; readonly start: number; readonly end: number }
  | { readonly kind: 'prose' | 'ledger'; readonly start: number; readonly end: number }

interface Placed {
  readonly id: string
  readonly span: { readonly start: number; readonly end: number }
}

export interface Headed extends Placed {
  readonly label: string
  readonly title: string | null
  /** Id of the section that it stands in. */
  readonly parent?: { readonly id: string } | null
}

export interface Parts {
  readonly sections: readonly Headed[]
  readonly annexes: readonly Headed[]
  readonly clauses: readonly Placed[]
  readonly ledger: readonly Placed[]
}

/** A first line is all heading where it holds little but label and title. */
const BESIDES_HEADING = 6

/** Cuts the text at its headings and clauses; what stands between them is prose, or the table of a ledger. */
export function cutIntoBlocks(text: string, { sections, annexes, clauses, ledger }: Parts): readonly Block[] {
  const depths = depthsOf(sections)
  const heads = [
    ...sections.map((part) => headOf(text, part, 'section' as const, depths.get(part.id) ?? 0)),
    ...annexes.map((part) => headOf(text, part, 'annex' as const, 0)),
  ]
  const bodies = clauses.map<Block>(({ id, span }) => ({ kind: 'clause', id, ...range(span) }))
  const fixed = [...heads, ...bodies].sort((a, b) => a.start - b.start || rank(a) - rank(b))
  const blocks: Block[] = []
  let at = 0
  for (const block of fixed) {
    // what overlaps with a block before it keeps its place, without its words twice
    const start = Math.max(at, block.start)
    if (start > at) addBetween(blocks, text, at, start, ledger)
    blocks.push({ ...block, start, end: Math.max(start, block.end) })
    at = Math.max(at, block.end)
  }
  addBetween(blocks, text, at, text.length, ledger)
  return blocks
}

function headOf(text: string, part: Headed, kind: 'section' | 'annex', depth: number): Block & Placed {
  const { start } = part.span
  const lineEnd = text.indexOf('\n', start)
  const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd)
  const title = part.title ?? ''
  const all = kind === 'annex' || line.length <= part.label.length + title.length + BESIDES_HEADING
  const words = kind === 'annex' || !all ? [part.label, title].filter(Boolean).join(' ') : line.trim()
  let end = all ? start + line.length : start
  // the title of an annex stands on the line below its label
  if (kind === 'annex' && title !== '' && text.startsWith(`\n${title}`, end)) end += 1 + title.length
  return { kind, id: part.id, depth, start, end, words, span: part.span }
}

function depthsOf(sections: readonly Headed[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  for (const { id, parent } of sections) depths.set(id, parent == null ? 0 : (depths.get(parent.id) ?? 0) + 1)
  return depths
}

function rank(block: Block): number {
  return block.kind === 'annex' ? 0 : block.kind === 'section' ? 1 : 2
}

function range({ start, end }: Placed['span']): { readonly start: number; readonly end: number } {
  return { start, end }
}

function addBetween(
  blocks: Block[],
  text: string,
  start: number,
  end: number,
  ledger: readonly Placed[],
): void {
  if (text.slice(start, end).trim() === '') return
  const holdsRows = ledger.some(({ span }) => span.start >= start && span.end <= end)
  blocks.push({ kind: holdsRows ? 'ledger' : 'prose', start, end })
}

/** How a line of prose is set, as in print: what it is by the fields that were read in it. */
export type Shape = 'title' | 'number' | 'recipients' | 'signature'

const SHAPES: Readonly<Record<string, Shape>> = {
  title: 'title',
  number: 'number',
  recipients: 'recipients',
  issuedOn: 'signature',
}

/** @returns the shape of the line at these offsets; undefined for a common paragraph */
export function shapeOf(fields: readonly Mark[], start: number, end: number): Shape | undefined {
  for (const field of fields) {
    const shape = SHAPES[field.id.replace(/^field /, '').replace(/ \d+$/, '')]
    if (shape === undefined || field.start >= end || field.end <= start) continue
    const covered = Math.min(end, field.end) - Math.max(start, field.start)
    // a date within a sentence does not make it a signature
    if (shape === 'recipients' ? field.start === start : covered >= (end - start) * 0.6) return shape
  }
  return undefined
}
