import { asList, columnsOf, toRows } from './columns.ts'
import type { Parameters, Row, Transaction } from './transaction.ts'

/** One who waits for the lists of the statements. */
interface Call {
  /** `f0` …, `k0` …: what it alone asks for. */
  readonly own: Parameters
  readonly resolve: (lists: Row[][]) => void
  readonly reject: (reason: unknown) => void
}

/** Calls that differ in nothing but their own parameters. */
interface Calls {
  /** The same for all that may be asked as one. */
  readonly key: string
  readonly statements: readonly string[]
  readonly common: Parameters
  readonly calls: Call[]
}

/** Calls of one statement at most: the server answers them one after the other. */
const MOST = 16

const waiting = new WeakMap<Transaction, Calls[]>()

/** Parameters of its own become properties of the row `call`, which each subquery takes in. */
function takeFromCall(statement: string): string {
  return statement.replace(/\$(?=[fk]\d)/g, 'call.').replaceAll('CALL ()', 'CALL (call)')
}

/**
 * The rows of some statements, few of each. What is asked for in the same turn by the same words, with other parameters of
 * its own, is asked of the server at once: the lists of eight documents are one statement.
 * @param statements without a WITH that drops variables before the last parameter of their own
 */
export function runCall(
  transaction: Transaction,
  statements: readonly string[],
  { own, common }: { readonly own: Parameters; readonly common: Parameters },
): Promise<Row[][]> {
  return new Promise((resolve, reject) => {
    const groups = groupsOf(transaction)
    const key = [...statements, ...Object.entries(common).flat()].join('\n')
    const group = groups.find((each) => each.key === key && each.calls.length < MOST)
    const call = { own, resolve, reject }
    if (group === undefined) groups.push({ key, statements, common, calls: [call] })
    else group.calls.push(call)
  })
}

function groupsOf(transaction: Transaction): Calls[] {
  const known = waiting.get(transaction)
  if (known !== undefined) return known
  const groups: Calls[] = []
  waiting.set(transaction, groups)
  queueMicrotask(() => {
    waiting.delete(transaction)
    for (const group of groups) void answer(transaction, group)
  })
  return groups
}

async function answer(transaction: Transaction, { statements, common, calls }: Calls): Promise<void> {
  const names = statements.map((_, i) => `list${i}`)
  const lists = statements.map((statement, i) => takeFromCall(asList(statement, names[i]!)))
  try {
    const rows = await transaction.run(
      `UNWIND range(0, size($calls) - 1) AS i WITH i, $calls[i] AS call ${lists.join(' ')} RETURN i, ${names.join(', ')}`,
      { ...common, calls: calls.map(({ own }) => own) },
    )
    for (const row of rows)
      calls[row['i'] as number]!.resolve(names.map((name, i) => toRows(columnsOf(statements[i]!), row[name])))
  } catch (error) {
    for (const { reject } of calls) reject(error)
  }
}
