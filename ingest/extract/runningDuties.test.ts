import { expect, it } from 'vitest'
import { findRunningDuties } from './runningDuties.ts'

it.each([
  [
    '县林业局应当会同县水务局、县财政局研究提出意见。',
    ['县林业局 RESPONSIBLE', '县水务局 SUPPORT', '县财政局 SUPPORT'],
  ],
  ['湿地监测由县林业局牵头，县水务局积极配合。', ['县林业局 LEAD', '县水务局 SUPPORT']],
  ['由县林业局会同有关部门负责湿地普查。', ['县林业局 RESPONSIBLE', '有关部门 SUPPORT']],
  ['具体办法由县林业局会同县财政局另行制定。', ['县林业局 RESPONSIBLE', '县财政局 SUPPORT']],
  [
    '县林业局会同县水务、公安、保密等部门建立制度。',
    ['县林业局 RESPONSIBLE', '县水务部门 SUPPORT', '县公安部门 SUPPORT', '县保密部门 SUPPORT'],
  ],
  ['县级以上人民政府湿地主管部门负责本行政区域内的湿地保护。', ['县级以上人民政府湿地主管部门 RESPONSIBLE']],
  ['县人民政府授权县林业局负责统筹湿地资源管理。', ['县林业局 RESPONSIBLE']],
  ['湿地数据，由林业部门、乡镇人民政府负责；', ['林业部门 RESPONSIBLE', '乡镇人民政府 RESPONSIBLE']],
  ['各县、区人民政府负责本地区工作。', ['各县、区人民政府 RESPONSIBLE']],
  ['（3）县公安局负责维护秩序。', ['县公安局 RESPONSIBLE']],
  ['县林业局会同有关部门组建专家委员会。', ['县林业局 RESPONSIBLE', '有关部门 SUPPORT']],
  [
    '县林业局会同监测部门和运营单位建立机制。',
    ['县林业局 RESPONSIBLE', '监测部门 SUPPORT', '运营单位 SUPPORT'],
  ],
  ['县林业局会同同级财政部门制定标准。', ['县林业局 RESPONSIBLE', '同级财政部门 SUPPORT']],
  ['县林业局（以下称主管部门）负责登记。', ['县林业局 RESPONSIBLE']],
  ['补助标准由财政部门商水务主管部门另行制定。', ['财政部门 RESPONSIBLE', '水务主管部门 SUPPORT']],
  ['县商务局会同县供销社制定办法。', ['县商务局 RESPONSIBLE', '县供销社 SUPPORT']],
  ['县水务、气象等部门按照各自职责做好湿地保护工作。', ['县水务部门 RESPONSIBLE', '县气象部门 RESPONSIBLE']],
  ['县林业局负责修订规程，县供销社配合。', ['县林业局 RESPONSIBLE', '县供销社 SUPPORT']],
  // persons, forms and the body that interprets
  ['邀请县人民政府负责人出席。', []],
  ['联络员由各成员单位有关司局负责同志担任。', []],
  ['应当经办案部门负责人批准。', []],
  ['实行部门负责制。', []],
  ['本办法由县林业局负责解释。', []],
  // nobody is named
  ['按照主题分类，确定牵头部门负责统筹维护。', []],
  ['有关省、自治区、直辖市及矿区也要相应指定有关部门负责管理。', []],
  ['县林业局牵头的项目优先支持。', []],
  ['建立部门协同配合机制。', []],
])('reads %s', (text, expected) => {
  const found = findRunningDuties(text, { start: 0, end: text.length }, [])
  expect(found.map(({ printed, role }) => `${printed} ${role}`)).toEqual(expected)
})
