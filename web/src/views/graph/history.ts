/** Undo and redo over states that are known by their address: whoever changes the address, here or by the browser's buttons, is understood. */
export interface History {
  readonly past: readonly string[]
  readonly present: string
  readonly future: readonly string[]
}

/** Steps kept; more than anyone walks back. */
const LONGEST = 200

export const startHistory = (present: string): History => ({ past: [], present, future: [] })

/** Takes note of the address that is shown now: a step back, a step forward again, or something new. */
export function observe(history: History, address: string): History {
  if (address === history.present) return history
  if (address === history.past.at(-1)) {
    return {
      past: history.past.slice(0, -1),
      present: address,
      future: [...history.future, history.present],
    }
  }
  if (address === history.future.at(-1)) {
    return {
      past: [...history.past, history.present],
      present: address,
      future: history.future.slice(0, -1),
    }
  }
  return { past: [...history.past, history.present].slice(-LONGEST), present: address, future: [] }
}
