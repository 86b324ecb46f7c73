import type { TextRange } from '../src/domain/span.ts'
import { LEVEL_NAMES } from '../src/domain/vocabulary.ts'
import type { Gazetteer } from '../src/text/gazetteer.ts'
import type { ClauseFacts } from './extract/extract.ts'
import type { ReadDocument } from './readDocument.ts'
import { type CitationFact, type Outline, spanOf, type TargetFact } from './values.ts'

/** What `zhengmai parse FILE` prints: the public contract of the parser, with the span of every fact. */
export function printParsed(document: ReadDocument, gazetteer: Gazetteer): object {
  const { facts, agencies, source } = document
  const { outline } = facts
  const print = createPrinter(outline)
  const cited = [
    ...facts.citations.map((citation) => ({ citation, clause: null })),
    ...facts.clauses.flatMap(({ citations }, i) =>
      citations.map((citation) => ({ citation, clause: i + 1 })),
    ),
  ]
  return {
    document: printDocument(document, gazetteer, print),
    sections: outline.sections.map(({ node, parent }) => ({
      label: node.label,
      title: node.title === null ? null : print.words(node.title),
      parent: parent === null ? null : outline.sections[parent]?.node.label,
      span: print.span(node.range),
    })),
    clauses: facts.clauses.map((clause, i) => printClause(clause, i, document, print)),
    sectionTargets: facts.sectionTargets.map(({ section, targets }) => ({
      section: outline.sections[section]?.node.label ?? null,
      targets: targets.flatMap((target) => printEnds(target, print)),
    })),
    annexTargets: facts.annexTargets.map(({ annex, targets }) => ({
      annex: outline.annexes[annex]?.label ?? null,
      targets: targets.flatMap((target) => printEnds(target, print)),
    })),
    citations: cited
      .filter(({ citation }) => citation.naming === undefined)
      .map(({ citation, clause }) => printCitation(citation, clause, print)),
    mentions: [
      ...facts.mentions.map(({ words, clause, range }) => ({ clause, words, span: print.span(range) })),
      ...cited
        .filter(({ citation }) => citation.naming !== undefined)
        .map((each) => printMention(each, print)),
    ],
    ...(facts.ledger.length === 0
      ? {}
      : {
          ledger: facts.ledger.map(({ clause, range, ...row }) => ({
            ...row,
            clause: clause === null ? null : clause + 1,
            span: print.span(range),
          })),
        }),
    notices: [...source.notices, ...outline.normal.notices, ...facts.notices],
    agencies: Object.fromEntries([...agencies].map(([printed, { agency }]) => [printed, agency.id])),
    text: outline.normal.text,
  }
}

type Printer = ReturnType<typeof createPrinter>

function createPrinter({ normal }: Outline) {
  const words = (range: TextRange) => normal.text.slice(range.start, range.end)
  const span = (range: TextRange) => ({ ...spanOf(normal, range.start, range.end), quote: words(range) })
  return {
    words,
    span,
    spanOf: (read: { range: TextRange } | null) => (read === null ? null : span(read.range)),
  }
}

function printDocument({ facts }: ReadDocument, gazetteer: Gazetteer, print: Printer) {
  const d = facts.document
  return {
    title: d.title?.value ?? null,
    number: d.number?.value ?? null,
    issuers: d.issuers.map(({ value }) => value),
    jurisdiction: d.place === null ? [] : gazetteer.pathNames(d.place),
    level: d.level === null ? null : LEVEL_NAMES[d.level],
    kind: d.kind,
    carriedTitle: d.carriedTitle?.value ?? null,
    issuedOn: d.issuedOn?.value ?? null,
    printedOn: d.printedOn?.value ?? null,
    publishedOn: d.publishedOn?.value ?? null,
    effectiveFrom: d.effectiveFrom?.value ?? null,
    effectiveUntil: d.effectiveUntil?.value ?? null,
    recipients: d.recipients.map(({ value }) => value),
    copiedTo: d.copiedTo.map(({ value }) => value),
    elements: d.elements.map(({ name, value, range }) => ({ name, value, span: print.span(range) })),
    spans: {
      title: print.spanOf(d.title),
      number: print.spanOf(d.number),
      issuers: d.issuers.map(print.spanOf),
      carriedTitle: print.spanOf(d.carriedTitle),
      issuedOn: print.spanOf(d.issuedOn),
      printedOn: print.spanOf(d.printedOn),
      publishedOn: print.spanOf(d.publishedOn),
      effectiveFrom: print.spanOf(d.effectiveFrom),
      effectiveUntil: print.spanOf(d.effectiveUntil),
      recipients: d.recipients.map(print.spanOf),
      copiedTo: d.copiedTo.map(print.spanOf),
    },
  }
}

function printClause(
  facts: ClauseFacts,
  index: number,
  { facts: all, agencies }: ReadDocument,
  print: Printer,
) {
  const { node, section } = facts.clause
  return {
    ordinal: index + 1,
    label: node.label,
    section: section === null ? null : (all.outline.sections[section]?.node.label ?? null),
    title: node.title === null ? null : print.words(node.title),
    text: print.words(facts.body),
    span: print.span(node.range),
    responsibilities: facts.duties.map(({ printed, role, range, origin, mentions }) => ({
      agency: printed,
      region: agencies.get(printed)?.region ?? '',
      role,
      origin,
      scope: mentions.find(({ scope }) => scope !== null)?.scope ?? null,
      span: print.span(range),
    })),
    runningDuties: facts.runningDuties.map(({ printed, role, range }) => ({
      agency: printed,
      region: agencies.get(printed)?.region ?? '',
      role,
      span: print.span(range),
    })),
    innerReferences: facts.innerReferences.map(({ words, range, clause, paragraph }) => ({
      words,
      clause: clause === null ? null : clause + 1,
      paragraph: paragraph === null ? null : print.span(paragraph),
      span: print.span(range),
    })),
    targets: facts.targets.flatMap((target) => printEnds(target, print)),
    productTypes: facts.about,
    items: facts.clause.items.map((item) => ({
      label: item.label,
      title: item.title === null ? null : print.words(item.title),
      text: print.words(item.body),
      span: print.span(item.range),
    })),
  }
}

/** A range (1万元以上3万元以下) as both of its ends: the lower one with `valueMax`, and the upper one. */
function printEnds(target: TargetFact, print: Printer): object[] {
  const { value, valueMax } = target
  if (value === null || valueMax === null) return [printTarget(target, print)]
  const upper = { ...target, bound: 'AT_MOST' as const, value: valueMax, valueMax: null, valueMin: value }
  const amount =
    target.amount === null || value === 0 ? null : Math.round((target.amount / value) * valueMax * 1e6) / 1e6
  return [printTarget(target, print), printTarget({ ...upper, amount }, print)]
}

function printTarget({ targetKind, range, ...target }: TargetFact, print: Printer) {
  return { quote: print.words(range), kind: targetKind, ...target, span: print.span(range) }
}

/** A document named without 《》 and without a number, with the one that it means. */
function printMention(
  { citation, clause }: { readonly citation: CitationFact; readonly clause: number | null },
  print: Printer,
) {
  const { title, number, relation, locator, naming, range } = citation
  return {
    clause,
    words: print.words(range),
    title,
    number,
    relation,
    locator,
    naming,
    span: print.span(range),
  }
}

function printCitation(citation: CitationFact, clause: number | null, print: Printer) {
  const { range, issuerHint: _, ...fields } = citation
  return { clause, ...fields, span: print.span(range) }
}
