import cliProgress from 'cli-progress'
import { createPace, formatDuration, type Pace } from './pace.ts'
import type { OnProgress, Progress, Terminal } from './runtime.ts'

/** Where no bar can be drawn, a line is written at each of these shares of the work (5 %) … */
const PLAIN_STEPS = 20
/** … and where it goes on after so long a silence (ms). */
const PLAIN_SILENCE = 5000
const MEGABYTE = 1024 * 1024

export interface ProgressDisplay {
  readonly show: OnProgress
  /** Takes the bar away, so that other text can be written. */
  stop(): void
}

/**
 * Progress on standard error with rate and time left: a bar on a terminal, plain lines elsewhere.
 * @param now ms since the epoch
 */
export function createProgress(terminal: Terminal, now: () => number = Date.now): ProgressDisplay {
  return terminal.interactive ? createBar(now) : createLines(terminal, now)
}

function createBar(now: () => number): ProgressDisplay {
  const paces = createPaces(now)
  let bar: cliProgress.SingleBar | null = null
  let stage = ''
  const stop = () => {
    bar?.stop()
    bar = null
  }
  const show: OnProgress = (progress) => {
    const words = { pace: paceWords(paces(progress), progress) }
    if (stage !== progress.stage) stop()
    stage = progress.stage
    const { done, total } = scaled(progress)
    if (bar === null) {
      const format = `${stage} [{bar}] {value}/{total} ${unitOf(progress)} {pace}`
      bar = new cliProgress.SingleBar({ format, clearOnComplete: true, hideCursor: true })
      bar.start(total ?? done, done, words)
    }
    bar.setTotal(total ?? done)
    bar.update(done, words)
  }
  return { show, stop }
}

function createLines(terminal: Terminal, now: () => number): ProgressDisplay {
  const paces = createPaces(now)
  let last = { stage: '', share: 0, done: 0, at: 0 }
  const show: OnProgress = (progress) => {
    const pace = paces(progress)
    const { stage, done } = progress
    const share = progress.total ? Math.floor((done / progress.total) * PLAIN_STEPS) : 0
    const isNew = stage !== last.stage || share !== last.share
    if (!isNew && (done === last.done || now() - last.at < PLAIN_SILENCE)) return
    last = { stage, share, done, at: now() }
    const { done: shown, total } = scaled(progress)
    const amount = total === null ? shown : `${shown}/${total}`
    const words = paceWords(pace, progress)
    terminal.err(`${stage} ${amount} ${unitOf(progress)}${words === '' ? '' : `，${words}`}\n`)
  }
  return { show, stop: () => {} }
}

/** The pace of the stage at hand, the measure taken; a bar that made room for a report goes on with the same one. */
function createPaces(now: () => number): (progress: Progress) => Pace {
  let stage = ''
  let pace = createPace()
  return (progress) => {
    if (stage !== progress.stage) pace = createPace()
    stage = progress.stage
    pace.add(progress.done, now())
    return pace
  }
}

/** Rate and time left, `2.5 个文件/秒，剩余 3 分 20 秒`; empty before they are known and when all is done. */
function paceWords(pace: Pace, progress: Progress): string {
  const perSecond = pace.perSecond()
  const { done, total } = progress
  if (perSecond === null || (total !== null && done >= total)) return ''
  const rate = rateWords(perSecond, progress)
  return total === null ? rate : `${rate}，剩余 ${formatDuration((total - done) / perSecond)}`
}

/** By the minute where it is less than one a second. */
function rateWords(perSecond: number, progress: Progress): string {
  const rate = progress.unit === '字节' ? perSecond / MEGABYTE : perSecond
  if (rate >= 1) return `${rate.toFixed(1)} ${unitOf(progress)}/秒`
  return `${(rate * 60).toFixed(1)} ${unitOf(progress)}/分`
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
