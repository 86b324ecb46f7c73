// A real Neo4j Community server from Maven's packages, for tests and measurements; never for data that matters.
//
//   node scripts/neo4j.mjs prepare [--offline]   gets the packages (some 130 MB the first time)
//   node scripts/neo4j.mjs start [options]       starts it and prints its address
//   node scripts/neo4j.mjs stop --dir DIR [--remove]
//
// Options of start: --dir DIR (default: a new temporary folder) --port N --password P --heap 768m --conf key=value
// --java-option=-X… (both repeatable) --watch PID (ends with that process, then its folder goes) --offline.
// With --json everything that a program needs is printed: uri, user, password, database, dir, pid.
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { findProgram, Unprovided } from './neo4j/classPath.mjs'
import { keepServer, start, stop } from './neo4j/server.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dir: { type: 'string' },
    port: { type: 'string' },
    password: { type: 'string' },
    heap: { type: 'string' },
    conf: { type: 'string', multiple: true },
    'java-option': { type: 'string', multiple: true },
    watch: { type: 'string' },
    offline: { type: 'boolean' },
    remove: { type: 'boolean' },
    json: { type: 'boolean' },
  },
})
const print = (value, plain) => process.stdout.write(`${values.json ? JSON.stringify(value) : plain}\n`)

const COMMANDS = {
  async prepare() {
    const { version, java } = findProgram({ offline: values.offline })
    print({ version, java }, `Neo4j ${version}`)
  },
  async start() {
    const server = await start(startOptions())
    print(server, `${server.uri} (user ${server.user}, password ${server.password}, folder ${server.dir})`)
  },
  async stop() {
    if (values.dir === undefined) throw new Error('--dir')
    await stop(values.dir, { remove: values.remove })
  },
  keep: async () => keepServer(JSON.parse(await text(process.stdin))),
}

function startOptions() {
  const { dir, password, heap, offline } = values
  const conf = Object.fromEntries((values.conf ?? []).map((pair) => pair.split(/=(.*)/s).slice(0, 2)))
  const numbers = {
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
    ...(values.watch === undefined ? {} : { watch: Number(values.watch) }),
  }
  return { dir, password, heap, offline, conf, javaOptions: values['java-option'] ?? [], ...numbers }
}

try {
  const command = COMMANDS[positionals[0]]
  if (command === undefined) throw new Error(`${Object.keys(COMMANDS).slice(0, 3).join(' | ')}`)
  await command()
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  if (values.json) print({ reason, unprovided: error instanceof Unprovided })
  else process.stderr.write(`${reason}\n`)
  process.exitCode = error instanceof Unprovided ? 3 : 1
}
