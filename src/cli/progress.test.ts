import { describe, expect, it } from 'vitest'
import { createPace, formatDuration } from './pace.ts'
import { createProgress } from './progress.ts'

/** The plain lines of a stage whose steps are `[done, seconds since the beginning]`. */
function linesOf(steps: readonly [number, number][], total: number | null, unit = '个文件'): string[] {
  const lines: string[] = []
  let now = 0
  const terminal = { out: () => {}, err: (text: string) => lines.push(text), interactive: false }
  const { show } = createProgress(terminal, () => now)
  for (const [done, second] of steps) {
    now = second * 1000
    show({ stage: '收录', done, total, unit })
  }
  return lines.map((line) => line.trimEnd())
}

/** One after the other, each in `seconds`. */
const evenly = (count: number, seconds: number) =>
  Array.from({ length: count + 1 }, (_, done): [number, number] => [done, done * seconds])

describe('plain lines', () => {
  it('tell each of a few files, with the rate and the time left', () => {
    expect(linesOf(evenly(4, 0.5), 4)).toEqual([
      '收录 0/4 个文件',
      '收录 1/4 个文件，2.0 个文件/秒，剩余 2 秒',
      '收录 2/4 个文件，2.0 个文件/秒，剩余 1 秒',
      '收录 3/4 个文件，2.0 个文件/秒，剩余 1 秒',
      '收录 4/4 个文件',
    ])
  })

  it('tell every 5 % of many files', () => {
    const lines = linesOf(evenly(1000, 0.01), 1000)
    expect(lines).toHaveLength(21)
    expect(lines[1]).toBe('收录 50/1000 个文件，100.0 个文件/秒，剩余 10 秒')
  })

  it('tell every 5 s of what takes long', () => {
    const lines = linesOf(evenly(1000, 1), 1000).slice(0, 4)
    expect(lines.map((line) => line.split('，')[0])).toEqual([
      '收录 0/1000 个文件',
      '收录 5/1000 个文件',
      '收录 10/1000 个文件',
      '收录 15/1000 个文件',
    ])
    expect(lines[1]).toContain('剩余 16 分 35 秒')
  })

  it('say nothing again while nothing was done', () => {
    const still: [number, number][] = [
      [0, 0],
      [0, 6],
      [0, 12],
    ]
    expect(linesOf(still, 10)).toEqual(['收录 0/10 个文件'])
  })

  it('go by what the last minute was like', () => {
    // a thousand files that are stored already pass at once, then a scan takes 30 s
    const steps: [number, number][] = [
      ...evenly(1000, 0.001),
      ...[1, 2, 3, 4].map((scan): [number, number] => [1000 + scan, 1 + scan * 30]),
    ]
    expect(linesOf(steps, 1010).at(-1)).toBe('收录 1004/1010 个文件，2.0 个文件/分，剩余 3 分 0 秒')
  })

  it.each<[number | null, string]>([
    [40, '收录 10/40 MB，5.0 MB/秒，剩余 6 秒'],
    [null, '收录 10 MB，1.0 MB/秒'],
  ])('show bytes as megabytes, of %s in all', (total, expected) => {
    const MIB = 1024 * 1024
    const seconds = total === null ? 10 : 2
    const steps: [number, number][] = [
      [0, 0],
      [10 * MIB, seconds],
    ]
    expect(linesOf(steps, total === null ? null : total * MIB, '字节').at(-1)).toBe(expected)
  })
})

it('a pace is not known before something was done', () => {
  const pace = createPace()
  expect(pace.perSecond()).toBeNull()
  pace.add(7, 0)
  pace.add(7, 3000)
  expect(pace.perSecond()).toBeNull()
  pace.add(9, 4000)
  expect(pace.perSecond()).toBe(0.5)
})

it.each([
  [0.2, '1 秒'],
  [59.5, '1 分 0 秒'],
  [200, '3 分 20 秒'],
  [7500, '2 小时 5 分'],
])('formatDuration(%s) is %s', (seconds, expected) => {
  expect(formatDuration(seconds)).toBe(expected)
})
