import cliProgress from 'cli-progress'
import type { OnProgress, Progress, Terminal } from './runtime.ts'

/** Where no bar can be drawn, a line is written at each of these shares of the work. */
const PLAIN_STEPS = 10
const MEGABYTE = 1024 * 1024

export interface ProgressDisplay {
  readonly show: OnProgress
  /** Takes the bar away, so that other text can be written. */
  stop(): void
}

/** Progress on standard error: a bar on a terminal, plain lines elsewhere. */
export function createProgress(terminal: Terminal): ProgressDisplay {
  return terminal.interactive ? createBar() : createLines(terminal)
}

function createBar(): ProgressDisplay {
  let bar: cliProgress.SingleBar | null = null
  let pace: Pace | null = null
  const stop = () => {
    bar?.stop()
    bar = null
  }
  const show: OnProgress = (progress) => {
    if (pace?.stage !== progress.stage) {
      stop()
      pace = { stage: progress.stage, start: Date.now(), from: progress.done }
    }
    const { done, total } = scaled(progress)
    const words = paceWords(pace, progress)
    if (bar === null) {
      const format = `${progress.stage} [{bar}] {value}/{total} ${unitOf(progress)} {rate}{left}`
      bar = new cliProgress.SingleBar({ format, clearOnComplete: true, hideCursor: true })
      bar.start(total ?? done, done, words)
    }
    bar.setTotal(total ?? done)
    bar.update(done, words)
  }
  return { show, stop }
}

/** When a stage began and with how much done: a bar that made room for a report goes on with the same measure. */
interface Pace {
  readonly stage: string
  /** ms since the epoch. */
  readonly start: number
  readonly from: number
}

/** The rate since the stage began, and the time left at that rate; nothing before it is known. */
function paceWords({ start, from }: Pace, progress: Progress): { rate: string; left: string } {
  const seconds = (Date.now() - start) / 1000
  if (progress.done <= from || seconds <= 0) return { rate: '', left: '' }
  const perSecond = (progress.done - from) / seconds
  const shown = progress.unit === '字节' ? perSecond / MEGABYTE : perSecond
  const left =
    progress.total === null ? '' : `，剩余 ${Math.ceil((progress.total - progress.done) / perSecond)} 秒`
  return { rate: `${shown.toFixed(1)} ${unitOf(progress)}/秒`, left }
}

function createLines(terminal: Terminal): ProgressDisplay {
  let last = ''
  const show: OnProgress = (progress) => {
    const { done, total } = scaled(progress)
    const share =
      total === null || total === 0 ? 0 : Math.floor((progress.done / progress.total!) * PLAIN_STEPS)
    const key = `${progress.stage} ${share}`
    if (key === last) return
    last = key
    const amount = total === null ? '…' : `${done}/${total} ${unitOf(progress)}`
    terminal.err(`${progress.stage} ${amount}\n`)
  }
  return { show, stop: () => {} }
}

/** Bytes are shown as megabytes. */
function scaled({ done, total, unit }: Progress): { done: number; total: number | null } {
  if (unit !== '字节') return { done, total }
  const megabytes = (bytes: number) => Math.round((bytes / MEGABYTE) * 10) / 10
  return { done: megabytes(done), total: total === null ? null : megabytes(total) }
}

function unitOf({ unit }: Progress): string {
  return unit === '字节' ? 'MB' : unit
}
