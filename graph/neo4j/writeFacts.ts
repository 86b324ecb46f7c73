import { deflateSync } from 'node:zlib'
import type { DocumentBody, DocumentBundle } from '../../src/domain/bundle.ts'
import { CITATION_TYPES, STORE_LABELS } from '../schema/relationships.ts'
import { inTextOrder } from '../schema/textOrder.ts'
import { createLinks, createNodes, type Link, type LinkRule } from './batches.ts'
import {
  annexProperties,
  citationProperties,
  clauseProperties,
  ledgerProperties,
  responsibilityProperties,
  sectionProperties,
  targetProperties,
} from './records.ts'
import type { Transaction } from './transaction.ts'
import { termProperties } from './writeTerms.ts'

/** The driver takes bytes as an Int8Array. */
function deflated(bytes: Uint8Array): Int8Array {
  const result = deflateSync(bytes)
  return new Int8Array(result.buffer, result.byteOffset, result.byteLength)
}

function bodyProperties(documentId: string, body: DocumentBody) {
  return {
    documentId,
    text: deflated(Buffer.from(body.text, 'utf8')),
    sourceText: deflated(Buffer.from(body.sourceText, 'utf8')),
    sourceBytes: deflated(body.sourceBytes),
  }
}

type LinkTable = readonly (readonly [rule: LinkRule, links: readonly Link[]])[]

/** Sends all of them one behind the other. */
async function drawLinks(transaction: Transaction, table: LinkTable): Promise<void> {
  await Promise.all(table.map(([rule, links]) => createLinks(transaction, rule, links)))
}

/** A link from the part that a property names to each node that has it. */
function below<T extends { readonly id: string }>(
  nodes: readonly T[],
  upper: (node: T) => string | null,
): Link[] {
  return nodes.flatMap((node) => {
    const from = upper(node)
    return from === null ? [] : [{ from, to: node.id }]
  })
}

async function insertOutline(transaction: Transaction, bundle: DocumentBundle): Promise<void> {
  const { document, annexes, sections, clauses } = bundle
  const terms = new Map(bundle.terms.map((entry) => [entry.clauseId, termProperties(entry)]))
  const rows = clauses.map((node, index) => ({
    ...clauseProperties(node, index + 1, document),
    ...terms.get(node.id),
  }))
  const isItem = (_: unknown, index: number) => clauses[index]?.parentId !== null
  await Promise.all([
    transaction.run(
      `MATCH (document:Document {id: $body.documentId}) CREATE (document)-[:HAS_TEXT]->(body:${STORE_LABELS.BODY}) SET body = $body`,
      { body: bodyProperties(document.id, bundle.body) },
    ),
    createNodes(transaction, 'Annex', annexes.map(annexProperties)),
    createNodes(transaction, 'Section', sections.map(sectionProperties)),
    createNodes(
      transaction,
      'Clause',
      rows.filter((row, index) => !isItem(row, index)),
    ),
    createNodes(transaction, `Clause:${STORE_LABELS.ITEM}`, rows.filter(isItem)),
  ])
  const contains = (from: string, to: string) => ({ from, type: 'CONTAINS', to })
  const top = sections.filter(({ parentId }) => parentId === null)
  const proper = clauses.filter(({ parentId }) => parentId === null)
  await drawLinks(transaction, [
    [{ from: 'Document', type: 'HAS_ANNEX', to: 'Annex' }, below(annexes, () => document.id)],
    [{ from: 'Annex', type: 'ANNEXED', to: 'Section' }, below(top, ({ annexId }) => annexId)],
    [contains('Document', 'Section'), below(top, () => document.id)],
    [contains('Section', 'Section'), below(sections, ({ parentId }) => parentId)],
    [contains('Section', 'Clause'), below(proper, ({ sectionId }) => sectionId)],
    [
      contains('Document', 'Clause'),
      below(proper, ({ sectionId }) => (sectionId === null ? document.id : null)),
    ],
    [contains('Clause', 'Clause'), below(clauses, ({ parentId }) => parentId)],
  ])
}

