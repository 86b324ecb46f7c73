import { describe, expect, it } from 'vitest'
import { splitTopLevel } from '../../src/text/brackets.ts'
import { readShortTitles } from '../../src/text/citedTitles.ts'
import { findLaws, LAW_NAMES } from '../../src/text/lawNames.ts'
import { findCitations } from './citation.ts'
import { findReferences, REFERENCE_RULES } from './references.ts'

const NOBODY = { number: null, titles: [] as string[] }

/** What the last paragraph of a text refers to. */
function refer(text: string, self = NOBODY) {
  const shortTitles = readShortTitles(text)
  const range = { start: text.lastIndexOf('\n') + 1, end: text.length }
  const named = splitTopLevel(text, { start: 0, end: text.length }, '\n').flatMap((line) =>
    findCitations(text, line, self, shortTitles),
  )
  return findReferences({ text, self, shortTitles, named }, range).map(
    ({ title, number, relation, locator, naming }) =>
      [title, number, relation, locator, naming].map((part) => part ?? '·').join(' '),
  )
}

describe('findReferences', () => {
  it.each(REFERENCE_RULES.map((rule) => [rule.id, rule.example] as const))('%s', (_, { text, title }) => {
    expect(refer(text)).toMatchObject([expect.stringContaining(title)])
  })

  it.each([
    // over sentences and paragraphs, to the nearest one of the kind
    [
      '贯彻《甲湿地意见》（青政发〔2021〕3号），参照《乙湿地办法》。\n按照该意见第三条办理。',
      ['甲湿地意见 青政发〔2021〕3号 BASED_ON 第三条 REFERENCE'],
    ],
    // 上述 takes the whole list
    [
      '原《甲湿地办法》《乙湿地办法》不再适用。\n上述办法自本通知印发之日起废止。',
      ['甲湿地办法 · SUPERSEDES · REFERENCE', '乙湿地办法 · SUPERSEDES · REFERENCE'],
    ],
    ['对照《甲湿地规划》。\n《规划》另有规定的除外。', ['甲湿地规划 · CITES · ·']],
    // nothing of the kind before it, a word that goes on, the document itself
    ['落实《甲湿地规划》。\n按照该办法办理。', []],
    ['落实《甲湿地规划》。\n该规划区、该计划单列市不受限制。', []],
    // what the range itself cites adds nothing unless a provision is named
    ['根据《甲湿地办法》，按照该办法补助。', []],
    ['根据《甲湿地办法》，按照该办法第二条补助。', ['甲湿地办法 · BASED_ON 第二条 REFERENCE']],
    // short names that the text introduced, outside 《》
    [
      '按照《青河县湿地保护规划》（以下简称“湿地规划”）。\n落实湿地规划第二章，建设湿地规划区。',
      ['青河县湿地保护规划 · IMPLEMENTS 第二章 NAME'],
    ],
    [
      '《青河县湿地规划》（以下简称《规划》）已经印发。\n按照规划要求推进，做好规划编制。',
      ['青河县湿地规划 · BASED_ON · NAME'],
    ],
    [
      '落实青政发〔2021〕3号文件（以下简称“湿地政策”）。\n违反湿地政策的，不予补助。',
      ['· 青政发〔2021〕3号 CITES · NAME'],
    ],
    // laws without marks
    [
      '依照药品管理法、疫苗管理法的规定处罚。',
      ['中华人民共和国药品管理法 · BASED_ON · NAME', '中华人民共和国疫苗管理法 · BASED_ON · NAME'],
    ],
    ['民法典第十条另有规定的，从其规定。', ['中华人民共和国民法典 · CITES 第十条 NAME']],
    ['违反药品管理法实施条例第三条规定的', ['中华人民共和国药品管理法实施条例 · CITES 第三条 NAME']],
    ['加强药品管理法治建设，执行药品管理法律，学习药品管理法知识', []],
  ])('%s', (text, expected) => {
    expect(refer(text)).toEqual(expected)
  })

  it('does not take the document itself for another one', () => {
    expect(
      refer('落实《甲湿地规划》。\n该规划自印发之日起施行。', { number: null, titles: ['甲湿地规划'] }),
    ).toEqual([])
  })
})

it.each(LAW_NAMES.map((name) => [name] as const))('finds %s by its own name', (name) => {
  const text = `依照${name}第一条的规定`
  const [law] = findLaws(text, { start: 0, end: text.length }, [])
  expect(text.slice(law?.start, law?.end)).toBe(name)
})
