import type { Words } from '../../core/words.ts'

/** Signs and words of how a lower document's targets stand to the upper one's; the sign never stands alone. */
export const VERDICT_SIGNS = {
  STRICTER: { sign: '▲', words: ['更严', 'stricter'] },
  HIGHER: { sign: '△', words: ['更高', 'higher'] },
  EQUAL: { sign: '＝', words: ['持平', 'equal'] },
  LOOSER: { sign: '▽', words: ['更宽', 'looser'] },
  LOWER: { sign: '▿', words: ['更低', 'lower'] },
  INCOMPARABLE: { sign: '≠', words: ['不可比', 'not comparable'] },
} as const satisfies Record<string, { readonly sign: string; readonly words: Words }>

export const DEADLINE_SIGNS = {
  EARLIER: { sign: '◀', words: ['更早', 'earlier'] },
  LATER: { sign: '▶', words: ['更晚', 'later'] },
  SAME: { sign: '＝', words: ['同期', 'same day'] },
  INCOMPARABLE: { sign: '≠', words: ['不可比', 'not comparable'] },
} as const satisfies Record<string, { readonly sign: string; readonly words: Words }>
