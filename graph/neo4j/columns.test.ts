import { expect, it } from 'vitest'
import { columnsOf, runAtOnce } from './columns.ts'

it.each<readonly [statement: string, columns: readonly string[]]>([
  ['MATCH (n) RETURN n.id AS id', ['id']],
  ['MATCH (n) RETURN n.id AS id, n.props AS props', ['id', 'props']],
  [
    'MATCH (n) WITH n.id AS id RETURN id, n.props AS props ORDER BY id DESC, props LIMIT $limit',
    ['id', 'props'],
  ],
  ['MATCH (a) RETURN a.id AS id, a.x AS x UNION ALL MATCH (b) RETURN b.id AS id, b.x AS x', ['id', 'x']],
  [
    'CALL () { MATCH (n) RETURN n UNION MATCH (m) RETURN m AS n } RETURN n.props AS props ORDER BY n.id',
    ['props'],
  ],
  ['RETURN COUNT { (n)-[:A|B]-() } - CASE WHEN x THEN 1 ELSE 0 END AS degree, asked', ['degree', 'asked']],
  [
    "RETURN size([1, 2]) AS size, head(COLLECT { MATCH (n) RETURN n.a, n.b }) AS head, 'a, RETURN b' AS text",
    ['size', 'head', 'text'],
  ],
])('%s', (statement, columns) => {
  expect(columnsOf(statement)).toEqual(columns)
})

it('gives each of several statements its own rows by their names', async () => {
  const asked: string[] = []
  const run = async (query: string) => {
    asked.push(query)
    return [{ list0: [], list1: [['a', 1]] }]
  }
  const statements = ['MATCH (n) RETURN n.id AS id', 'MATCH (m) RETURN m.id AS id, m.size AS size']
  expect(await runAtOnce({ run }, statements, {})).toEqual([[], [{ id: 'a', size: 1 }]])
  expect(asked).toHaveLength(1)
  expect(columnsOf(asked[0]!)).toEqual(['list0', 'list1'])
})
