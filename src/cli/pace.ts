/** The rate is that of the last minute: what is stored already is passed at another pace than a scan is recognised. */
const WINDOW = 60_000
/** Measures closer together (ms) tell nothing new. */
const SPACING = 500

/** How fast something goes, from measures of how much of it is done. */
export interface Pace {
  /** @param now ms since the epoch */
  add(done: number, now: number): void
  /** Units a second over the last minute; null before it is known. */
  perSecond(): number | null
}

export function createPace(): Pace {
  const measures: { done: number; at: number }[] = []
  return {
    add(done, at) {
      // the last measure is moved until it is far enough from the one before it; the first one stays
      const before = measures.at(-2)
      if (before !== undefined && measures.at(-1)!.at - before.at < SPACING) measures.pop()
      measures.push({ done, at })
      while (measures.length > 2 && measures[1]!.at <= at - WINDOW) measures.shift()
    },
    perSecond() {
      const [first, last] = [measures[0], measures.at(-1)]
      if (first === undefined || last === undefined) return null
      const seconds = (last.at - first.at) / 1000
      return seconds > 0 && last.done > first.done ? (last.done - first.done) / seconds : null
    },
  }
}

/** `40 秒`, `3 分 20 秒`, `2 小时 5 分`; rounded up to the smallest unit that is named. */
export function formatDuration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} 秒`
  if (whole < 3600) return `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`
  const minutes = Math.ceil(whole / 60)
  return `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`
}
