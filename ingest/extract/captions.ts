import type { IsoDate } from '../../src/domain/nodes.ts'
import type { TextRange } from '../../src/domain/span.ts'
import { findDates } from '../../src/text/dates.ts'
import { findOrders } from '../../src/text/documentNumbers.ts'

/** What a 题注 can say of a rule; an approval by an upper body does not date the rule. */
export const CAPTION_EVENTS = ['通过', '批准', '公布', '修订', '修正'] as const
export type CaptionEventName = (typeof CAPTION_EVENTS)[number]

/** One step of a rule's history: 2003年5月29日某省第十届人民代表大会常务委员会第三次会议通过. */
export interface CaptionEvent {
  readonly name: CaptionEventName
  readonly date: IsoDate
  /** Who did it: 某省人民代表大会常务委员会, 国务院. */
  readonly body: { readonly value: string; readonly range: TextRange } | null
  /** The order that made it known: 国务院令第142号. */
  readonly order: { readonly value: string; readonly range: TextRange } | null
  readonly range: TextRange
}

/** The last word of a step names it; 修订通过 is 修订. */
const EVENT =
  /(?<word>修订通过|修正|修订|修改|通过|批准|公布|发布|颁布)(?:施行|并施行|实施)?[，。；、）\s]*(?:根据|自.{0,24}施行|并?由.{0,40}公布)?[，。；）\s]*$/
const NAMES: Readonly<Record<string, CaptionEventName>> = {
  修订通过: '修订',
  修改: '修正',
  发布: '公布',
  颁布: '公布',
}
const CONGRESS =
  /(?<place>[\p{Script=Han}]{2,24}?)(?:第[一二三四五六七八九十]+届)?(?<body>人民代表大会常务委员会|人民代表大会|人大常委会)/u
const COUNCIL =
  /(?<body>国务院|[\p{Script=Han}]{2,20}?人民政府|[市省州县区]政府|[\p{Script=Han}]{2,16}?(?:部|局|署|委员会))(?=第|令|常务会议|部务会议|局务会议|审议)/u

/** The steps that the 题注 tells, in its order. */
export function readCaptions(text: string, captions: readonly TextRange[]): CaptionEvent[] {
  return captions.flatMap((caption) => {
    const words = text.slice(caption.start, caption.end)
    const dates = findDates(words).filter((date) => date.precision === 'DAY')
    return dates.flatMap((date, i) => {
      const until = dates[i + 1]?.start ?? words.length
      const range = { start: caption.start + date.start, end: caption.start + until }
      const event = readEvent(text, range, caption.start + date.end, date.date)
      return event === null ? [] : [event]
    })
  })
}

function readEvent(text: string, range: TextRange, from: number, date: IsoDate): CaptionEvent | null {
  const words = text.slice(from, range.end)
  const word = EVENT.exec(words.slice(-60))?.groups?.['word']
  if (word === undefined) return null
  const end = range.start + text.slice(range.start, range.end).lastIndexOf(word) + word.length
  const order = findOrders(text, { start: from, end })[0]
  return {
    name: NAMES[word] ?? (word as CaptionEventName),
    date,
    body: readBody(words, from, order?.number ?? null, order ?? null),
    order:
      order === undefined ? null : { value: order.number, range: { start: order.start, end: order.end } },
    range: { start: range.start, end },
  }
}

function readBody(words: string, from: number, number: string | null, place: TextRange | null) {
  const head = words.slice(0, 60).split('《')[0] as string
  const congress = CONGRESS.exec(head)
  if (congress?.groups?.['place'] !== undefined && congress.groups['body'] !== undefined) {
    const printed = congress.groups['place'].replace(/^(?:已|经)+/, '')
    const start = from + congress.index + congress[0].indexOf(printed)
    const range = { start, end: from + congress.index + congress[0].length }
    const body = congress.groups['body'].replace('人大常委会', '人民代表大会常务委员会')
    return { value: printed.replace(/第[一二三四五六七八九十]+届$/, '') + body, range }
  }
  if (number !== null && place !== null)
    return { value: number.replace(/令第.*$/, ''), range: { start: place.start, end: place.end } }
  const council = COUNCIL.exec(head)
  if (council === null) return null
  const value = council.groups?.['body'] as string
  const start = from + council.index
  return { value: value.replace(/^(?:已|经)+/, ''), range: { start, end: start + value.length } }
}

/** The step that dates the text as it stands: the newest but an approval. */
export function newestEvent(events: readonly CaptionEvent[]): CaptionEvent | null {
  return (
    events
      .filter(({ name }) => name !== '批准')
      .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))[0] ?? null
  )
}

/** The step that made the rule what it is, amendments left out: 自公布之日起施行 counts from it. */
export function madeEvent(events: readonly CaptionEvent[]): CaptionEvent | null {
  return newestEvent(events.filter(({ name }) => name !== '修正'))
}
