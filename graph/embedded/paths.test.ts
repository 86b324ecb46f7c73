import { afterEach, beforeEach, expect, it } from 'vitest'
import { Connection } from './connection/connection.ts'
import { migrate } from './connection/migrations.ts'
import { openSqlite } from './connection/openSqlite.ts'
import { readShortestPaths } from './paths.ts'

let connection: Connection
beforeEach(async () => {
  connection = new Connection(await openSqlite(':memory:', { readOnly: false }))
  migrate(connection, 0)
  // two places with 500 documents each; one document of the first cites one of the second
  connection.exec(`
    INSERT INTO place (id, level, props) VALUES ('p', 'COUNTY', '{}'), ('q', 'COUNTY', '{}');
    INSERT INTO document (id, ingested, title_key, search_text, place_id, props)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
      SELECT 'd' || i, 1, '', '', iif(i <= 500, 'p', 'q'), '{}' FROM n;
    INSERT INTO citation (id, document_id, position, target_id, relation, props) VALUES ('c', 'd7', 1, 'd507', 'CITES', '{}');`)
})
afterEach(() => connection.close())

const OPTIONS = { maxLength: 6, limit: 5, filter: {} }

it('finds a way through hubs within the bound', () => {
  expect(readShortestPaths(connection, 'd1', 'd501', OPTIONS, 2_100)).toEqual([
    ['d1', 'p', 'd7', 'd507', 'q', 'd501'],
  ])
})

it('says so, instead of finding nothing, where a search would keep more steps than the bound', () => {
  expect(() => readShortestPaths(connection, 'd1', 'd501', OPTIONS, 400)).toThrow(
    expect.objectContaining({ code: 'LIMIT', message: expect.stringContaining('400') }),
  )
})