async function insertTargetsAndLedger(
  transaction: Transaction,
  { document, targets, ledger }: DocumentBundle,
  positions: ReadonlyMap<string, number>,
): Promise<void> {
  const ordered = inTextOrder(targets, positions)
  await createNodes(
    transaction,
    'Target',
    ordered.map((node, i) => targetProperties(node, i + 1, document)),
  )
  await createNodes(transaction, 'LedgerRow', ledger.map(ledgerProperties))
  const parties = (idsOf: (row: (typeof ledger)[number]) => readonly string[]) =>
    ledger.flatMap((row) => [...new Set(idsOf(row))].map((to) => ({ from: row.id, to })))
  await drawLinks(transaction, [
    [{ from: 'Clause', type: 'SETS', to: 'Target' }, below(targets, ({ clauseId }) => clauseId)],
    [{ from: 'Document', type: 'HAS_LEDGER_ROW', to: 'LedgerRow' }, below(ledger, () => document.id)],
    [
      { from: 'LedgerRow', type: 'DETAILS', to: 'Clause' },
      ledger.flatMap(({ id, clauseId }) => (clauseId === null ? [] : [{ from: id, to: clauseId }])),
    ],
    [{ from: 'LedgerRow', type: 'LED_BY', to: 'Agency' }, parties(({ leadIds }) => leadIds)],
    [{ from: 'LedgerRow', type: 'SUPPORTED_BY', to: 'Agency' }, parties(({ supportIds }) => supportIds)],
  ])
}

/** Citations by their type and by what they stand in: a clause, or the document itself. */
function citationLinks(
  citations: DocumentBundle['citations'],
  resolved: ReadonlyMap<string, string>,
): LinkTable {
  const cited = citations.map((edge) => ({ ...edge, targetId: resolved.get(edge.targetId) ?? edge.targetId }))
  return CITATION_TYPES.flatMap((type) =>
    (['Clause', 'Document'] as const).map((from) => {
      const edges = cited.filter(
        ({ relation, clauseId }) => relation === type && (clauseId !== null) === (from === 'Clause'),
      )
      return [
        { from, type, to: 'Document' },
        edges.map((edge) => ({
          from: edge.clauseId ?? edge.documentId,
          to: edge.targetId,
          properties: citationProperties(edge),
        })),
      ] as const
    }),
  )
}

async function insertEdges(
  transaction: Transaction,
  { responsibilities, citations, about, productMentions }: DocumentBundle,
  positions: ReadonlyMap<string, number>,
  resolved: ReadonlyMap<string, string>,
): Promise<void> {
  const product = (type: string) => ({ from: 'Clause', type, to: 'ProductType', placeholder: true }) as const
  await drawLinks(transaction, [
    [
      { from: 'Clause', type: 'ASSIGNED_TO', to: 'Agency' },
      inTextOrder(responsibilities, positions).map((edge, i) => ({
        from: edge.clauseId,
        to: edge.agencyId,
        properties: responsibilityProperties(edge, i + 1),
      })),
    ],
    ...citationLinks(citations, resolved),
    [
      product('ABOUT'),
      about.map((edge) => ({
        from: edge.clauseId,
        to: edge.productTypeId,
        properties: { position: BigInt(edge.ordinal), props: JSON.stringify(edge) },
      })),
    ],
    [
      product('MENTIONS'),
      productMentions.map((edge, i) => ({
        from: edge.clauseId,
        to: edge.productTypeId,
        properties: { position: BigInt(i + 1), props: JSON.stringify(edge) },
      })),
    ],
  ])
}

/**
 * Writes the texts, outline and facts of a document whose node and shared nodes are there already.
 * @param resolved the id that each cited id stands for
 */
export async function insertFacts(
  transaction: Transaction,
  bundle: DocumentBundle,
  resolved: ReadonlyMap<string, string>,
): Promise<void> {
  const positions = new Map(bundle.clauses.map((clause, index) => [clause.id, index + 1]))
  await insertOutline(transaction, bundle)
  await insertTargetsAndLedger(transaction, bundle, positions)
  await insertEdges(transaction, bundle, positions, resolved)
}
