import { expect, test } from 'vitest'
import { NODE_TABLES } from '../schema/labels.ts'
import { groupIds, ID_SHAPES, labelOfId } from './idShapes.ts'

test.each(ID_SHAPES)('knows $example as $kind', ({ example, kind }) => {
  expect(labelOfId(example)).toBe(NODE_TABLES[kind].label)
})

test.each([
  'cn/370800/济政办字/2024/23/att_1',
  'cn/220000/0000/123456789a/att_1',
  // a section of articles, or an article
  'cn/370800/济政办字/2024/23/art_5',
  'cn/370800/济政办字/2024/23/chp_1',
  'clause-7',
])('looks for %s everywhere', (id) => {
  const looked = Object.values(groupIds([id])).filter((ids) => ids.length > 0)
  expect(looked).toHaveLength(Object.keys(NODE_TABLES).length + 1)
})

test('looks for a document among former ids too', () => {
  const id = 'cn/370800/济政办字/2024/23'
  const looked = Object.entries(groupIds([id])).filter(([, ids]) => ids.length > 0)
  expect(looked.map(([label]) => label).sort()).toEqual(['Alias', 'Document'])
})

test('looks for an id once', () => {
  expect(groupIds(['place/370800', 'place/370800'])['Place']).toEqual(['place/370800'])
})
