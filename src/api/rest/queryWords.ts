import { z } from 'zod'
import type { Operation } from '../../operations/operation.ts'

/** Number, boolean, list … of each argument, by its name. */
type Kinds = Readonly<Record<string, string | undefined>>

const BOOLEANS = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])
const kindsOf = new WeakMap<Operation, Kinds>()

/**
 * The arguments of a call that stand in an address. Numbers and truth values are read as such; a list may be given several times or with
 * commas. What does not fit is left as it is, for the schema to refuse.
 */
export function readQueryWords(operation: Operation, words: URLSearchParams): Record<string, unknown> {
  const kinds = kindsOf.get(operation) ?? readKinds(operation)
  kindsOf.set(operation, kinds)
  return Object.fromEntries(
    [...new Set(words.keys())].map((name) => {
      const given = words.getAll(name)
      const first = given[0] ?? ''
      if (kinds[name] === 'array') return [name, given.length > 1 ? given : first]
      if (kinds[name] === 'integer' || kinds[name] === 'number')
        return [name, first.trim() !== '' && Number.isFinite(Number(first)) ? Number(first) : first]
      if (kinds[name] === 'boolean') return [name, BOOLEANS.get(first.trim().toLowerCase()) ?? first]
      return [name, first]
    }),
  )
}

function readKinds({ input }: Operation): Kinds {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input' })
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      typeof schema === 'object' && typeof schema.type === 'string' ? schema.type : undefined,
    ]),
  )
}
