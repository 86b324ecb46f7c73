import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../ingest/normalise/normalise.ts'
import { readSource } from '../../ingest/read/readSource.ts'
import { findDates } from '../../src/text/dates.ts'

interface Gold {
  readonly file: string
  readonly document: {
    readonly title: string
    readonly number: string | null
    readonly issuers: readonly string[]
    readonly issuedOn: string | null
    readonly printedOn: string | null
    readonly recipients: readonly string[]
    readonly copiedTo: readonly string[]
  }
  readonly sections: readonly { readonly label: string; readonly title: string }[]
  readonly clauses: readonly {
    readonly label: string
    readonly title: string | null
    readonly head: string
    readonly tail: string
    readonly responsibilities: readonly { readonly agency: string }[]
    readonly targets: readonly { readonly quote: string }[]
  }[]
  readonly citations: readonly { readonly title: string | null; readonly number: string | null }[]
  readonly ledger?: readonly { readonly measure_head: string; readonly lead: readonly string[] }[]
}

const DOCUMENTS = new URL('../../seeds/documents/', import.meta.url)
const golds = readdirSync(new URL('./', import.meta.url))
  .filter((name) => name.endsWith('.gold.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Gold)

/** As `score.mjs` compares: compatibility forms and punctuation do not count. */
function fold(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')
}

async function read(file: string) {
  const source = await readSource({ name: file, bytes: readFileSync(new URL(file, DOCUMENTS)) })
  return { source, normal: normalise(source) }
}

const documents = await Promise.all(
  golds.map(async (gold) => [gold.file, gold, await read(gold.file)] as const),
)

describe.each(documents)('%s', (_, gold, { source, normal }) => {
  const lines = normal.text.split('\n')

  it('holds one paragraph a line and no traces of the page', () => {
    expect(lines.filter((line) => line.trim() === '')).toEqual([])
    const prose = lines.filter((line) => !line.includes('\t')).join('\n')
    expect(
      prose.match(/[ \u3000\u00a0][\p{Script=Han}，。]|[\p{Script=Han}，。][ \u3000\u00a0]/gu),
    ).toBeNull()
    expect(prose.match(/^[-—]*\d+[-—]*$/gm)).toBeNull()
    expect(prose.match(/[«»０-９]|\p{Script=Han}[,;:?!()]|[āáǎàēéěèīíǐìōóǒòūúǔù]/gu)).toBeNull()
  })

  it('begins a line with each section and clause', () => {
    const wanted = [
      ...gold.sections.map(({ label, title }) => `${label}、${title}`),
      ...gold.clauses.map(({ label, title }) => label + (title ?? '')),
    ]
    expect(wanted.filter((start) => !lines.some((line) => fold(line).startsWith(fold(start))))).toEqual([])
  })

  it('holds head and tail of each clause in one line with its agencies and targets', () => {
    const missing: string[] = []
    for (const { label, title, head, tail, responsibilities, targets } of gold.clauses) {
      const first = lines.findIndex((line) => fold(line).startsWith(fold(label + (title ?? ''))))
      // a clause may have several paragraphs: up to the next label
      const rest = lines
        .slice(first + 1)
        .findIndex((line) => /^（|^[一二三四五六七八九十]+、/.test(line) && !/^（责/.test(line))
      const paragraphs = lines.slice(first, rest < 0 ? undefined : first + 1 + rest).map(fold)
      const words = [
        head,
        tail,
        ...responsibilities.map(({ agency }) => agency),
        ...targets.map(({ quote }) => quote),
      ]
      for (const word of words) {
        if (!paragraphs.some((paragraph) => paragraph.includes(fold(word)))) missing.push(`${label} ${word}`)
      }
    }
    expect(missing).toEqual([])
  })

  it('holds title, number, issuers, recipients and dates', () => {
    const { title, number, issuers, recipients, copiedTo, issuedOn, printedOn } = gold.document
    expect(fold(normal.text)).toContain(fold(title))
    if (number !== null) expect(lines).toContain(number)
    const signatories = new Set([...lines, ...lines.slice(1).map((line, index) => lines[index]! + line)])
    expect(issuers.filter((issuer) => !signatories.has(issuer))).toEqual([])
    const recipientLine = lines.find((line) => line.endsWith('：')) ?? ''
    expect(recipients.filter((recipient) => !recipientLine.includes(recipient))).toEqual([])
    expect(copiedTo.filter((body) => !normal.text.includes(body))).toEqual([])
    const days = new Set(findDates(normal.text).map(({ date }) => date))
    expect([issuedOn, printedOn].filter((day) => day !== null && !days.has(day))).toEqual([])
  })

  it('holds what is cited and the measures of the ledger', () => {
    const folded = lines.map(fold)
    const wanted = [
      ...gold.citations.flatMap(({ title, number }) => [title ?? '', number ?? '']),
      ...(gold.ledger ?? []).flatMap(({ measure_head, lead }) => [measure_head, ...lead]),
    ]
    expect(wanted.filter((words) => !folded.some((line) => line.includes(fold(words))))).toEqual([])
  })

  it('changes nothing when run on its own result', () => {
    expect(normalise({ ...source, text: normal.text }).text).toBe(normal.text)
  })

  it('leads each range back to words that normalise to the same', () => {
    const repaired = normal.notices.filter(({ code }) => code.startsWith('normalise/gbk'))
    fc.assert(
      fc.property(fc.nat(normal.text.length - 1), fc.integer({ min: 8, max: 60 }), (from, length) => {
        const to = Math.min(from + length, normal.text.length)
        // a repair needs the characters around it
        fc.pre(!repaired.some(({ span }) => span!.start < to + 1 && from - 1 < span!.end))
        const range = normal.toSource({ start: from, end: to })
        const again = normalise({ ...source, text: source.text.slice(range.start, range.end) }).text
        // a bracket at the end of a cut has lost its partner
        expect(fold(again)).toContain(fold(normal.text.slice(from, to)).slice(1, -1))
      }),
      { numRuns: 300, seed: 20240718 },
    )
  })

  it('accounts for what it removed or repaired', () => {
    for (const { code, message, span } of normal.notices) {
      expect(code).toMatch(/^normalise\/[a-z-]+$/)
      expect(message).not.toBe('')
      expect(span!.source.end).toBeGreaterThan(span!.source.start)
      expect(span!.end).toBeLessThanOrEqual(normal.text.length)
    }
  })
})
