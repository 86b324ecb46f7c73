import { type PointerEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { Palette } from './appearance.ts'
import type { Box, Point } from './lanes.ts'
import styles from './Minimap.module.css'
import type { Scene } from './scene.ts'

interface Props {
  readonly scene: Scene
  readonly palette: () => Palette | null
  readonly positions: () => ReadonlyMap<string, Point>
  /** The part that is on the screen. */
  readonly window: () => Box | null
  readonly go: (point: Point) => void
  readonly handle: Ref<{ draw(): void }>
}

const SIZE = { width: 168, height: 104 }
const MARGIN = 8
/** Pixels of the picture for one of the page. */
const SHARPNESS = 2

interface Scale {
  readonly factor: number
  readonly left: number
  readonly top: number
}

/** The whole picture in small, with a frame round what is on the screen; for the pointer only. */
export function Minimap({ scene, palette, positions, window, go, handle }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const dots = useRef<Dots>(null)
  const draw = () => {
    const context = canvas.current?.getContext('2d')
    const colors = palette()
    const places = positions()
    if (context == null || colors === null) return
    const old = dots.current
    const same = old?.scene === scene && old.positions === places && old.palette === colors
    const now = same ? old : drawDots(scene, places, colors)
    dots.current = now
    const seen = window()
    drawWindow(context, now, seen)
    // where all is on the screen it would only stand in the way
    const { left, top, right, bottom } = now.bounds
    context.canvas.hidden =
      seen !== null && isIn(seen, { x: left, y: top }) && isIn(seen, { x: right, y: bottom })
  }
  useImperativeHandle(handle, () => ({ draw }))
  useEffect(draw)
  const point = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons === 0) return
    if (dots.current === null) return
    const { factor, left, top } = dots.current.scale
    go({ x: event.nativeEvent.offsetX / factor + left, y: event.nativeEvent.offsetY / factor + top })
  }
  return (
    <div aria-hidden="true">
      <canvas
        ref={canvas}
        className={styles.minimap}
        width={SIZE.width * SHARPNESS}
        height={SIZE.height * SHARPNESS}
        onPointerDown={point}
        onPointerMove={point}
      />
    </div>
  )
}

const isIn = (box: Box, { x, y }: Point): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom

/** The nodes in small, drawn once for all frames until they change. */
interface Dots {
  readonly scene: Scene
  readonly positions: ReadonlyMap<string, Point>
  readonly palette: Palette
  readonly picture: HTMLCanvasElement
  readonly scale: Scale
  readonly bounds: Box
}

function drawDots(scene: Scene, positions: ReadonlyMap<string, Point>, palette: Palette): Dots {
  const picture = document.createElement('canvas')
  picture.width = SIZE.width * SHARPNESS
  picture.height = SIZE.height * SHARPNESS
  const bounds = boundsOf(positions)
  const factor = Math.min(
    (SIZE.width - 2 * MARGIN) / Math.max(1, bounds.right - bounds.left),
    (SIZE.height - 2 * MARGIN) / Math.max(1, bounds.bottom - bounds.top),
  )
  const scale = {
    factor,
    left: (bounds.left + bounds.right) / 2 - SIZE.width / 2 / factor,
    top: (bounds.top + bounds.bottom) / 2 - SIZE.height / 2 / factor,
  }
  const context = picture.getContext('2d')
  context?.scale(SHARPNESS, SHARPNESS)
  for (const each of scene.nodes) {
    const at = positions.get(each.id)
    if (at === undefined || context === null) continue
    context.fillStyle = each.lit ? palette[each.look.border] : palette['line-strong']
    const size = each.chosen ? 6 : each.node.kind === 'DOCUMENT' ? 4 : 2.4
    const [x, y] = [(at.x - scale.left) * factor, (at.y - scale.top) * factor]
    context.fillRect(x - size / 2, y - size / 2, size, size)
  }
  return { scene, positions, palette, picture, scale, bounds }
}

function boundsOf(positions: ReadonlyMap<string, Point>): Box {
  if (positions.size === 0) return { left: 0, top: 0, right: 1, bottom: 1 }
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of positions.values()) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { left, top, right, bottom }
}

function drawWindow(
  context: CanvasRenderingContext2D,
  { picture, scale, palette }: Dots,
  seen: Box | null,
): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, picture.width, picture.height)
  context.drawImage(picture, 0, 0)
  if (seen === null) return
  context.setTransform(SHARPNESS, 0, 0, SHARPNESS, 0, 0)
  context.strokeStyle = palette.ink
  context.lineWidth = 1.2
  context.strokeRect(
    (seen.left - scale.left) * scale.factor,
    (seen.top - scale.top) * scale.factor,
    (seen.right - seen.left) * scale.factor,
    (seen.bottom - seen.top) * scale.factor,
  )
}
