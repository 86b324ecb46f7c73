import { GraphQLError, Kind, type ValueNode } from 'graphql'

/** Year, month and day with two digits. */
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** A plain object, not a GraphQLScalarType: that would take the place of the contract's description. */
export const dateScalar = {
  serialize: (value: unknown): string => String(value),
  parseValue: readDate,
  parseLiteral: (node: ValueNode): string => readDate(node.kind === Kind.STRING ? node.value : null),
}

/** @throws GraphQLError BAD_INPUT unless it is a day of the calendar */
function readDate(value: unknown): string {
  const parts = typeof value === 'string' ? ISO_DATE.exec(value) : null
  if (parts !== null) {
    const text = parts[0]
    const date = new Date(`${text}T00:00:00Z`)
    // 2024-02-30 becomes another day, 2024-13-01 none.
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text
  }
  throw new GraphQLError(`日期应如 2024-07-18，收到 ${JSON.stringify(value)?.slice(0, 100)}`, {
    extensions: { code: 'BAD_INPUT' },
  })
}
