import { describe, expect, it } from 'vitest'
import {
  holderOf,
  kindOfId,
  mergePieces,
  numberOf,
  VIEW_BUDGET,
  withHolders,
  withoutKinds,
} from './graphData.ts'
import { AGENCY, clauseOf, edgeOf, LOWER, nodeOf, samplePiece, UPPER } from './sample.ts'

describe('ids', () => {
  it.each([
    [UPPER, UPPER, 'DOCUMENT'],
    [clauseOf(UPPER, 3), UPPER, 'CLAUSE'],
    [`${UPPER}/sec_2`, UPPER, 'SECTION'],
    [`${UPPER}/sec_2__sec_1`, UPPER, 'SECTION'],
    [`${UPPER}/art_5`, UPPER, 'CLAUSE'],
    [`${UPPER}/sec_2__cl_5__item_3`, UPPER, 'CLAUSE'],
    [`${UPPER}/sec_2__cl_5/target_1`, UPPER, 'TARGET'],
    [`${UPPER}/att_1`, UPPER, 'DOCUMENT'],
    ['cn/220000/0000/a6e779d894', 'cn/220000/0000/a6e779d894', 'DOCUMENT'],
    ['cn/220000/0000/a6e779d894/sec_5__cl_23', 'cn/220000/0000/a6e779d894', 'CLAUSE'],
    [AGENCY, null, 'AGENCY'],
    ['place/370000', null, 'JURISDICTION'],
    ['product/中药', null, 'PRODUCT_TYPE'],
  ])('%s', (id, holder, kind) => {
    expect(holderOf(id)).toBe(holder)
    expect(kindOfId(id)).toBe(kind)
  })

  it('prints the number of a document that has one', () => {
    expect(numberOf(UPPER)).toBe('鲁政办字〔2025〕177号')
    expect(numberOf('cn/220000/0000/a6e779d894')).toBeNull()
  })
})

describe('mergePieces', () => {
  it('keeps the first nodes within the budget and says what it left out', () => {
    const merged = mergePieces([samplePiece(10)], { nodes: 8, edges: 3 })
    expect(merged.nodes.size).toBe(8)
    expect(merged.edges.size).toBe(3)
    expect(merged.truncated).toBe(true)
    for (const edge of merged.edges.values()) {
      expect(merged.nodes.has(edge.source) && merged.nodes.has(edge.target)).toBe(true)
    }
  })

  it('takes nothing twice and is whole where all fits', () => {
    const piece = samplePiece(4)
    const merged = mergePieces([piece, piece], { nodes: 300, edges: 800 })
    expect([merged.nodes.size, merged.edges.size, merged.truncated]).toEqual([
      piece.nodes.length,
      piece.edges.length,
      false,
    ])
  })
})

describe('withHolders', () => {
  it('adds the document of a clause that came without it', () => {
    const clause = nodeOf(clauseOf(LOWER, 1), 'CLAUSE', 'MUNICIPAL')
    const data = mergePieces([{ nodes: [clause], edges: [], truncated: false }], { nodes: 9, edges: 9 })
    const held = withHolders(data, new Map())
    expect(held.nodes.get(LOWER)).toMatchObject({
      kind: 'DOCUMENT',
      label: '济政办字〔2024〕23号',
      level: 'MUNICIPAL',
    })
    expect([...held.edges.values()]).toMatchObject([{ source: LOWER, target: clause.id, kind: 'CONTAINS' }])
  })

  it('leaves a clause to its section where that is there', () => {
    const section = nodeOf(`${UPPER}/sec_1`, 'SECTION')
    const clause = nodeOf(clauseOf(UPPER, 1), 'CLAUSE')
    const edges = [edgeOf(section.id, clause.id, 'CONTAINS')]
    const data = mergePieces([{ nodes: [section, clause], edges, truncated: false }], { nodes: 9, edges: 9 })
    expect([...withHolders(data, new Map()).edges.keys()]).toEqual([edges[0]!.id])
  })
})

describe('withoutKinds', () => {
  it('joins a clause to its document where the chapter between them is not shown', () => {
    const [document, clause] = [nodeOf(UPPER, 'DOCUMENT'), nodeOf(clauseOf(UPPER, 1), 'CLAUSE')]
    const section = nodeOf(`${UPPER}/sec_1`, 'SECTION')
    const edges = [edgeOf(UPPER, section.id, 'CONTAINS'), edgeOf(section.id, clause.id, 'CONTAINS')]
    const data = mergePieces([{ nodes: [document, section, clause], edges, truncated: false }], VIEW_BUDGET)
    const ends = (kinds: readonly ('DOCUMENT' | 'SECTION' | 'CLAUSE')[]) =>
      [...withoutKinds(data, new Set(kinds), new Set()).edges.values()].map(({ source, target }) => [
        source,
        target,
      ])
    expect(ends(['DOCUMENT', 'CLAUSE'])).toEqual([[UPPER, clause.id]])
    expect(ends(['DOCUMENT', 'SECTION', 'CLAUSE'])).toEqual([
      [UPPER, section.id],
      [section.id, clause.id],
    ])
  })
})
