import { expect, it } from 'vitest'
import { clauseReference, documentReference } from './reference.ts'
import { pageUrl } from './urls.ts'

const opinion = { title: '关于加快药物临床试验的实施意见', number: '济政办字〔2024〕23号' }

it.each([
  [opinion, '《关于加快药物临床试验的实施意见》（济政办字〔2024〕23号）'],
  // a document without a number goes by its title
  [{ title: '若干措施', number: null }, '《若干措施》'],
  // a title within a title takes the inner marks
  [{ title: '关于印发《若干措施》的通知', number: null }, '《关于印发〈若干措施〉的通知》'],
])('cites a document %#', (document, reference) => {
  expect(documentReference(document)).toBe(reference)
})

const NOWHERE = { annex: null, section: null, above: [] }
it.each([
  [
    'section and item',
    { label: '（五）', title: null },
    { ...NOWHERE, section: { label: '二' } },
    '第二部分第（五）项',
  ],
  [
    'article: numbered through',
    { label: '第五条', title: null },
    { ...NOWHERE, section: { label: '第二章' } },
    '第五条',
  ],
  [
    'chapter',
    { label: '（一）', title: null },
    { ...NOWHERE, section: { label: '第二章' } },
    '第二章第（一）项',
  ],
  ['printed point', { label: '3.', title: '优化服务' }, NOWHERE, '第3项'],
  ['no label', { label: '', title: '优化服务' }, NOWHERE, '“优化服务”'],
  ['no label, no heading', { label: '', title: null }, NOWHERE, ''],
  [
    'item below a clause',
    { label: '2.', title: null },
    { ...NOWHERE, section: { label: '三' }, above: [{ label: '（一）', title: null }] },
    '第三部分第（一）项第2项',
  ],
  [
    'item of an article',
    { label: '（二）', title: null },
    { ...NOWHERE, section: { label: '第一章' }, above: [{ label: '第三条', title: null }] },
    '第三条第（二）项',
  ],
  [
    'annex',
    { label: '（一）', title: null },
    { ...NOWHERE, annex: { label: '附件1', ordinal: 1 } },
    '附件1第（一）项',
  ],
  [
    'annex without a label',
    { label: '第二条', title: null },
    { ...NOWHERE, annex: { label: '', ordinal: 2 } },
    '附件2第二条',
  ],
])('cites a clause: %s', (_case, clause, path, place) => {
  expect(clauseReference(opinion, clause, path)).toBe(documentReference(opinion) + place)
})

it('encodes an id segment by segment', () => {
  expect(pageUrl('http://127.0.0.1:4000', 'cn/370800/济政办字/2024/23/sec_2__cl_7')).toBe(
    'http://127.0.0.1:4000/id/cn/370800/%E6%B5%8E%E6%94%BF%E5%8A%9E%E5%AD%97/2024/23/sec_2__cl_7',
  )
})
