/** Runs one task after the other. */
export type Queue = <T>(task: () => Promise<T>) => Promise<T>

/** A queue of its own: tasks run in the order of the calls, and one that fails does not stop those behind it. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task)
    last = result.catch(() => undefined)
    return result
  }
}
