import { labelWidth, type Palette } from './appearance.ts'
import { arrowHead, type Curve, curveBetween, pointOn } from './geometry.ts'
import { labelLines } from './labelLines.ts'
import { AGENCY, type Box, CELL, type Point } from './lanes.ts'
import type { Scene, SceneEdge, SceneNode } from './scene.ts'

/** From graph to screen; y of the graph grows downward. */
export type Project = (point: Point) => Point

export interface Frame {
  readonly scene: Scene
  readonly palette: Palette
  /** On the screen. */
  readonly places: ReadonlyMap<string, Point>
  readonly project: Project
  /** By how much nodes are drawn smaller or larger than their size. */
  readonly zoom: number
  /** Pixels of the screen for one of the layout. */
  readonly scale: number
  readonly width: number
  readonly height: number
  readonly font: string
  readonly hovered: string | null
}

/** From this number of edges on they are straight: curves cost four times as much without a graphics card. */
const STRAIGHT_FROM = 1_500
/** Faint edges are drawn up to this number; more would be a grey cloud. */
const FAINT_UNTIL = 400
/** How strong the edges in the second row are. */
const QUIET = 0.18
/** Labels tried a frame. */
const MOST_LABELS = 400
const LABEL_SIZE = 12
const LINE_HEIGHT = 15
/** Between the labels of neighbours (px). */
const LABEL_GAP = 4
/** A label of narrower lines says too little: it rather gives way. */
const LEAST_SIGNS = 5
/** From here on (pixels of the screen for one of the layout) labels are printed smaller. */
const SMALL_BELOW = 0.88

export function paintLanes(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, palette, project, width } = frame
  scene.lanes.forEach((lane, index) => {
    // the outer lanes reach to the edges of the picture
    const top = index === 0 ? 0 : project({ x: 0, y: lane.top }).y
    const bottom = index === scene.lanes.length - 1 ? frame.height : project({ x: 0, y: lane.bottom }).y
    if (index % 2 === 0) {
      context.fillStyle = palette['paper-2']
      context.fillRect(0, top, width, bottom - top)
    }
    if (index > 0) line(context, palette.line, 0, top, width, top)
  })
  for (const box of scene.groups.values()) paintGroup(context, frame, box)
}

function line(
  context: CanvasRenderingContext2D,
  color: string,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
) {
  context.strokeStyle = color
  context.lineWidth = 1
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}

function paintGroup(context: CanvasRenderingContext2D, { project, palette }: Frame, box: Box): void {
  const a = project({ x: box.left, y: box.top })
  const b = project({ x: box.right, y: box.bottom })
  context.beginPath()
  context.roundRect(a.x, a.y, b.x - a.x, b.y - a.y, 6)
  context.fillStyle = palette.paper
  context.fill()
  context.strokeStyle = palette.line
  context.lineWidth = 1
  context.stroke()
}

export function curveOf(each: SceneEdge, places: ReadonlyMap<string, Point>, zoom: number): Curve | null {
  const a = places.get(each.edge.source)
  const b = places.get(each.edge.target)
  if (a === undefined || b === undefined) return null
  return curveBetween(a, b, each.index, 8 * zoom, (each.look.arrow ? 12 : 8) * zoom)
}

export function paintEdges(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, palette, hovered } = frame
  const touched = (each: SceneEdge) =>
    each.id === hovered || each.edge.source === hovered || each.edge.target === hovered
  const faint = scene.edges.filter((each) => !each.lit && !touched(each))
  if (faint.length <= FAINT_UNTIL) stroke(context, frame, faint, palette.line, 0.8, false)
  const batches = new Map<string, SceneEdge[]>()
  const strong: SceneEdge[] = []
  for (const each of scene.edges) {
    if (each.chosen || (hovered !== null && touched(each))) strong.push(each)
    else if (each.lit) {
      const key = `${each.quiet} ${each.look.color} ${each.look.width} ${each.look.dashed}`
      const batch = batches.get(key)
      if (batch === undefined) batches.set(key, [each])
      else batch.push(each)
    }
  }
  for (const batch of batches.values()) {
    const { color, width, dashed } = batch[0]!.look
    const { quiet } = batch[0]!
    context.globalAlpha = quiet ? QUIET : 1
    stroke(context, frame, batch, palette[color], quiet ? Math.min(1, width) : width, dashed && !quiet)
    context.globalAlpha = 1
  }
  for (const each of strong) {
    stroke(context, frame, [each], palette[each.look.color], each.look.width + 1.6, each.look.dashed)
  }
}

function stroke(
  context: CanvasRenderingContext2D,
  { scene, places, zoom }: Frame,
  edges: readonly SceneEdge[],
  color: string,
  width: number,
  dashed: boolean,
): void {
  if (edges.length === 0) return
  const straight = scene.edges.length >= STRAIGHT_FROM
  context.strokeStyle = color
  context.fillStyle = color
  context.lineWidth = width * Math.min(1, Math.max(0.6, zoom))
  context.setLineDash(dashed && !straight ? [6, 4] : [])
  context.beginPath()
  const heads: Curve[] = []
  for (const each of edges) {
    if (straight) {
      const a = places.get(each.edge.source)
      const b = places.get(each.edge.target)
      if (a === undefined || b === undefined) continue
      context.moveTo(a.x, a.y)
      context.lineTo(b.x, b.y)
      continue
    }
    const curve = curveOf(each, places, zoom)
    if (curve === null) continue
    context.moveTo(curve.start.x, curve.start.y)
    context.quadraticCurveTo(curve.bend.x, curve.bend.y, curve.end.x, curve.end.y)
    if (each.look.arrow) heads.push(curve)
  }
  context.stroke()
  context.setLineDash([])
  context.beginPath()
  for (const curve of heads) {
    const [tip, left, right] = arrowHead(curve, 5 + width * 1.6)
    context.moveTo(tip.x, tip.y)
    context.lineTo(left.x, left.y)
    context.lineTo(right.x, right.y)
  }
  context.fill()
}

