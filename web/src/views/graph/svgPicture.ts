import type { Palette, Shape } from './appearance.ts'
import { arrowHead, curveBetween } from './geometry.ts'
import type { Point } from './lanes.ts'
import type { Scene, SceneEdge, SceneNode } from './scene.ts'

export interface PictureText {
  readonly title: string
  /** Printed at the foot: where it comes from and when. */
  readonly note: string
  readonly font: string
  readonly laneName: (level: string | null) => string
}

const MARGIN = 60
const LABEL_SIZE = 12
const LINE_HEIGHT = 15

/** The picture as an SVG file of its own, drawn as the canvas draws it; labels are text. */
export function drawSvg(
  scene: Scene,
  positions: ReadonlyMap<string, Point>,
  palette: Palette,
  text: PictureText,
): { readonly svg: string; readonly width: number; readonly height: number } {
  const points = scene.nodes.flatMap(({ id }) => positions.get(id) ?? [])
  const boxes = [...scene.groups.values()]
  const xs = [...points.map((point) => point.x), ...boxes.flatMap((box) => [box.left, box.right])]
  const ys = points.map((point) => point.y)
  const left = Math.min(...xs, 0) - MARGIN
  const top = Math.min(...ys, ...scene.lanes.map((lane) => lane.top)) - MARGIN
  const right = Math.max(...xs, left + 400) + MARGIN
  const bottom = Math.max(...ys, ...scene.lanes.map((lane) => lane.bottom)) + MARGIN
  const width = Math.round(right - left)
  const height = Math.round(bottom - top)
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" font-family="${escapeXml(text.font)}">`,
    `<title>${escapeXml(text.title)}</title>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${palette.paper}"/>`,
    ...scene.lanes.flatMap((lane, index) => [
      index % 2 === 0
        ? `<rect x="${left}" y="${n(lane.top)}" width="${width}" height="${n(lane.bottom - lane.top)}" fill="${palette['paper-2']}"/>`
        : '',
      `<text x="${left + 14}" y="${n(lane.top + 24)}" font-size="14" font-weight="600" fill="${palette['ink-soft']}">${escapeXml(text.laneName(lane.level))}</text>`,
    ]),
    ...[...scene.groups.values()].map(
      (box) =>
        `<rect x="${n(box.left)}" y="${n(box.top)}" width="${n(box.right - box.left)}" height="${n(box.bottom - box.top)}" rx="6" fill="${palette.paper}" stroke="${palette.line}"/>`,
    ),
    ...scene.edges.filter((edge) => edge.lit).map((edge) => drawEdge(edge, positions, palette)),
    ...scene.nodes.map((node) => drawNode(node, positions.get(node.id), palette)),
    `<text x="${left + 14}" y="${n(bottom - 14)}" font-size="11" fill="${palette['ink-soft']}">${escapeXml(text.note)}</text>`,
    '</svg>',
  ]
  return { svg: parts.filter((part) => part !== '').join('\n'), width, height }
}

function drawEdge(each: SceneEdge, positions: ReadonlyMap<string, Point>, palette: Palette): string {
  const a = positions.get(each.edge.source)
  const b = positions.get(each.edge.target)
  if (a === undefined || b === undefined) return ''
  const curve = curveBetween(a, b, each.index, 8, each.look.arrow ? 13 : 8)
  const color = palette[each.look.color]
  const { start, bend, end } = curve
  const dash = each.look.dashed ? ' stroke-dasharray="6 4"' : ''
  const faint = each.quiet ? ' opacity="0.22"' : ''
  const line = `<path d="M${n(start.x)} ${n(start.y)}Q${n(bend.x)} ${n(bend.y)} ${n(end.x)} ${n(end.y)}" fill="none" stroke="${color}" stroke-width="${n(each.look.width)}"${dash}${faint}/>`
  if (!each.look.arrow) return line
  const head = arrowHead(curve, 8).map((corner) => `${n(corner.x)},${n(corner.y)}`)
  return `${line}<polygon points="${head.join(' ')}" fill="${color}"/>`
}

function drawNode(each: SceneNode, at: Point | undefined, palette: Palette): string {
  if (at === undefined) return ''
  const fill = each.lit ? palette[each.look.fill] : palette['paper-3']
  const border = each.lit ? palette[each.look.border] : palette.line
  const outline = shapeOutline(each.look.shape, at, each.look.size)
  const shape = `<path d="${outline}" fill="${fill}" stroke="${border}" stroke-width="1.5"/>`
  if (!each.lit) return shape
  const bold = each.node.kind === 'DOCUMENT' ? ' font-weight="600"' : ''
  const lines = each.lines.map(
    (line, index) =>
      `<text x="${n(at.x)}" y="${n(at.y + each.look.size + LABEL_SIZE + 2 + index * LINE_HEIGHT)}" font-size="${LABEL_SIZE}" text-anchor="middle"${bold} fill="${palette.ink}" stroke="${palette.paper}" stroke-width="3" paint-order="stroke">${escapeXml(line)}</text>`,
  )
  return shape + lines.join('')
}

/** The outline of a shape as the `d` of a path. */
export function shapeOutline(shape: Shape, { x, y }: Point, r: number): string {
  const polygon = (...corners: readonly (readonly [number, number])[]) =>
    `M${corners.map(([dx, dy]) => `${n(x + dx * r)} ${n(y + dy * r)}`).join('L')}Z`
  switch (shape) {
    case 'circle':
      return `M${n(x - r)} ${n(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
    case 'diamond':
      return polygon([0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0])
    case 'triangle':
      return polygon([0, -1], [1, 0.8], [-1, 0.8])
    case 'hexagon':
      return polygon([-0.5, -0.87], [0.5, -0.87], [1, 0], [0.5, 0.87], [-0.5, 0.87], [-1, 0])
    case 'pill':
      return polygon([-1, -0.5], [1, -0.5], [1, 0.5], [-1, 0.5])
    default:
      return polygon([-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85])
  }
}

const n = (value: number): string => String(Math.round(value * 10) / 10)

/** What XML 1.0 does not allow even as an entity: control characters, and halves of surrogate pairs. */
const UNFIT = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

export function escapeXml(text: string): string {
  return text
    .replace(UNFIT, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}
