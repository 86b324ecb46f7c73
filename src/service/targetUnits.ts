import type { TargetNode } from '../domain/nodes.ts'

/** Two quantities in one unit; `least` and `most` differ where a range is printed. */
export interface CommonMeasure {
  readonly own: Range
  readonly other: Range
  readonly unit: string
}
interface Range {
  readonly least: number
  readonly most: number
}
type Quantity = Pick<TargetNode, 'value' | 'valueMax' | 'unit' | 'amount' | 'amountUnit'>

/** Public holidays are left out of account: they differ from year to year. */
const WORKING_DAYS_A_WEEK = 5
const WORKING_DAY = '工作日'
const DAY = '天'
const WEEK = '周'

/** Counters that count the same kind of thing; 个 may stand for any of them. */
const COUNTERS: readonly (readonly string[])[] = [
  ['家', '户', '所', '处', '座'],
  ['项', '种', '件', '款', '类', '品'],
  ['人', '名', '人次'],
  ['场', '次', '期'],
]
const ANY_COUNTER = '个'

/**
 * Both quantities in one unit: the printed one where it is the same, else the base unit (元, 天, %). Null where there is
 * none: calendar days against working days (unless a side prints weeks), percent against percentage points, a missing value.
 */
export function commonMeasure(own: Quantity, other: Quantity): CommonMeasure | null {
  if (own.value === null || other.value === null || own.unit === null || other.unit === null) return null
  if (own.unit === other.unit)
    return measure(printed(own), printed(other), own.unit.replace(/^个(?=工作)/, ''))
  const [a, b] = [inBase(own), inBase(other)]
  if (a === null || b === null) return null
  if (own.amountUnit === other.amountUnit) return measure(a, b, own.amountUnit ?? '')
  const [daysA, daysB] = [workingDays(own), workingDays(other)]
  if (daysA !== null && daysB !== null) return measure(daysA, daysB, WORKING_DAY)
  return countTheSame(own.amountUnit, other.amountUnit) ? measure(a, b, own.amountUnit ?? '') : null
}

/** Whether the quantity is a length of time. */
export function isTime({ amountUnit }: Pick<TargetNode, 'amountUnit'>): boolean {
  return amountUnit === DAY || amountUnit === WORKING_DAY
}

function measure(own: Range | null, other: Range | null, unit: string): CommonMeasure | null {
  return own === null || other === null ? null : { own, other, unit }
}

function printed({ value, valueMax }: Quantity): Range | null {
  return value === null ? null : { least: value, most: valueMax ?? value }
}

function inBase({ value, valueMax, amount, unit, amountUnit }: Quantity): Range | null {
  if (value === null || amount === null) return null
  if (valueMax === null) return { least: amount, most: amount }
  if (unit === amountUnit) return { least: amount, most: valueMax }
  // the factor of the unit follows from the lower end; 0至5万元 does not tell it
  return value === 0 ? null : { least: amount, most: (valueMax * amount) / value }
}

/** Weeks become working days; calendar days do not, since it is not said which days they are. */
function workingDays(quantity: Quantity): Range | null {
  if (quantity.amountUnit === WORKING_DAY) return inBase(quantity)
  const weeks = quantity.unit === WEEK ? printed(quantity) : null
  if (weeks === null) return null
  return { least: weeks.least * WORKING_DAYS_A_WEEK, most: weeks.most * WORKING_DAYS_A_WEEK }
}

function countTheSame(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false
  const groups = COUNTERS.filter((group) => group.includes(a) || group.includes(b))
  if (a === ANY_COUNTER || b === ANY_COUNTER) return groups.length === 1
  return groups.length === 1 && groups[0]?.includes(a) === true && groups[0].includes(b)
}
