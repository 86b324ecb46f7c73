import { describe, expect, it } from 'vitest'
import { parseOutline } from '../parse/parse.ts'
import type { NormalText } from '../values.ts'
import { findCitations } from './citation.ts'
import { readRepealTables, repealListed } from './repealLists.ts'

function outlineOf(title: string, list: readonly string[]) {
  const lines = [
    '甲市人民政府关于公布规范性文件清理结果的决定',
    '甲政发〔2021〕3号',
    '经清理，部分文件予以调整，目录见附件。',
    '甲市人民政府',
    '2021年3月9日',
    '附件',
    title,
    ...list,
  ]
  const normal: NormalText = { text: lines.join('\n'), toSource: (range) => range, notices: [] }
  return parseOutline(normal)
}
const ROWS = ['序号\t文件名称\t文号', '1\t甲市湿地办法\t甲政发〔2011〕3号', '2\t《甲市候鸟规定》\t']
const LISTED = '1.《甲市湿地办法》（甲政发〔2011〕3号）'

describe('lists of repealed documents', () => {
  it.each([
    ['废止的规范性文件目录', ['甲市湿地办法 甲政发〔2011〕3号', '甲市候鸟规定 ·']],
    ['继续有效的规范性文件目录', []],
  ])('reads the table %s', (title, expected) => {
    const found = readRepealTables(outlineOf(title, ROWS))
    expect(found.map((fact) => `${fact.title} ${fact.number ?? '·'}`)).toEqual(expected)
    expect(found.every(({ relation }) => relation === 'SUPERSEDES')).toBe(true)
  })

  it.each([
    ['宣布失效的文件目录', 'SUPERSEDES'],
    ['修改的文件目录', 'CITES'],
  ])('what %s lists', (title, relation) => {
    const outline = outlineOf(title, [LISTED])
    const { text } = outline.normal
    const cited = findCitations(text, { start: 0, end: text.length }, { number: null, titles: [] })
    expect(repealListed(outline, cited).find((fact) => fact.title === '甲市湿地办法')).toMatchObject({
      relation,
    })
  })
})
