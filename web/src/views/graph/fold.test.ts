import { describe, expect, it } from 'vitest'
import { documentsToFold, FOLD_FROM, fold, withSummaries } from './fold.ts'
import { mergePieces, VIEW_BUDGET } from './graphData.ts'
import { AGENCY, clauseOf, LOWER, samplePiece, UPPER } from './sample.ts'

const data = mergePieces([samplePiece(5)], VIEW_BUDGET)
const NONE: ReadonlySet<string> = new Set()

describe('documentsToFold', () => {
  it('closes all other documents when one is looked at', () => {
    expect(documentsToFold(data, UPPER, NONE)).toEqual(new Set([LOWER]))
    expect(documentsToFold(data, UPPER, new Set([LOWER]))).toEqual(NONE)
  })

  it('closes only documents with many clauses otherwise', () => {
    expect(documentsToFold(data, AGENCY, NONE)).toEqual(NONE)
    const many = mergePieces([samplePiece(FOLD_FROM)], VIEW_BUDGET)
    expect(documentsToFold(many, AGENCY, new Set([UPPER]))).toEqual(new Set([LOWER]))
  })
})

describe('fold', () => {
  it('puts clauses into their document and bundles their edges', () => {
    const shown = fold(data, new Set([UPPER, LOWER]), NONE)
    expect([...shown.nodes.keys()].sort()).toEqual([AGENCY, LOWER, UPPER].sort())
    expect(shown.nodes.get(UPPER)?.folded).toBe(5)
    const byKind = new Map([...shown.edges.values()].map((edge) => [edge.kind, edge]))
    expect(byKind.get('CORRESPONDENCE')).toMatchObject({ source: LOWER, target: UPPER, score: 0.05 })
    expect(byKind.get('CORRESPONDENCE')?.members).toHaveLength(5)
    expect(byKind.get('RESPONSIBILITY')?.members).toHaveLength(5)
    expect(byKind.get('CITATION')?.members).toHaveLength(1)
  })

  it('keeps what was asked for by name', () => {
    const kept = clauseOf(LOWER, 2)
    const shown = fold(data, new Set([LOWER]), new Set([kept]))
    expect(shown.nodes.has(kept)).toBe(true)
    expect(shown.nodes.get(LOWER)?.folded).toBe(4)
    expect(shown.edges.get(`correspondence/${kept}~${clauseOf(UPPER, 2)}`)?.members).toHaveLength(1)
  })

  it('loses no edge between different nodes', () => {
    const shown = fold(data, new Set([LOWER]), NONE)
    const members = [...shown.edges.values()].flatMap((edge) => edge.members)
    expect(members.sort()).toEqual([...data.edges.keys()].sort())
  })
})

describe('withSummaries', () => {
  it('adds one edge to each document that clauses are linked to', () => {
    const shown = withSummaries(fold(data, new Set([LOWER]), NONE), data, UPPER)
    expect(shown.edges.get(`summary/${UPPER}~${LOWER}`)).toMatchObject({
      source: UPPER,
      target: LOWER,
      basis: 'INFERRED',
    })
    expect(shown.edges.get(`summary/${UPPER}~${LOWER}`)?.members).toHaveLength(5)
  })
})
