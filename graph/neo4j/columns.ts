import type { Parameters, Row, Transaction } from './transaction.ts'

/** Words behind a column. */
const ENDS_COLUMN: ReadonlySet<string> = new Set([',', 'ORDER', 'LIMIT', 'SKIP', 'UNION'])

/** What opens and closes a nested part of a statement. */
const DEPTH: Readonly<Record<string, number>> = { '(': 1, '[': 1, '{': 1, ')': -1, ']': -1, '}': -1 }

/** The words of a statement outside brackets and quotation marks; a comma is a word of its own. */
function* outerWords(statement: string): Generator<string> {
  let depth = 0
  for (const match of statement.matchAll(/'[^']*'|[([{)\]}]|,|\w+/g)) {
    const [word] = match
    const step = DEPTH[word]
    if (step !== undefined) depth += step
    else if (depth === 0) yield word
  }
}

/** Of statements, which are few: what conditions they hold varies, not the values. */
const known = new Map<string, readonly string[]>()
/** Who combines all conditions makes thousands: then it is begun anew, so that it does not grow without end. */
const MOST_KNOWN = 1_000

/**
 * The names of the columns that a statement returns: of its last RETURN, each by its `AS` or as a bare name.
 * @param statement with strings in single quotes only, and without comments or `RETURN *`
 */
export function columnsOf(statement: string): readonly string[] {
  const found = known.get(statement)
  if (found !== undefined) return found
  if (known.size >= MOST_KNOWN) known.clear()
  const columns = findColumns(statement)
  known.set(statement, columns)
  return columns
}

function findColumns(statement: string): readonly string[] {
  let columns: string[] = []
  let last = ''
  let isInside = false
  for (const word of outerWords(statement)) {
    if (isInside && ENDS_COLUMN.has(word)) columns.push(last)
    if (word === 'RETURN') columns = []
    isInside = word === 'RETURN' || (isInside && (word === ',' || !ENDS_COLUMN.has(word)))
    last = word
  }
  return isInside ? [...columns, last] : columns
}

/** Rows that came as one list of lists of values. */
export function toRows(columns: readonly string[], list: unknown): Row[] {
  return ((list ?? []) as unknown[][]).map((values) => {
    const row: Record<string, unknown> = {}
    for (const [i, column] of columns.entries()) row[column] = values[i]
    return row
  })
}

/** A statement whose rows are one list, named as said, within another one: `CALL () { … }`. */
export function asList(statement: string, name: string): string {
  return `CALL () { CALL () { ${statement} } RETURN collect([${columnsOf(statement).join(', ')}]) AS ${name} }`
}

/** The rows of several statements with the same parameters, few of each, by one statement: one round trip. */
export async function runAtOnce(
  transaction: Transaction,
  statements: readonly string[],
  parameters: Parameters,
): Promise<Row[][]> {
  const lists = statements.map((statement, i) => asList(statement, `list${i}`))
  const names = statements.map((_, i) => `list${i}`)
  const [answer] = await transaction.run(`${lists.join(' ')} RETURN ${names.join(', ')}`, parameters)
  return statements.map((statement, i) => toRows(columnsOf(statement), answer?.[`list${i}`]))
}
