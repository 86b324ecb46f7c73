/** One row of an answer by its column names. */
export type Row = Readonly<Record<string, unknown>>
export type Parameters = Readonly<Record<string, unknown>>

/** Integers are given as `bigint`: the driver sends a `number` as a float. */
export interface Transaction {
  run(query: string, parameters?: Parameters): Promise<Row[]>
}
