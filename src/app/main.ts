import { homedir } from 'node:os'
import type { Terminal } from '../cli/runtime.ts'
import { toZhengmaiError } from '../errors/error.ts'
import { findPackage } from './packageRoot.ts'
import { createRuntime } from './runtime.ts'

/** A second signal, or a shutdown that takes longer (ms), ends the process at once. */
const SHUTDOWN_PATIENCE = 10_000
/** What is still running this long after a command is done (ms) is not waited for. */
const LEFTOVER_PATIENCE = 200
/** 128 + SIGINT, as shells report it. */
const INTERRUPTED = 130

/** Runs the command line of this process; the only place that reads how it was started. */
export async function main(): Promise<void> {
  const place = findPackage(import.meta.url)
  const stop = new AbortController()
  listenForSignals(stop)
  process.on('uncaughtException', crash)
  process.on('unhandledRejection', crash)
  const runtime = createRuntime({
    place,
    env: process.env,
    platform: process.platform,
    nodeVersion: process.versions.node,
    home: homedir(),
    workingDir: process.cwd(),
    terminal: openTerminal(),
    pipes: () => ({ input: process.stdin, output: process.stdout }),
    signal: stop.signal,
  })
  const { runCli } = await import('../cli/run.ts')
  const words = process.argv.slice(2)
  const status = await runCli(words, runtime)
  leave(stop.signal.aborted && words[0] !== 'serve' ? INTERRUPTED : status)
}

/** Ends the process when all is written, even where a library left a timer or a socket behind. */
function leave(status: number): void {
  process.exitCode = status
  setInterval(() => {
    if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit()
  }, LEFTOVER_PATIENCE).unref()
}

function openTerminal(): Terminal {
  // a reader that has seen enough (`| head`) closes the pipe: no fault of ours
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1)
  })
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    interactive: process.stderr.isTTY === true,
  }
}

function listenForSignals(stop: AbortController): void {
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(INTERRUPTED)
    stop.abort()
    setTimeout(() => process.exit(process.exitCode ?? INTERRUPTED), SHUTDOWN_PATIENCE).unref()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

/** What no one caught is a fault of the program: told whole, then the end, since nothing can be relied on. */
function crash(error: unknown): void {
  const { code, message, cause, stack } = toZhengmaiError(error)
  const origin = cause instanceof Error ? cause.stack : stack
  process.stderr.write(`错误 ${code}: ${message}\n${origin ?? ''}\n`)
  process.exit(1)
}
