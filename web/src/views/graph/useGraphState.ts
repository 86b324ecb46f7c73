import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { AT_ONCE } from '../../core/addressState.ts'
import { type GraphState, readState, undoKey, writeState } from './address.ts'
import { type History, observe, startHistory } from './history.ts'

export interface GraphStateTools {
  readonly state: GraphState
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Changes the state and with it the address; a change of what is selected does not become a step back. */
  change(changes: Partial<GraphState>): void
  undo(): void
  redo(): void
}

/** The view's state, kept in the address, with undo and redo over it. */
export function useGraphState(): GraphStateTools {
  const [address, setAddress] = useSearchParams()
  const state = useMemo(() => readState(address), [address])
  const key = undoKey(address)
  const [history, setHistory] = useState<History>(() => startHistory(key))
  useEffect(() => setHistory((old) => observe(old, key)), [key])
  const change = useCallback(
    (changes: Partial<GraphState>) => {
      setAddress(
        (old) => {
          const before = readState(old)
          return writeState(old, { ...before, ...changes })
        },
        { ...AT_ONCE, replace: Object.keys(changes).every((name) => name === 'selected') },
      )
    },
    [setAddress],
  )
  const goTo = (target: string | undefined) => {
    if (target === undefined) return
    // what undo passes over stays as it is
    const { view, selected } = state
    const goal = new URLSearchParams(target)
    setAddress(writeState(goal, { ...readState(goal), view, selected }))
  }
  return {
    ...{ state, change },
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => goTo(history.past.at(-1)),
    redo: () => goTo(history.future.at(-1)),
  }
}
