import { childAt, childElements, type XmlElement } from './xml.ts'

/** What paragraph styles say about numbering. Source: ECMA-376-1, 17.7. */
export interface Styles {
  /** The style itself and those that it is based on, nearest first. */
  chain(style: string | null): readonly ParagraphStyle[]
}

export interface ParagraphStyle {
  readonly id: string
  readonly numId: string | null
  readonly level: number | null
}

/** A chain of styles that is longer runs in a circle. */
const LONGEST_CHAIN = 20

export function openStyles(root: XmlElement | null): Styles {
  const styles = new Map<string, ParagraphStyle & { readonly base: string | null }>()
  let fallback: string | null = null
  for (const style of root === null ? [] : childElements(root, 'style')) {
    const id = style.attributes['styleId'] ?? ''
    const properties = childAt(style, 'pPr', 'numPr')
    const level = childAt(properties, 'ilvl')?.attributes['val']
    styles.set(id, {
      id,
      numId: childAt(properties, 'numId')?.attributes['val'] ?? null,
      level: level === undefined ? null : Number(level),
      base: childAt(style, 'basedOn')?.attributes['val'] ?? null,
    })
    const standard = style.attributes['default']
    if (style.attributes['type'] === 'paragraph' && (standard === '1' || standard === 'true')) fallback = id
  }
  return {
    chain(style) {
      const chain: ParagraphStyle[] = []
      let next = style ?? fallback
      while (next !== null && chain.length < LONGEST_CHAIN) {
        const found = styles.get(next)
        if (found === undefined) break
        chain.push(found)
        next = found.base
      }
      return chain
    },
  }
}
