import { overlaps, type TextRange } from '../domain/span.ts'
import type { Role } from '../domain/vocabulary.ts'

/** An answer says that a body has a role. */
export interface DutyClaim extends TextRange {
  /** As printed in the answer. */
  readonly agency: string
  readonly role: Role
}

export interface DutyRule {
  readonly id: string
  readonly role: Role
  readonly pattern: RegExp
  readonly example: string
}

const NO_DUTY = '(?!人|者|同志|任|制|解释|的|对象)'
const MANNER =
  '(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?|分别|共同|联合|主要|具体|统筹|一起|予以|给予|积极)*'

/** A verb behind the names of bodies; the first that matches at a place wins. */
export const DUTY_VERBS: readonly DutyRule[] = [
  {
    id: 'verb/lead',
    role: 'LEAD',
    pattern: new RegExp(`${MANNER}(?:牵头(?![的单部人])|主办|抓总)`, 'uy'),
    example: '由市科技局牵头',
  },
  {
    id: 'verb/support',
    role: 'SUPPORT',
    pattern: new RegExp(`${MANNER}(?:配合(?![单部])|协助|参与|协办)`, 'uy'),
    example: '市财政局配合',
  },
  {
    id: 'verb/responsible',
    role: 'RESPONSIBLE',
    pattern: new RegExp(`${MANNER}负责${NO_DUTY}`, 'uy'),
    example: '市财政局负责',
  },
]

/** A label before the names of bodies. */
export const DUTY_LABELS: readonly DutyRule[] = [
  {
    id: 'label/lead',
    role: 'LEAD',
    pattern: /(?:牵头|主办|主要责任)(?:责任)?(?:单位|部门|机关)(?:分别|主要)?(?:是|为|有|包括|：)+/gu,
    example: '牵头单位是市商务局',
  },
  {
    id: 'label/support',
    role: 'SUPPORT',
    pattern: /(?:配合|协办|参与)(?:责任)?(?:单位|部门|机关)(?:分别|主要)?(?:是|为|有|包括|：)+/gu,
    example: '配合单位：市财政局',
  },
  {
    id: 'label/responsible',
    role: 'RESPONSIBLE',
    pattern: /责任(?:单位|部门|机关)(?:分别|主要)?(?:是|为|有|包括|：)+/gu,
    example: '责任单位包括市应急局和市教育局',
  },
]

/** What the name of a body ends with. */
const BODY_END =
  /(?:局|委|厅|办|部|处|室|院|会|中心|政府|公司|银行|分行|支行|海关|工委|妇联|残联|科协|工商联|大队|支队|站|所|署|组|专班|管委会|党组)(?:（[^（）]{1,12}）)?$/u
/** What a list of names begins behind. */
const MARK = /[，。；：！？\n“”《》（）\-*]/u
/** Words before the first name: 该项由, 主要由, 并由. */
const BEFORE_NAME =
  /^(?:.*(?:(?<!自)由|其中|包括|以及|规定|明确|要求|提出|：|“|”|》|）)(?=\p{Script=Han}{2}))?(?:并|则|再|应当?|须|是|为|有|其|请|同时|均|也|还)*/u

/** Who has which role, as the sentences of an answer say outside `hidden` ranges (quotations, names of documents). */
export function findDutyClaims(text: string, sentence: TextRange, hidden: readonly TextRange[]): DutyClaim[] {
  const claims = [...labelled(text, sentence), ...before(text, sentence)]
  return claims
    .filter((claim) => !hidden.some((range) => overlaps(range, claim)))
    .sort((a, b) => a.start - b.start)
}

/** 牵头单位是甲局，配合单位是乙局、丙局. */
function labelled(text: string, sentence: TextRange): DutyClaim[] {
  const words = text.slice(sentence.start, sentence.end)
  return DUTY_LABELS.flatMap(({ pattern, role }) =>
    [...words.matchAll(pattern)].flatMap(({ index, 0: label }) => {
      const start = sentence.start + index + label.length
      const rest = text.slice(start, sentence.end)
      const length = /[，。；：！？\n“”《》（）]/u.exec(rest)?.index ?? rest.length
      return namesIn(text, { start, end: start + length }).map((name) => ({ ...name, role }))
    }),
  )
}

/** 由甲局、乙局牵头，丙局配合: the names between the last mark and the verb. */
function before(text: string, sentence: TextRange): DutyClaim[] {
  const claims: DutyClaim[] = []
  let start = sentence.start
  for (let at = sentence.start; at < sentence.end; at++) {
    if (MARK.test(text[at]!)) start = at + 1
    const verb = verbAt(text, at)
    if (verb === null) continue
    const names = namesIn(text, { start, end: at }).map((name, index, all) => ({
      ...name,
      // the verb belongs to the claim of the last name
      end: index === all.length - 1 ? verb.end : name.end,
      role: verb.role,
    }))
    claims.push(...names)
    at = verb.end - 1
  }
  return claims
}

function verbAt(text: string, at: number): { readonly role: Role; readonly end: number } | null {
  for (const { pattern, role } of DUTY_VERBS) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null) return { role, end: at + match[0].length }
  }
  return null
}

/** The names of bodies in a list; a part that is no name of a body is left out. */
function namesIn(text: string, range: TextRange): (TextRange & { readonly agency: string })[] {
  const names: (TextRange & { readonly agency: string })[] = []
  let start = range.start
  for (let at = range.start; at <= range.end; at++) {
    if (at < range.end && !isBetweenNames(text, start, at)) continue
    const part = text.slice(start, at)
    const lead = BEFORE_NAME.exec(part)?.[0].length ?? 0
    const agency = part
      .slice(lead)
      .replace(/(?:分别|共同|联合|等|等部门|等单位)+$/u, '')
      .trim()
    if (agency.length >= 2 && agency.length <= 24 && BODY_END.test(agency)) {
      const from = start + part.indexOf(agency, lead)
      names.push({ start: from, end: from + agency.length, agency })
    }
    start = at + 1
  }
  return names
}

/** 、 parts names; 和 does only behind a whole name: 市工业和信息化局 is one. */
function isBetweenNames(text: string, start: number, at: number): boolean {
  if (text[at] === '、') return true
  return /[和及与]/u.test(text[at]!) && BODY_END.test(text.slice(start, at))
}
