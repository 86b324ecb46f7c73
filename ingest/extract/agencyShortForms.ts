import { findShortForms } from '../../src/text/shortForms.ts'
import { isAgencyName } from './agencyNames.ts'

/** The words before the bracket that introduces a short name, a 中国（某） among them. */
const NAME_BEFORE = /(?:中国（[\p{Script=Han}]{2,6}）)?[\p{Script=Han}]{3,36}$/u
/** Words of the sentence before the name; the last one counts. */
const SENTENCE =
  /^.*(?:(?<!自)由|请|向|经(?!济|信|贸|开|营)|按照?|根据|依托|设立|成立|组建|授权|委托|作为|报|会同(?!县)|指导|支持|推动|建立)(?=.{4})/u
/** What a short name of a body ends with; 新区 and 试点 are shortened too. */
const SHORT_BODY = /(?:[局委厅办部署处会院]|中心|小组|专班|联席会议|分局|机关|机构|部门|单位|公司)$/u

/** The short names that a text gives to bodies: 市医保局 → 青河市医疗保障局 from 青河市医疗保障局（以下简称市医保局）. */
export function findAgencyShortForms(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const { short, start } of findShortForms(text)) {
    if (!SHORT_BODY.test(short) || found.has(short)) continue
    const words = NAME_BEFORE.exec(text.slice(Math.max(0, start - 50), start))?.[0] ?? ''
    const name = words.replace(SENTENCE, '')
    if (name.length > short.length && isAgencyName(name.replace(/（[^（）]*）/gu, ''))) found.set(short, name)
  }
  return found
}
