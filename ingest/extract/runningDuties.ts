import type { TextRange } from '../../src/domain/span.ts'
import type { Role } from '../../src/domain/vocabulary.ts'
import { isAgencyName, splitAgencies } from './agencyNames.ts'

/** A duty that running text assigns, outside any note. */
export interface RunningDuty {
  readonly printed: string
  readonly role: Role
  readonly range: TextRange
}

export interface RunningRule {
  readonly id: string
  /** Group `who` holds the list of bodies. */
  readonly pattern: RegExp
  readonly role: Role
  readonly example: { readonly text: string; readonly who: string }
}

// A phrase with 的, 由 or 和参与 in it describes something; it names no body.
const WHO = '(?<who>(?:(?![的由])[\\p{Script=Han}、]){2,40}?(?:部门|政府|委员会|管委会|中心|分局|[局委厅办]))'

export const RUNNING_RULES: readonly RunningRule[] = [
  {
    id: 'running/lead',
    pattern: new RegExp(`(?<=^|[，。；])由?${WHO}牵头(?!的)`, 'gu'),
    role: 'LEAD',
    example: { text: '由市科技局牵头，建立机制', who: '市科技局' },
  },
  {
    id: 'running/responsible',
    pattern: new RegExp(`(?<=^|[，。；])由?${WHO}(?:具体)?(?:负责|对[^，。；]{2,20}负总责|负总责)`, 'gu'),
    role: 'RESPONSIBLE',
    example: { text: '财政部门负责保障所需经费', who: '财政部门' },
  },
  {
    id: 'running/together',
    pattern: new RegExp(`会同${WHO}(?=[\\p{Script=Han}，。])`, 'gu'),
    role: 'SUPPORT',
    example: { text: '会同省药监局开展培训', who: '省药监局' },
  },
]

/** Duties in the running text of a clause's body. */
export function findRunningDuties(text: string, body: TextRange, notes: readonly TextRange[]): RunningDuty[] {
  const words = text.slice(body.start, body.end)
  const duties: RunningDuty[] = []
  for (const rule of RUNNING_RULES) {
    for (const match of words.matchAll(rule.pattern)) {
      const who = match.groups?.['who'] ?? ''
      const start = body.start + match.index + match[0].indexOf(who)
      if (notes.some((note) => note.start <= start && start < note.end)) continue
      for (const range of splitAgencies(text, { start, end: start + who.length })) {
        const printed = text.slice(range.start, range.end)
        if (isAgencyName(printed)) duties.push({ printed, role: rule.role, range })
      }
    }
  }
  return duties.sort((a, b) => a.range.start - b.range.start)
}
