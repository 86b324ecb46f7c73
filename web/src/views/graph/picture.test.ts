import { describe, expect, it } from 'vitest'
import { readState } from './address.ts'
import { type Palette, TOKENS } from './appearance.ts'
import { curveBetween, distanceTo, pointOn } from './geometry.ts'
import { mergePieces, VIEW_BUDGET, withHolders } from './graphData.ts'
import { writeGraphml } from './graphml.ts'
import { labelLines, lengthOf } from './labelLines.ts'
import { lineageOf } from './lineage.ts'
import { moveByKey, outlineOf, visibleRows } from './outline.ts'
import { composePicture, drawPicture } from './picture.ts'
import { addCitations, joinPieces, requestsOf } from './pieces.ts'
import { AGENCY, clauseOf, edgeOf, LOWER, nodeOf, samplePiece, UPPER } from './sample.ts'
import { splitAt } from './spanParts.ts'
import { drawSvg } from './svgPicture.ts'

const data = withHolders(mergePieces([samplePiece(4)], VIEW_BUDGET), new Map())
const stateOf = (more: string) => readState(new URLSearchParams(`focus=${UPPER}&${more}`))
const NO_PATH: ReadonlySet<string> = new Set()

describe('composePicture', () => {
  it('folds the other documents and sums up the links to them', () => {
    const { graph } = composePicture(data, stateOf(''), NO_PATH)
    expect(graph.nodes.has(clauseOf(UPPER, 1))).toBe(true)
    expect(graph.nodes.has(clauseOf(LOWER, 1))).toBe(false)
    expect(graph.edges.get(`summary/${UPPER}~${LOWER}`)?.members).toHaveLength(4)
  })

  it('opens, hides and filters as the state says', () => {
    const opened = composePicture(data, stateOf(`open=${LOWER}`), NO_PATH).graph
    expect(opened.nodes.has(clauseOf(LOWER, 1))).toBe(true)
    const hidden = composePicture(data, stateOf(`open=${LOWER}&hide=${LOWER}`), NO_PATH).graph
    expect([...hidden.nodes.keys()].some((id) => id.startsWith(LOWER))).toBe(false)
    const filtered = composePicture(data, stateOf('kinds=DOCUMENT,CLAUSE'), NO_PATH).graph
    expect(filtered.nodes.has(AGENCY)).toBe(false)
  })

  it('brings both clauses of a selected pair out of their folded documents', () => {
    const pair = `correspondence/${clauseOf(LOWER, 2)}~${clauseOf(UPPER, 2)}`
    const { graph } = composePicture(data, stateOf(`selected=${pair}`), NO_PATH)
    expect(graph.nodes.has(clauseOf(LOWER, 2))).toBe(true)
    expect(graph.nodes.has(clauseOf(LOWER, 3))).toBe(false)
  })
})

describe('what is lit', () => {
  it('is the selection, its neighbours and their documents', () => {
    const state = stateOf(`open=${LOWER}`)
    const { graph } = composePicture(data, state, NO_PATH)
    const lineage = lineageOf(graph, clauseOf(LOWER, 1))
    expect([...lineage.nodes].sort()).toEqual([clauseOf(LOWER, 1), clauseOf(UPPER, 1), LOWER, UPPER].sort())
    expect(lineageOf(graph, 'nobody').nodes.size).toBe(0)
  })

  it('is everything where that is asked for', () => {
    const state = stateOf(`all=1&selected=${AGENCY}`)
    const scene = drawPicture(composePicture(data, state, NO_PATH), state, NO_PATH)
    expect(scene.nodes.every((node) => node.lit)).toBe(true)
    expect(scene.nodes.filter((node) => node.chosen).map((node) => node.id)).toEqual([AGENCY])
  })

  it('is the connection that was asked for', () => {
    const path = new Set([AGENCY, clauseOf(UPPER, 3), clauseOf(LOWER, 3)])
    const state = stateOf(`from=${AGENCY}&to=${clauseOf(LOWER, 3)}&selected=${AGENCY}`)
    const scene = drawPicture(composePicture(data, state, path), state, path)
    expect(new Set(scene.nodes.filter((node) => node.lit).map((node) => node.id))).toEqual(
      new Set([...path, UPPER, LOWER]),
    )
  })
})

