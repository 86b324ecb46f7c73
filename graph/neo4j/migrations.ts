import { ZhengmaiError } from '../../src/errors/error.ts'
import { NODE_TABLES } from '../schema/labels.ts'
import { STORE_LABELS } from '../schema/relationships.ts'
import type { Neo4jConnection } from './connection.ts'
import { GATE } from './gate.ts'
import { META } from './meta.ts'

interface Migration {
  readonly version: number
  readonly statements: readonly string[]
}

function unique(label: string, property: string): string {
  return `CREATE CONSTRAINT ${label.toLowerCase()}_${property.toLowerCase()} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`
}

function index(label: string, ...properties: string[]): string {
  const name = `${label}_by_${properties.join('_')}`.toLowerCase()
  return `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (${properties.map((property) => `n.${property}`).join(', ')})`
}

function relationshipIndex(type: string, property: string): string {
  return `CREATE INDEX ${type.toLowerCase()}_by_${property.toLowerCase()} IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.${property})`
}

/** The full-text index over the segmented words of clauses; words are parted by a space, `clauseWords.ts` spells them. */
export const WORD_INDEX = 'clause_words'

/** Constraints and indexes, each of which may be there already; all exist in the Community edition. */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    statements: [
      ...Object.values(NODE_TABLES).map(({ label }) => unique(label, 'id')),
      unique(STORE_LABELS.ALIAS, 'alias'),
      unique(STORE_LABELS.BODY, 'documentId'),
      unique(STORE_LABELS.TERM, 'word'),
      unique(STORE_LABELS.REVIEW, 'pair'),
      ...['numberKey', 'titleKey', 'carriedTitleKey', 'sha256', 'placeId', 'issuedOn', 'number', 'title'].map(
        (property) => index('Document', property),
      ),
      index('Annex', 'documentId'),
      ...['documentId', 'annexId', 'parentId'].map((property) => index('Section', property)),
      // an index of two properties answers no question about the first alone, so `position` is in none
      ...['documentId', 'placeId', 'sectionId', 'parentId'].map((property) => index('Clause', property)),
      ...['documentId', 'clauseId', 'deadline', 'metric'].map((property) => index('Target', property)),
      ...['documentId', 'clauseId'].map((property) => index('LedgerRow', property)),
      ...['parentId', 'placeId', 'function', 'name'].map((property) => index('Agency', property)),
      ...['parentId', 'name'].map((property) => index('Place', property)),
      ...['broaderId', 'name'].map((property) => index('ProductType', property)),
      ...['documentId', 'clauseId'].map((property) => index(STORE_LABELS.PASSAGE, property)),
      ...['firstDocumentId', 'secondDocumentId'].map((property) => index(STORE_LABELS.REVIEW, property)),
      ...['id', 'verdict', 'score', 'certainty'].map((property) =>
        relationshipIndex('CORRESPONDS_TO', property),
      ),
      `CREATE FULLTEXT INDEX ${WORD_INDEX} IF NOT EXISTS FOR (n:Clause) ON EACH [n.words]
         OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace', \`fulltext.eventually_consistent\`: false}}`,
    ],
  },
]
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version))

/** Seconds to wait for the indexes of a database that was filled before they were made. */
const INDEX_WAIT_SECONDS = 300n

/** Adds the node that makes a database ours; refuses one that holds data of others. */
async function claim(connection: Neo4jConnection, force: boolean): Promise<number> {
  const label = STORE_LABELS.META
  // in this order: what another process writes between the two looks stands behind its claim, which the second one sees
  const [foreign] = await connection.read((tx) => tx.run('MATCH (n) RETURN labels(n) AS labels LIMIT 1'))
  const [known] = await connection.read((tx) => tx.run(`MATCH ${META} RETURN meta.schema AS version`))
  if (known !== undefined) return Number(known['version'])
  if (foreign !== undefined && !force && !(foreign['labels'] as string[]).includes(label)) {
    throw new ZhengmaiError(
      'STORE_FOREIGN',
      `数据库 ${connection.address} 中已有其他程序的数据：请换一个空数据库，或加 --force 与之共用`,
      { details: { address: connection.address } },
    )
  }
  await connection.alter(async (tx) => {
    await tx.run(unique(label, 'key'))
    await tx.run(unique(STORE_LABELS.GATE, 'key'))
  })
  await connection.alter((tx) =>
    tx.run(
      `MERGE ${GATE} ON CREATE SET gate.begun = 0, gate.done = 0, gate.at = timestamp()
       MERGE ${META} ON CREATE SET meta.schema = 0, meta.writes = 0, meta.termClauses = 0, meta.termTokens = 0`,
    ),
  )
  return 0
}

/**
 * Brings the schema up to date. Several processes may do so at once: each statement leaves alone what is there.
 * @throws ZhengmaiError STORE_FOREIGN, STORE_NEWER_SCHEMA
 */
export async function migrate(connection: Neo4jConnection, force: boolean): Promise<void> {
  const stored = await claim(connection, force)
  if (stored > SCHEMA_VERSION) {
    throw new ZhengmaiError(
      'STORE_NEWER_SCHEMA',
      `数据库 ${connection.address} 由更新的版本写成（结构版本 ${stored}，本程序支持到 ${SCHEMA_VERSION}）`,
      { details: { address: connection.address, stored, supported: SCHEMA_VERSION } },
    )
  }
  for (const { version, statements } of MIGRATIONS) {
    if (version <= stored) continue
    // all statements of a version in one transaction: those that only make indexes and constraints may share one
    await connection.alter((tx) => Promise.all(statements.map((statement) => tx.run(statement))))
    await connection.alter(async (tx) => {
      await tx.run('CALL db.awaitIndexes($seconds)', { seconds: INDEX_WAIT_SECONDS })
      await tx.run(`MATCH ${META} WHERE meta.schema < $version SET meta.schema = $version`, {
        version: BigInt(version),
      })
    })
  }
}
