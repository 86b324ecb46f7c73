import { expect, it } from 'vitest'
import { splitHeading } from './heading.ts'
import { type Line, readLines } from './lines.ts'

it.each([
  // run in before the first full stop
  ['（一）优化服务。支持企业发展。', '优化服务', '支持企业发展。'],
  // a quotation or a bracket inside the heading does not end it
  ['（七）推进“一件事。”改革（试点）。全面推行。', '推进“一件事。”改革（试点）', '全面推行。'],
  // on a line of its own
  ['一、总体要求', '总体要求', ''],
  // with the note that says who is responsible
  ['三、优化用地保障（县自然资源局牵头，县林业局（含林场）配合）', '优化用地保障', ''],
  ['（三）优化用地保障（县自然资源局负责）。实行清单管理。', '优化用地保障', '实行清单管理。'],
  // what a rule says of itself
  ['三、本通告自发布之日起施行。有效期两年。', null, '本通告自发布之日起施行。有效期两年。'],
  // a first sentence that states a rule is no heading
  ['（二）对符合条件的企业给予奖励。每年评审一次。', null, '对符合条件的企业给予奖励。每年评审一次。'],
  // a grant, or an order to a body
  [
    '一、原则同意设立湿地公园（以下简称公园）。公园面积另行核定。',
    null,
    '原则同意设立湿地公园（以下简称公园）。公园面积另行核定。',
  ],
  [
    '四、省有关部门要按照职责分工，给予支持。重要情况及时报告。',
    null,
    '省有关部门要按照职责分工，给予支持。重要情况及时报告。',
  ],
  ['四、各部门要素保障。统筹资金。', '各部门要素保障', '统筹资金。'],
  // words that only begin like one
  ['（三）对外开放。扩大进口。', '对外开放', '扩大进口。'],
  ['（四）经费保障。列入预算。', '经费保障', '列入预算。'],
  // below （一） a sentence with a comma is no heading
  ['1.加强领导，压实责任。定期调度。', null, '加强领导，压实责任。定期调度。'],
  ['1.加强领导。定期调度。', '加强领导', '定期调度。'],
  // an article has a heading only in brackets
  ['第三条【适用范围】本办法适用于本市。', '适用范围', '本办法适用于本市。'],
  ['第三条本办法适用于本市。本市另有规定的除外。', null, '本办法适用于本市。本市另有规定的除外。'],
])('%s', (text, title, body) => {
  const line = readLines(text)[0] as Line
  const heading = splitHeading(line)
  expect(heading.title === null ? null : text.slice(heading.title.start, heading.title.end)).toBe(title)
  expect(text.slice(heading.bodyStart)).toBe(body)
})