describe('joining pieces', () => {
  it('leaves out what was opened below something collapsed', () => {
    const state = stateOf(`open=${LOWER}&open=${AGENCY}`)
    const requests = requestsOf(state)
    expect(requests.map(({ focus, depth }) => [focus, depth])).toEqual([
      [UPPER, 3],
      [UPPER, 1],
      [LOWER, 2],
      [AGENCY, 1],
    ])
    const lone = { nodes: [nodeOf(UPPER, 'DOCUMENT')], edges: [], truncated: false }
    const below = {
      nodes: [nodeOf(AGENCY, 'AGENCY'), nodeOf('place/370000', 'JURISDICTION')],
      edges: [],
      truncated: false,
    }
    expect([...joinPieces(requests, [lone, lone, below, below], []).nodes.keys()]).toEqual([UPPER])
  })

  it('asks for the issuer of a document, not for all that the issuer issued', () => {
    const [rest, issuers] = requestsOf(stateOf(''))
    expect(rest!.edgeKinds).not.toContain('ISSUED_BY')
    expect([issuers!.depth, issuers!.edgeKinds]).toEqual([1, ['ISSUED_BY']])
    expect(requestsOf(stateOf('edges=CITATION')).flatMap(({ edgeKinds }) => edgeKinds)).not.toContain(
      'ISSUED_BY',
    )
  })

  it('adds citations between documents, and of strangers only those of the own document', () => {
    const stranger = nodeOf('cn/000000/0000/8ba497a84d', 'DOCUMENT', 'NATIONAL')
    const other = nodeOf('cn/000000/0000/017689fba5', 'DOCUMENT', 'NATIONAL')
    const answer = {
      nodes: [nodeOf(UPPER, 'DOCUMENT'), stranger, other],
      edges: [
        edgeOf(UPPER, stranger.id, 'CITATION', { relation: 'BASED_ON' }),
        edgeOf(LOWER, other.id, 'CITATION', { relation: 'BASED_ON' }),
      ],
      truncated: false,
    }
    const joined = addCitations(data, [answer], UPPER, new Set(['BASED_ON']))
    expect([joined.nodes.has(stranger.id), joined.nodes.has(other.id)]).toEqual([true, false])
    expect(addCitations(data, [answer], UPPER, new Set(['IMPLEMENTS'])).nodes.has(stranger.id)).toBe(false)
  })
})

describe('the list twin', () => {
  const { graph } = composePicture(data, stateOf(''), NO_PATH)
  const rows = outlineOf(graph)

  it('holds every node once by itself and every edge at both ends', () => {
    const ids = rows.flatMap((row) => (row.content.kind === 'node' ? [row.content.node.id] : []))
    expect(ids.sort()).toEqual([...graph.nodes.keys()].sort())
    const relations = rows.filter((row) => row.content.kind === 'relation')
    expect(relations).toHaveLength(
      [...graph.edges.values()].filter((edge) => edge.kind !== 'CONTAINS').length * 2,
    )
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
  })

  it('unfolds and moves by keys', () => {
    const top = rows[0]!.key
    const folded = visibleRows(rows, new Set())
    expect(folded.every((row) => row.depth === 1)).toBe(true)
    expect(moveByKey('ArrowRight', folded, top, new Set())).toEqual({ unfold: top })
    const unfolded = new Set([top])
    const visible = visibleRows(rows, unfolded)
    expect(moveByKey('ArrowRight', visible, top, unfolded)).toEqual({ to: visible[1]!.key })
    expect(moveByKey('ArrowLeft', visible, visible[1]!.key, unfolded)).toEqual({ to: top })
    expect(moveByKey('ArrowLeft', visible, top, unfolded)).toEqual({ fold: top })
    expect(moveByKey('End', visible, top, unfolded)).toEqual({ to: visible.at(-1)!.key })
    expect(moveByKey('x', visible, top, unfolded)).toBeNull()
  })
})

