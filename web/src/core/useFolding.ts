import { type SyntheticEvent, useState } from 'react'
import { useMedia } from './useMedia.ts'

/**
 * How a part is folded that is open wherever there is room for it: where there is none it starts folded, and is as the reader
 * leaves it.
 * @param rem width of the window from which on there is room
 */
export function useFolding(rem: number) {
  const wide = useMedia(`(min-width: ${rem}rem)`)
  const [open, setOpen] = useState(false)
  return {
    wide,
    /** Of the `details`. */
    details: {
      open: wide || open,
      onToggle: ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => {
        if (!wide) setOpen(currentTarget.open)
      },
    },
  }
}
