import { afterEach, beforeEach, expect, it } from 'vitest'
import { EDGE_KINDS } from '../../src/domain/graph.ts'
import { CHILD_RELATIONS, type EdgeFilter } from '../port/graphStore.ts'
import { readChains } from './chains.ts'
import { Connection } from './connection/connection.ts'
import { migrate } from './connection/migrations.ts'
import { openSqlite, type Row, type SqlValue } from './connection/openSqlite.ts'
import { readDegrees, readEdges } from './edges.ts'
import { deleteReview, listCorrespondences, putCorrespondences, removeLinks, removeReviews } from './links.ts'
import { readShortestPaths } from './paths.ts'
import { readChildren } from './readNodes.ts'

/** Notes the plan of each statement that it runs. */
class PlanningConnection extends Connection {
  readonly plans: { readonly sql: string; readonly plan: string }[] = []

  #note(sql: string, values: SqlValue[]): void {
    const rows = super.all(`EXPLAIN QUERY PLAN ${sql}`, ...values)
    this.plans.push({ sql, plan: rows.map((row) => String(row['detail'])).join('\n') })
  }

  override run(sql: string, ...values: SqlValue[]): number {
    this.#note(sql, values)
    return super.run(sql, ...values)
  }

  override get(sql: string, ...values: SqlValue[]): Row | undefined {
    this.#note(sql, values)
    return super.get(sql, ...values)
  }

  override all(sql: string, ...values: SqlValue[]): Row[] {
    this.#note(sql, values)
    return super.all(sql, ...values)
  }

  override iterate(sql: string, ...values: SqlValue[]): IterableIterator<Row> {
    this.#note(sql, values)
    return super.iterate(sql, ...values)
  }
}

/** What the planner of SQLite believes of a corpus of 20,000 documents (`PRAGMA optimize` writes such rows); null before. */
const STATISTICS = [
  ['document', 'sqlite_autoindex_document_1', '20000 1'],
  ['document', 'document_place', '20000 50'],
  ['section', 'sqlite_autoindex_section_1', '60000 1'],
  ['section', 'section_document', '60000 3'],
  ['section', 'section_parent', '60000 50000'],
  ['clause', 'sqlite_autoindex_clause_1', '100000 1'],
  ['clause', 'clause_section', '100000 3'],
  ['clause', 'clause_parent', '100000 90000'],
  ['clause', 'clause_document', '100000 5 1 1'],
  ['agency', 'sqlite_autoindex_agency_1', '4000 1'],
  ['agency', 'agency_function', '4000 40'],
  ['agency', 'agency_parent', '4000 3000'],
  ['agency', 'agency_place', '4000 10'],
  ['place', 'sqlite_autoindex_place_1', '3500 1'],
  ['citation', 'citation_clause', '60000 30000'],
  ['citation', 'citation_document', '60000 3 1'],
  ['citation', 'citation_target', '60000 4 3'],
  ['responsibility', 'sqlite_autoindex_responsibility_1', '200000 10 1'],
  ['responsibility', 'sqlite_autoindex_responsibility_2', '200000 2 1'],
  ['responsibility', 'responsibility_agency', '200000 50 20'],
  ['correspondence', 'sqlite_autoindex_correspondence_1', '300000 1'],
  ['correspondence', 'correspondence_first', '300000 3'],
  ['correspondence', 'correspondence_second', '300000 3'],
  ['correspondence', 'correspondence_first_document', '300000 15 1'],
  ['correspondence', 'correspondence_second_document', '300000 15 1'],
]

let connection: PlanningConnection
beforeEach(async () => {
  connection = new PlanningConnection(await openSqlite(':memory:', { readOnly: false }))
  migrate(connection, 0)
  // one node of each kind, so that every statement runs
  connection.exec(`
    INSERT INTO document (id, ingested, title_key, search_text, props) VALUES ('d', 1, '', '', '{}');
    INSERT INTO section (id, document_id, position, props) VALUES ('s', 'd', 1, '{}');
    INSERT INTO clause (id, document_id, position, props) VALUES ('c', 'd', 1, '{}');
    INSERT INTO agency (id, search_text, agency_kind, props) VALUES ('a', '', 'BODY', '{}'), ('b', '', 'BODY', '{}');
    INSERT INTO place (id, level, props) VALUES ('p', 'COUNTY', '{}');
    INSERT INTO product_type (id, props) VALUES ('t', '{}');
    INSERT INTO target (id, document_id, clause_id, position, target_kind, props) VALUES ('g', 'd', 'c', 1, 'GOAL', '{}');`)
})
afterEach(() => connection.close())

const NODES = ['d', 's', 'c', 'a', 'p', 't', 'g']
const PAGE = { first: 10, after: null }
const FILTERS: readonly EdgeFilter[] = [{}, { bothEnds: true }, { roles: ['LEAD'], relations: ['CITES'] }]

const READS: readonly (readonly [string, (db: Connection) => unknown])[] = [
  ['edgesOf', (db) => FILTERS.map((filter) => readEdges(db, NODES, filter, 100))],
  ['degreesOf', (db) => readDegrees(db, NODES)],
  [
    'shortestPaths',
    (db) =>
      NODES.map((id) =>
        EDGE_KINDS.map((kind) =>
          readShortestPaths(db, id, 'b', { maxLength: 2, limit: 5, filter: { kinds: [kind] } }),
        ),
      ),
  ],
  ['chains', (db) => [readChains(db, ['d'], 'UP'), readChains(db, ['d'], 'DOWN')]],
  [
    'correspondences',
    (db) =>
      [
        { clauseIds: ['c'] },
        { clauseIds: ['c'], documentIds: ['d'], otherLevels: ['COUNTY' as const] },
        { documentIds: ['d'], otherDocumentIds: ['e'], minScore: 0.5 },
        { documentIds: ['d'], otherLevels: ['COUNTY' as const], review: 'CONFIRMED' as const },
      ].map((filter) => listCorrespondences(db, filter, 'BEST', PAGE)),
  ],
  ['childrenOf', (db) => CHILD_RELATIONS.map((relation) => readChildren(db, NODES, relation))],
  [
    'writing links',
    (db) => {
      putCorrespondences(db, 'd', 'key', [])
      removeLinks(db, 'd')
      removeReviews(db, 'd')
      deleteReview(db, ['c', 'e'])
    },
  ],
]

it.each(READS.flatMap(([name, read]) => [false, true].map((known) => [name, known, read] as const)))(
  '%s looks nodes and edges up by an index (statistics known: %s)',
  (_, known, read) => {
    if (known) {
      connection.exec('ANALYZE; DELETE FROM sqlite_stat1')
      for (const [table, index, stat] of STATISTICS)
        connection.run('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)', table!, index!, stat!)
      connection.exec('ANALYZE sqlite_schema')
    }
    connection.plans.length = 0
    read(connection)
    expect(connection.plans.length).toBeGreaterThan(0)
    // a scan of a list that was passed in, of a subquery or of a constant is none of a table
    const scans = connection.plans.flatMap(({ sql, plan }) =>
      plan
        .split('\n')
        .filter((step) => /^SCAN (?!j\b|json_each|asked|wanted|k\b|CONSTANT|\()|AUTOMATIC/.test(step))
        .map((step) => `${step} in ${sql}`),
    )
    expect(scans).toEqual([])
  },
)