describe('labels', () => {
  it.each([
    ['省卫生健康委', 7, ['省卫生健康委']],
    ['山东省工业和信息化厅', 7, ['山东省工业', '和信息化厅']],
    ['（五）鼓励医疗机构承接临床试验', 7, ['（五）鼓励医疗', '机构承接临床试验']],
  ])('%s', (label, width, lines) => {
    expect(labelLines(label, width)).toEqual(lines)
  })

  it('ends what is too long with an ellipsis and keeps both lines short', () => {
    const lines = labelLines('（二十四）支持许可引进模式发展并完善相关的配套政策', 7)
    expect(lines).toHaveLength(2)
    expect(lines[1]!.endsWith('…')).toBe(true)
    for (const line of lines) expect(lengthOf(line)).toBeLessThanOrEqual(9)
  })
})

describe('geometry', () => {
  it('finds a point on a curve and none beside it', () => {
    const curve = curveBetween({ x: 0, y: 0 }, { x: 100, y: 80 }, 0, 0, 0)
    expect(distanceTo(curve, pointOn(curve, 0.4))).toBeLessThan(0.5)
    expect(distanceTo(curve, { x: 0, y: 80 })).toBeGreaterThan(20)
  })

  it('bends parallel edges apart, whichever end comes first', () => {
    const a = { x: 0, y: 0 }
    const b = { x: 100, y: 0 }
    const middles = [0, 1, 2, 3].map((index) => pointOn(curveBetween(a, b, index, 0, 0), 0.5).y)
    expect(new Set(middles.map(Math.round)).size).toBe(4)
    expect(pointOn(curveBetween(b, a, 0, 0, 0), 0.5).y).toBeCloseTo(middles[0]!)
  })
})

describe('files', () => {
  const evil = mergePieces(
    [
      {
        nodes: [{ ...nodeOf(AGENCY, 'AGENCY'), label: '<script>"&\u0001\ud800' }],
        edges: [],
        truncated: false,
      },
    ],
    VIEW_BUDGET,
  )

  it('writes GraphML of all nodes and edges, with markup as text', () => {
    const all = writeGraphml(data)
    expect(all.match(/<node /g)).toHaveLength(data.nodes.size)
    expect(all.match(/<edge /g)).toHaveLength(data.edges.size)
    expect(writeGraphml(evil)).toContain('&lt;script&gt;&quot;&amp;</data>')
  })

  it('draws an SVG with all nodes, markup as text', () => {
    const palette = Object.fromEntries(TOKENS.map((token) => [token, '#123456'])) as Palette
    const text = { title: '<b>', note: '&', font: '"Noto"', laneName: () => '省级' }
    const state = readState(new URLSearchParams({ focus: AGENCY }))
    const picture = composePicture(evil, state, NO_PATH)
    const { svg } = drawSvg(drawPicture(picture, state, NO_PATH), picture.lanes.positions, palette, text)
    expect(svg).toContain('&lt;script&gt;')
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('<title>&lt;b&gt;</title>')
  })

  it('lights the words of a span, also where the text has moved', () => {
    const span = { start: 12, end: 14, quote: '牵头' }
    expect(splitAt('由省局牵头。', { ...span, start: 13 }, 10).map((part) => [part.text, part.lit])).toEqual([
      ['由省局', false],
      ['牵头', true],
      ['。', false],
    ])
    expect(splitAt('由省局牵头', span, 0).some((part) => part.lit)).toBe(true)
    expect(splitAt('没有', span, 0)).toEqual([{ text: '没有', lit: false, at: 0 }])
  })
})
