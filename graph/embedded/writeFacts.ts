import type { ClauseTerms, DocumentBundle } from '../../src/domain/bundle.ts'
import { indexWord } from '../schema/indexWord.ts'
import { inTextOrder } from '../schema/textOrder.ts'
import type { Connection } from './connection/connection.ts'
import { bodyValues } from './rows.ts'

function insertOutline(
  connection: Connection,
  { document, body, annexes, sections, clauses }: DocumentBundle,
): void {
  connection.run(
    'INSERT INTO body (document_id, text, source_text, source_bytes) VALUES (?, ?, ?, ?)',
    ...bodyValues(document.id, body),
  )
  for (const node of annexes) {
    connection.run(
      'INSERT INTO annex (id, document_id, position, props) VALUES (?, ?, ?, ?)',
      node.id,
      document.id,
      node.ordinal,
      JSON.stringify(node),
    )
  }
  for (const node of sections) {
    connection.run(
      'INSERT INTO section (id, document_id, annex_id, parent_id, position, props) VALUES (?, ?, ?, ?, ?, ?)',
      node.id,
      document.id,
      node.annexId,
      node.parentId,
      node.ordinal,
      JSON.stringify(node),
    )
  }
  clauses.forEach((node, index) => {
    connection.run(
      'INSERT INTO clause (id, document_id, section_id, annex_id, parent_id, position, props) VALUES (?, ?, ?, ?, ?, ?, ?)',
      node.id,
      document.id,
      node.sectionId,
      node.annexId,
      node.parentId,
      index + 1,
      JSON.stringify(node),
    )
  })
}

function insertTargets(
  connection: Connection,
  { document, targets }: DocumentBundle,
  positions: ReadonlyMap<string, number>,
): void {
  inTextOrder(targets, positions).forEach((node, index) => {
    connection.run(
      `INSERT INTO target (id, document_id, clause_id, position, target_kind, metric, unit, amount, amount_unit, deadline, props)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      node.id,
      document.id,
      node.clauseId,
      index + 1,
      node.targetKind,
      node.metric,
      node.unit,
      node.amount,
      node.amountUnit,
      node.deadline,
      JSON.stringify(node),
    )
    for (const product of new Set(node.productTypeIds)) {
      connection.run(
        'INSERT INTO target_product (target_id, product_type_id) VALUES (?, ?)',
        node.id,
        product,
      )
    }
  })
}

function insertLedger(connection: Connection, { document, ledger }: DocumentBundle): void {
  for (const node of ledger) {
    connection.run(
      'INSERT INTO ledger_row (id, document_id, clause_id, position, props) VALUES (?, ?, ?, ?, ?)',
      node.id,
      document.id,
      node.clauseId,
      node.ordinal,
      JSON.stringify(node),
    )
    for (const agency of new Set([...node.leadIds, ...node.supportIds])) {
      connection.run('INSERT INTO ledger_agency (ledger_row_id, agency_id) VALUES (?, ?)', node.id, agency)
    }
  }
}

function insertEdges(
  connection: Connection,
  { document, responsibilities, citations, about, productMentions }: DocumentBundle,
  positions: ReadonlyMap<string, number>,
  resolveId: (id: string) => string,
): void {
  inTextOrder(responsibilities, positions).forEach((edge, index) => {
    connection.run(
      'INSERT INTO responsibility (document_id, position, clause_id, agency_id, role, props) VALUES (?, ?, ?, ?, ?, ?)',
      document.id,
      index + 1,
      edge.clauseId,
      edge.agencyId,
      edge.role,
      JSON.stringify(edge),
    )
  })
  for (const edge of citations) {
    const targetId = resolveId(edge.targetId)
    connection.run(
      'INSERT INTO citation (id, document_id, clause_id, position, target_id, relation, props) VALUES (?, ?, ?, ?, ?, ?, ?)',
      edge.id,
      document.id,
      edge.clauseId,
      edge.ordinal,
      targetId,
      edge.relation,
      JSON.stringify({ ...edge, targetId }),
    )
  }
  for (const edge of about) {
    connection.run(
      'INSERT INTO about (clause_id, product_type_id, position, props) VALUES (?, ?, ?, ?)',
      edge.clauseId,
      edge.productTypeId,
      edge.ordinal,
      JSON.stringify(edge),
    )
  }
  productMentions.forEach((edge, index) => {
    connection.run(
      'INSERT INTO mention (clause_id, position, props) VALUES (?, ?, ?)',
      edge.clauseId,
      index + 1,
      JSON.stringify(edge),
    )
  })
}

function insertTerms(connection: Connection, terms: readonly ClauseTerms[]): void {
  for (const { clauseId, tokens } of terms) {
    connection.run(
      'INSERT INTO term (clause_seq, length, tokens, words) VALUES ((SELECT seq FROM clause WHERE id = ?), ?, ?, ?)',
      clauseId,
      tokens.length,
      JSON.stringify(tokens),
      tokens.map(indexWord).join(' '),
    )
  }
}

/**
 * Writes the texts, outline and facts of a document whose node and shared nodes are there already.
 * @param resolveId the id that a cited id stands for
 */
export function insertFacts(
  connection: Connection,
  bundle: DocumentBundle,
  resolveId: (id: string) => string,
): void {
  const positions = new Map(bundle.clauses.map((clause, index) => [clause.id, index + 1]))
  insertOutline(connection, bundle)
  insertTargets(connection, bundle, positions)
  insertLedger(connection, bundle)
  insertEdges(connection, bundle, positions, resolveId)
  insertTerms(connection, bundle.terms)
}
