/**
 * `npm run bench`: measures the bars of speed and memory and compares them with the committed results.
 * `--only NAME` (repeatable), `--quick`, `--clauses N` (of the synthetic corpus), `--store neo4j`, `--json FILE`, `--save` (rewrites the committed results). See docs/benchmarks.md.
 */
import { parseArgs } from 'node:util'
import { STORE_NAMES } from './bench.ts'
import { MEASUREMENTS } from './measurement.ts'
import { describeResults, formatResults, readBaseline, saveBaseline, writeResults } from './results.ts'
import { runAll } from './runAll.ts'
import { SIZES } from './sizes.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    clauses: { type: 'string' },
    store: { type: 'string', default: 'embedded' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    save: { type: 'boolean', default: false },
  },
})
const unknown = values.only.filter((name) => !MEASUREMENTS.some((row) => row.name === name))
if (unknown.length > 0) {
  console.error(
    `no measurement ${unknown.join(', ')}; there are ${MEASUREMENTS.map((row) => row.name).join(', ')}`,
  )
  process.exit(2)
}
if (values.clauses !== undefined && !/^[1-9]\d{2,6}$/.test(values.clauses)) {
  console.error('--clauses takes a number from 100')
  process.exit(2)
}
const store = STORE_NAMES.find((name) => name === values.store)
if (store === undefined) {
  console.error(`--store takes ${STORE_NAMES.join(' or ')}`)
  process.exit(2)
}
if (store !== 'embedded' && values.save) {
  console.error('--save keeps figures of the embedded store: leave out --store')
  process.exit(2)
}
if (values.clauses !== undefined && values.save) {
  console.error('--save keeps figures of the usual size: leave out --clauses')
  process.exit(2)
}
const chosen = MEASUREMENTS.filter(
  (row) => row.stores.includes(store) && (values.only.length === 0 || values.only.includes(row.name)),
)
const size = values.quick ? 'quick' : 'full'
const sizes = {
  ...SIZES[size],
  ...(values.clauses === undefined ? {} : { largeClauses: Number(values.clauses) }),
}
const figures = await runAll(chosen, sizes, (line) => console.error(`measuring ${line} …`), store)
const results = describeResults(figures, size)
console.log(formatResults(results, readBaseline()))
if (values.json !== undefined) writeResults(values.json, results)
if (values.save) saveBaseline(results)
