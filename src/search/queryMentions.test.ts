import { describe, expect, it } from 'vitest'
import { findMentions, hideQuotes, MENTION_RULES, type Mention } from './queryMentions.ts'

/** `words what` of each mention. */
function say(query: string): string[] {
  const open = hideQuotes(query)
  return findMentions(open).map((mention) => `${open.slice(mention.start, mention.end)} ${content(mention)}`)
}

function content(mention: Mention): string {
  switch (mention.kind) {
    case 'LEVEL':
      return mention.level
    case 'DATE':
      return `${mention.from ?? ''}..${mention.until ?? ''}`
    case 'NUMBER':
      return mention.number
    case 'ROLE':
      return mention.role ?? 'any role'
  }
}

describe('rules', () => {
  it.each(MENTION_RULES.map(({ id, example }) => [id, ...example] as const))('%s', (_id, query, mention) => {
    expect(say(query)).toEqual([mention])
  })
})

describe('findMentions', () => {
  it.each<[string, string, readonly string[]]>([
    ['several at once', '2024年以来省级文件', ['2024年以来 2024-01-01..']],
    ['a level apart', '2024年以来 省级文件', ['2024年以来 2024-01-01..', '省级 PROVINCIAL']],
    ['two levels', '省级、市级文件', ['省级 PROVINCIAL', '市级 MUNICIPAL']],
    ['a month since', '2024年7月起出台的', ['2024年7月起 2024-07-01..']],
    ['a leap February', '2024年2月发布的通知', ['2024年2月 2024-02-01..2024-02-29']],
    ['a number in other brackets', '济政办字[2024]23号 检验', ['济政办字[2024]23号 济政办字〔2024〕23号']],
    // what a year is due in is no date of issue
    ['a year to reach', '到2025年达到多少', []],
    ['a year of a target', '2025年目标是什么', []],
    ['a year apart, of a target', '2025年 目标值', []],
    ['the end of a year', '2026年年底前要完成什么', []],
    ['before a year, to be done', '2025年以前完成审批改革', []],
    ['a year amid words', '支持2025年新药上市', []],
    // things of a level are no documents of it
    ['bodies of a level', '省级医院能做什么', []],
    ['a zone of a level', '国家级新区的药企', []],
    ['departments of a level', '争取省级部门支持', []],
    ['our own province', '拿回本省生产', []],
    ['a number to be followed', '怎样落实鲁政办字〔2025〕177号', []],
    ['a number and its followers', '鲁政办字〔2025〕177号的配套措施', []],
    ['quotation marks', '“2024年以来”「省级」文件', []],
    ['a title', '《2024年以来的文件》', []],
  ])('%s', (_what, query, mentions) => {
    expect(say(query)).toEqual(mentions)
  })
})

it('hides what is quoted and keeps positions', () => {
  const query = '按“济南市”和《2024年的规定》办'
  const hidden = hideQuotes(query)
  expect(hidden).toHaveLength(query.length)
  expect(hidden.replaceAll('\u0000', '')).toBe('按和办')
  expect(hideQuotes('“没有结束')).toBe('“没有结束')
})
