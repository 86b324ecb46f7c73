/** What of a key press counts here. */
export interface Press {
  readonly key: string
  /** The key by its place; under a Chinese input method `/` types 、. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}

/** Where the press happened. */
export interface Place {
  /** Tag name of the focused element in upper case. */
  readonly tag: string
  /** Position of the focused hit; -1 where none is focused. */
  readonly current: number
  readonly count: number
}

export type Step = { readonly focus: 'box' } | { readonly focus: number } | null

const FIELDS = ['INPUT', 'TEXTAREA', 'SELECT']

/** `/` leads to the box, j and k from hit to hit; arrows too, once a hit is focused: before, they scroll. */
export function stepOf(press: Press, { tag, current, count }: Place): Step {
  if (press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return null
  if (FIELDS.includes(tag)) {
    return tag === 'INPUT' && press.key === 'ArrowDown' && count > 0 ? { focus: 0 } : null
  }
  if (press.key === '/' || (press.code === 'Slash' && press.key === '、')) return { focus: 'box' }
  const arrows = current >= 0
  if (press.key === 'j' || (arrows && press.key === 'ArrowDown')) {
    return count === 0 ? null : { focus: Math.min(current + 1, count - 1) }
  }
  if (press.key === 'k' || (arrows && press.key === 'ArrowUp')) {
    return current > 0 ? { focus: current - 1 } : current === 0 ? { focus: 'box' } : null
  }
  return null
}
