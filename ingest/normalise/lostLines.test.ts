import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/text/edits.ts'
import { LOST_HEAD_RULES, LOST_NUMBERINGS, lostLines } from './lostLines.ts'

const mend = (text: string) => applyEdits(text, lostLines.run(text).edits).text
/** A sentence that makes a line long. */
const FILL =
  '各有关部门要按照职责分工抓好落实，加强协调配合，及时研究解决工作中的困难和问题，定期通报进展。'.repeat(5)

describe('the tables', () => {
  it.each(LOST_NUMBERINGS)('$id: $example', ({ pattern, example }) => {
    expect([...example.matchAll(pattern)].map(([label]) => label)).toEqual([example])
  })

  it.each(LOST_HEAD_RULES)('$id: $example', ({ pattern, example, rest }) => {
    expect(pattern.exec(example + rest)?.[0]).toBe(example)
  })
})

describe('a document without line breaks', () => {
  const lines = [
    '齐州市人民政府办公室',
    '齐政办字〔2024〕2号',
    '齐州市人民政府办公室关于印发《齐州市支持渔业若干措施》的通知',
    '各区人民政府，市直有关部门：',
    `为贯彻落实省政府部署，制定本措施。`,
    '一、扶持养殖',
    `（一）建设基地。${FILL}（市农业农村局牵头，市财政局配合）`,
    `（二）培育品牌。${FILL}`,
    '二、加工流通',
    `（一）发展冷链。${FILL}符合第（二）项的，给予奖励。`,
    `三、保障措施。${FILL}`,
    '齐州市人民政府办公室',
    '2024年3月2日',
    '（此件公开发布）',
    '抄送：市委各部门，市法院。',
    '齐州市人民政府办公室2024年3月3日印发',
  ]

  it('gets its lines back', () => {
    expect(mend(lines.join('')).split('\n')).toEqual(lines)
  })

  it('with the number below the title, and items', () => {
    const items = [
      '齐州市人民政府关于印发渔业三年行动方案（2024—2026年）的通知',
      '齐政发〔2024〕5号',
      '各区人民政府：',
      '现印发给你们，请认真组织实施。',
      '一、主要任务',
      '（一）建设基地',
      `1.改造池塘。${FILL}`,
      `2.引进良种。${FILL}`,
      '二、保障',
      `（一）加大投入。${FILL}`,
      `三、附则。${FILL}`,
    ]
    expect(mend(items.join('')).split('\n')).toEqual(items)
  })

  it('by articles', () => {
    const articles = [
      '齐州市渔港管理办法',
      '第一章 总则',
      `第一条 为规范渔港管理，制定本办法。`,
      `第二条 本市渔港适用本办法。违反第一条的，依照法律处理。${FILL}`,
      '第二章 附则',
      `第三条 本办法自2024年5月1日起施行。${FILL}${FILL}`,
    ]
    expect(mend(articles.join('')).split('\n')).toEqual(articles)
  })

  it('is told of', () => {
    expect(lostLines.run(lines.join('')).notices).toMatchObject([{ rule: 'lost-lines', severity: 'WARNING' }])
  })
})

it.each([
  ['a paragraph that counts', `本规划有三个重点：一、养殖。二、加工。三、流通。`],
  ['a long paragraph with references', `依照第一条、第二条、第三条的规定。${FILL.repeat(4)}`],
  ['lines of their own', ['一、养殖', FILL, '二、加工', FILL, '三、流通', FILL].join('\n')],
])('%s stays as it is', (_name, text) => {
  expect(mend(text)).toBe(text)
})

it('takes a line of very many labels', () => {
  const line = `一、甲。二、乙。三、丙。${'（一）丁戊。'.repeat(150_000)}`
  expect(lostLines.run(line).edits).toHaveLength(150_002)
})
