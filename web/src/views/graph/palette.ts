import { type Palette, TOKENS } from './appearance.ts'

/** The colours of the theme as it is now, as the canvas wants them. */
export function readPalette(within: HTMLElement): Palette {
  const probe = document.createElement('span')
  within.append(probe)
  const colors = TOKENS.map((token) => {
    probe.style.color = `var(--${token})`
    return [token, getComputedStyle(probe).color] as const
  })
  probe.remove()
  return Object.fromEntries(colors) as Record<(typeof TOKENS)[number], string>
}
