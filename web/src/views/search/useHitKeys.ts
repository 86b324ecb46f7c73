import { type RefObject, useEffect } from 'react'
import { stepOf } from './hitKeys.ts'

/** `/`, j, k and the arrows between the box and the hits. */
export function useHitKeys(
  list: RefObject<HTMLOListElement | null>,
  box: RefObject<HTMLInputElement | null>,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const active = document.activeElement
      // from another choice of the page, such as the theme, arrows lead nowhere
      const elsewhere = active instanceof HTMLInputElement && active !== box.current
      const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('[data-hit]') ?? [])]
      const current = links.findIndex((link) => link.closest('li')?.contains(active))
      const step = elsewhere
        ? null
        : stepOf(event, { tag: active?.tagName ?? 'BODY', current, count: links.length })
      if (step === null) return
      event.preventDefault()
      const goal = step.focus === 'box' ? box.current : links[step.focus]
      goal?.focus()
      goal?.scrollIntoView({ block: 'nearest' })
      if (step.focus === 'box') box.current?.select()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [list, box])
}
