import type { GraphNodeKind } from '../../domain/graph.ts'

/** Colours that stay apart for colour-blind readers (Okabe and Ito 2008), by kind of node. */
export const COLOURS: Readonly<Record<GraphNodeKind, string>> = {
  DOCUMENT: '#0072b2',
  SECTION: '#bbbbbb',
  CLAUSE: '#56b4e9',
  AGENCY: '#d55e00',
  JURISDICTION: '#009e73',
  PRODUCT_TYPE: '#cc79a7',
  TARGET: '#e69f00',
}

/** Sizes as drawing programs take them, in their own unit. */
export const NODE_SIZES: Readonly<Record<GraphNodeKind, number>> = {
  DOCUMENT: 12,
  SECTION: 4,
  CLAUSE: 5,
  AGENCY: 8,
  JURISDICTION: 8,
  PRODUCT_TYPE: 8,
  TARGET: 4,
}

/** Red, green and blue, 0 to 255. */
export function channelsOf(colour: string): readonly [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 0xff, value & 0xff]
}
