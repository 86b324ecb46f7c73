/** `review`, `evaluate` and `export --implementation` of the built program, over made-up documents that are linked by hand. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import { createSegmenter } from '../../src/search/segment.ts'
import { openSandbox, type Sandbox } from '../support/cli.ts'
import { putPolicyCorpus } from '../support/policyCorpus.ts'
import { article, CITY, PROVINCE, putTracingCorpus } from '../support/tracingCorpus.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = openSandbox()
  const store = await openEmbeddedStore({ dataDir: join(sandbox.folder, 'data'), mode: 'write' })
  await putPolicyCorpus(store, createSegmenter(''), null)
  await putTracingCorpus(store)
  await store.close()
})
afterAll(() => sandbox.remove())

const write = (name: string, text: string) => writeFileSync(join(sandbox.folder, name), text)
const json = async (...words: string[]) => {
  const { status, out, err } = await sandbox.run([...words, '--json'])
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return JSON.parse(out)
}

describe('review', () => {
  const [clause, other] = [article(CITY, 1), article(PROVINCE, 1)]
  it('lists the least certain links, with their reasons', async () => {
    const { total, links } = await json('review', 'list', '--first', '1')
    expect(total).toBe(6)
    expect(links).toEqual([
      expect.objectContaining({
        ...{ kind: 'IMPLEMENTS', degree: 'SAME_TOPIC', score: 0.6, certainty: 0.2 },
        clause: { id: article(CITY, 3), reference: '《济南市农机化措施》第3条', title: null },
      }),
    ])
    const { out } = await sandbox.run(['review', 'list'])
    expect(out).toContain('同一举措，落实，得分 0.90，把握 0.90')
    expect(out).toContain('· 都规定补贴申请的办结时限')
    expect(out).toContain('未复核 6 项，列出 6 项')
  })
  it('keeps what a person found, until it is withdrawn', async () => {
    expect(await json('review', 'confirm', clause, other, '--note', '一致', '--by', '甲')).toMatchObject({
      ...{ verdict: 'CONFIRMED', note: '一致', by: '甲' },
      clauses: [other, clause],
    })
    const { out } = await sandbox.run(['review', 'reject', article(CITY, 3), article(PROVINCE, 2)])
    expect(out).toContain('已否定')
    expect(
      (await json('review', 'list', '--done')).map(({ verdict }: { verdict: string }) => verdict),
    ).toEqual(['CONFIRMED', 'REJECTED'])
    expect((await json('review', 'list')).total).toBe(4)
    // judged pairs: one right, one wrong
    expect(await json('evaluate', '--reviews')).toEqual({
      ...{ clauses: 2, hit1: 1, recall3: 1, precision: 0.5, recall: 1, leftEmpty: 0 },
      f1: 2 / 3,
    })
    for (const pair of [
      [clause, other],
      [article(PROVINCE, 2), article(CITY, 3)],
    ]) {
      expect((await sandbox.run(['review', 'withdraw', ...pair])).status).toBe(0)
    }
    expect((await sandbox.run(['review', 'list', '--done'])).out).toBe('还没有复核意见\n')
  })
  it.each([
    [['review'], 2],
    [['review', 'confirm', 'cn/0/art_1', 'cn/0/art_2'], 1],
    [['review', 'confirm', article(CITY, 1), article(CITY, 2)], 2],
    [['review', 'confirm', article(CITY, 1)], 2],
    [['review', 'withdraw', article(CITY, 1), article(PROVINCE, 1)], 1],
    [['review', 'list', '--first', '0'], 2],
  ])('%j ends with %i', async (words, status) => {
    const result = await sandbox.run(words)
    expect(result.status).toBe(status)
    expect(result.err).not.toBe('')
    expect(result.out).toBe('')
  })
})

describe('evaluate', () => {
  const lower = { file: 'a.txt', clause: 1 }
  it('compares the links with the labels of a file', async () => {
    const clause = (file: string, serial: number) => ({ file: `${file}.txt`, clause: serial })
    write(
      'labels.json',
      JSON.stringify([
        { lower: clause('370100', 1), upper: [{ ...clause('370000', 1), grade: 2 }] },
        { lower: clause('370100', 2), upper: [] },
        // linked to the second clause of the province
        { lower: clause('370100', 3), upper: [{ ...clause('370000', 3), grade: 1 }] },
      ]),
    )
    expect(await json('evaluate', 'labels.json')).toEqual({
      ...{ clauses: 3, hit1: 0.5, recall3: 1, precision: 0.5, recall: 0.5, f1: 0.5, leftEmpty: 1 },
    })
    const { out } = await sandbox.run(['evaluate', 'labels.json'])
    expect(out).toContain('准确率 precision 0.500')
    expect(out).toContain('应空而空 left empty rightly 1.000')
  })
  it.each([
    ['no file', 'none.json', null, 'FILE_NOT_FOUND', 1],
    ['no JSON', 'broken.json', '[', 'BAD_INPUT', 2],
    ['another shape', 'shape.json', '[{"lower": 1}]', 'BAD_INPUT', 2],
    [
      'another grade',
      'grade.json',
      JSON.stringify([{ lower, upper: [{ ...lower, grade: 3 }] }]),
      'BAD_INPUT',
      2,
    ],
    [
      'files that are not there',
      'file.json',
      JSON.stringify([{ lower: { file: 'x', clause: 1 }, upper: [] }]),
      'NOT_FOUND',
      1,
    ],
  ])('refuses %s', async (_what, name, text, code, status) => {
    if (text !== null) write(name, text)
    const result = await sandbox.run(['evaluate', name])
    expect(result).toMatchObject({ status, out: '' })
    expect(result.err).toContain(code)
  })
  it.each([[['evaluate']], [['evaluate', 'x.json', '--reviews']]])('%j is wrong use', async (words) => {
    expect(await sandbox.run(words)).toMatchObject({ status: 2, out: '' })
  })
})

describe('export --implementation', () => {
  it('writes the matrix as a table or a page', async () => {
    const table = await sandbox.run([
      'export',
      '-',
      '--format',
      'csv',
      '--implementation',
      PROVINCE,
      '--documents',
      CITY,
    ])
    expect(table).toMatchObject({ status: 0, err: '' })
    expect(table.out.trim().split(/\r?\n/)).toHaveLength(1 + 4)
    expect(
      (await sandbox.run(['export', 'report.html', '--implementation', '鲁农字〔2024〕9号'])).status,
    ).toBe(0)
    expect(readFileSync(join(sandbox.folder, 'report.html'), 'utf8')).toContain('<h2>逐条对照</h2>')
  })
  it.each([
    [['export', 'x.zip', '--implementation', PROVINCE]],
    [['export', 'x.html']],
    [['export', 'x.csv', '--implementation', PROVINCE, '--list', 'targets']],
  ])('%j is wrong use', async (words) => {
    expect(await sandbox.run(words)).toMatchObject({ status: 2, out: '' })
  })
})
