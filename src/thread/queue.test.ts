import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createQueue } from './queue.ts'

it('runs tasks one after the other in the order of the calls, past one that fails', async () => {
  const queue = createQueue()
  const seen: string[] = []
  const task = (name: string, pause: number, fails = false) =>
    queue(async () => {
      seen.push(`${name} begins`)
      await setTimeout(pause)
      seen.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const results = await Promise.allSettled([task('a', 20), task('b', 5, true), task('c', 0)])
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