/** Where along an edge its number may stand: in the middle, else beside it. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7] as const

/** On an edge that stands for others, how many. */
function paintCounts(context: CanvasRenderingContext2D, taken: Box[], frame: Frame): void {
  const { scene, palette, places, zoom, font, hovered } = frame
  context.font = `600 11px ${font}`
  context.textBaseline = 'middle'
  for (const each of scene.edges) {
    const count = each.edge.members.length
    if (count < 2 || !each.lit || (each.quiet && each.id !== hovered)) continue
    const curve = curveOf(each, places, zoom)
    if (curve === null) continue
    const half = context.measureText(String(count)).width / 2 + 5
    const boxes = ALONG.map((t) => pointOn(curve, t)).map(({ x, y }) => ({
      ...{ left: x - half, top: y - 9, right: x + half, bottom: y + 9 },
    }))
    const box = boxes.find((free) => !taken.some((other) => overlap(other, free)))
    if (box === undefined) continue
    taken.push(box)
    context.beginPath()
    context.roundRect(box.left, box.top, 2 * half, 18, 9)
    context.fillStyle = palette.paper
    context.fill()
    context.strokeStyle = palette[each.look.color]
    context.lineWidth = 1.2
    context.stroke()
    context.fillStyle = palette[each.look.color]
    context.fillText(String(count), box.left + half, box.top + 9.5)
  }
  context.textBaseline = 'alphabetic'
}

/** Labels below their nodes, each only where no earlier one stands. */
export function paintLabels(
  context: CanvasRenderingContext2D,
  frame: Frame,
  laneName: (index: number) => string,
): void {
  const { scene, palette, places, zoom, width, height, font, hovered } = frame
  const taken: Box[] = []
  context.textBaseline = 'alphabetic'
  context.lineJoin = 'round'
  context.textAlign = 'start'
  context.font = `600 14px ${font}`
  scene.lanes.forEach((lane, index) => {
    const top = index === 0 ? 0 : Math.max(0, frame.project({ x: 0, y: lane.top }).y)
    const bottom = frame.project({ x: 0, y: lane.bottom }).y
    if (bottom - top < 26 || top > height) return
    const name = laneName(index)
    halo(context, palette, name, 12, top + 22, palette['ink-soft'])
    taken.push({ left: 6, top: top + 4, right: 20 + context.measureText(name).width, bottom: top + 28 })
  })
  context.textAlign = 'center'
  let tried = 0
  let counted = false
  for (const each of scene.nodes) {
    // numbers of edges go before labels of clauses, but never over the name of a document
    if (!counted && each.node.kind !== 'DOCUMENT' && !each.chosen) {
      paintCounts(context, taken, frame)
      counted = true
    }
    const at = places.get(each.id)
    if (at === undefined || at.x < 0 || at.y < -30 || at.x > width || at.y > height) continue
    const strong = each.chosen || each.id === hovered
    if (strong) ring(context, palette, at, each.look.size * zoom)
    if ((!each.lit && !strong) || tried >= MOST_LABELS) continue
    tried += 1
    paintLabel(context, frame, each, at, taken, strong)
  }
}

function paintLabel(
  context: CanvasRenderingContext2D,
  { scene, palette, zoom, scale, font }: Frame,
  each: SceneNode,
  at: Point,
  taken: Box[],
  strong: boolean,
): void {
  const bold = each.node.kind === 'DOCUMENT' || strong
  // close together, names in small print say more than names cut short
  const size = scene.lanes.length > 0 && scale < SMALL_BELOW && !bold ? LABEL_SIZE - 1 : LABEL_SIZE
  context.font = `${bold ? 600 : 400} ${size}px ${font}`
  const lines = scene.lanes.length === 0 || strong ? each.lines : fitLines(each, scale, size)
  const half = Math.max(...lines.map((text) => context.measureText(text).width)) / 2 + 1
  const top = at.y + each.look.size * zoom + 2
  const box = { left: at.x - half, top, right: at.x + half, bottom: top + lines.length * LINE_HEIGHT }
  if (!strong && taken.some((other) => overlap(other, box))) return
  taken.push(box)
  lines.forEach((text, index) => {
    halo(context, palette, text, at.x, top + LABEL_SIZE + index * LINE_HEIGHT, palette.ink)
  })
}

/** Where neighbours stand closer than at full size, their labels get narrower lines instead of giving way to one another. */
function fitLines({ node, lines }: SceneNode, scale: number, size: number): readonly string[] {
  const cell = node.kind === 'CLAUSE' ? CELL : node.kind === 'AGENCY' ? AGENCY : null
  if (cell === null || scale >= 1) return lines
  const signs = (cell.width * scale - LABEL_GAP) / size
  return signs >= labelWidth(node) + 1 || signs < LEAST_SIGNS ? lines : labelLines(node.label, signs - 1)
}

function halo(
  context: CanvasRenderingContext2D,
  palette: Palette,
  text: string,
  x: number,
  y: number,
  color: string,
) {
  context.strokeStyle = palette.paper
  context.lineWidth = 3.5
  context.strokeText(text, x, y)
  context.fillStyle = color
  context.fillText(text, x, y)
}

function ring(context: CanvasRenderingContext2D, palette: Palette, at: Point, radius: number): void {
  context.strokeStyle = palette.ink
  context.lineWidth = 2
  context.beginPath()
  context.arc(at.x, at.y, radius + 4.5, 0, Math.PI * 2)
  context.stroke()
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
