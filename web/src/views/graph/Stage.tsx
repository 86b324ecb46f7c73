import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { LEVELS } from '../../core/labels.ts'
import { usePreferences } from '../../core/preferences.tsx'
import { useMedia } from '../../core/useMedia.ts'
import { useWords, type Words } from '../../core/words.ts'
import type { Palette } from './appearance.ts'
import type { ShownGraph } from './fold.ts'
import { layOutFree, runFreeLayout } from './freeLayout.ts'
import type { LaneLayout, Point } from './lanes.ts'
import { Minimap } from './Minimap.tsx'
import { readPalette } from './palette.ts'
import { GraphRenderer, type RendererEvents } from './renderer.ts'
import styles from './Stage.module.css'
import type { Scene } from './scene.ts'

const WORDS = {
  picture: [
    '关系图。可用方向键移动、加减号缩放、0 还原；全部内容也在列表中。',
    'Picture of the graph. Arrow keys move it, plus and minus zoom, 0 fits; the list holds the same.',
  ],
  zoomIn: ['放大', 'Zoom in'],
  zoomOut: ['缩小', 'Zoom out'],
  fit: ['全图', 'Fit'],
  other: ['其他', 'Other'],
} as const satisfies Record<string, Words>

export interface StageHandle {
  centreOn(id: string): void
  /** Where the nodes stand now; y grows downward. */
  positions(): ReadonlyMap<string, Point>
}

interface Props {
  readonly graph: ShownGraph
  readonly scene: Scene
  readonly lanes: LaneLayout
  readonly free: boolean
  readonly choose: (id: string) => void
  readonly open: (id: string) => void
  readonly nameOf: (id: string) => string
  readonly handle: Ref<StageHandle>
}

const STEP = 60
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** The picture with what moves it. Everything in it is in the list twin too, so it is one stop of the keyboard. */
export function Stage({ graph, scene, lanes, free, choose, open, nameOf, handle }: Props) {
  const words = useWords(WORDS)
  const levels = useWords(LEVELS)
  const box = useRef<HTMLDivElement>(null)
  const renderer = useRef<GraphRenderer | null>(null)
  const positions = useRef(lanes.positions)
  const palette = useRef<Palette>(null)
  const laneNames = useRef<readonly string[]>([])
  laneNames.current = lanes.lanes.map(({ level }) => (level === null ? words.other : levels[level]))
  const [tip, setTip] = useState<{ readonly text: string; readonly at: Point } | null>(null)
  const [settled, setSettled] = useState(false)
  const mini = useRef<{ draw(): void }>(null)
  const theme = useThemeCount()
  const actions = useRef<RendererEvents>(null)
  actions.current = {
    chooseNode: choose,
    chooseEdge: choose,
    openNode: open,
    chooseNothing: () => undefined,
    hover: (id, at) => setTip(id === null ? null : { text: nameOf(id), at }),
    moved: () => mini.current?.draw(),
  }

  useEffect(() => {
    if (box.current === null) return
    const made = new GraphRenderer(box.current, {
      font: getComputedStyle(box.current).fontFamily,
      laneName: (index) => laneNames.current[index] ?? '',
      events: {
        chooseNode: (id) => actions.current?.chooseNode(id),
        openNode: (id) => actions.current?.openNode(id),
        chooseEdge: (id) => actions.current?.chooseEdge(id),
        chooseNothing: () => actions.current?.chooseNothing(),
        hover: (id, at) => actions.current?.hover(id, at),
        moved: () => actions.current?.moved(),
      },
    })
    renderer.current = made
    return () => {
      made.kill()
      renderer.current = null
    }
  }, [])

  // where the nodes are; a free layout starts from the lanes, so that it looks the same each time
  useEffect(() => {
    positions.current = lanes.positions
    if (!free) return setSettled(true)
    setSettled(false)
    if (still()) {
      positions.current = layOutFree(graph, lanes.positions)
      renderer.current?.place(positions.current)
      return setSettled(true)
    }
    return runFreeLayout(
      graph,
      lanes.positions,
      (next) => {
        positions.current = next
        renderer.current?.place(next)
      },
      () => setSettled(true),
    )
  }, [graph, lanes, free])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read again when the theme changes
  useEffect(() => {
    if (box.current === null) return
    palette.current = readPalette(box.current)
    renderer.current?.show(scene, positions.current, free ? null : lanes.box, palette.current)
    mini.current?.draw()
  }, [scene, lanes, free, theme])

  useImperativeHandle(handle, () => ({
    centreOn: (id) => {
      const at = positions.current.get(id)
      if (at !== undefined && renderer.current?.sees(id) === false) renderer.current.centreOn(at, !still())
    },
    positions: () => positions.current,
  }))

  const move = (event: KeyboardEvent) => {
    const done = moveByKeyboard(event.key, renderer.current)
    if (done) event.preventDefault()
  }
  return (
    <div className={styles.stage} data-ready={settled && graph.nodes.size > 0 ? 'true' : undefined}>
      <div
        className={styles.canvas}
        ref={box}
        role="img"
        aria-label={words.picture}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved by keys
        tabIndex={0}
        onKeyDown={move}
      />
      <div className={styles.zoom}>
        <button
          type="button"
          aria-label={words.zoomIn}
          title={words.zoomIn}
          onClick={() => renderer.current?.zoomBy(1.5, !still())}
        >
          ＋
        </button>
        <button
          type="button"
          aria-label={words.zoomOut}
          title={words.zoomOut}
          onClick={() => renderer.current?.zoomBy(1 / 1.5, !still())}
        >
          －
        </button>
        <button type="button" onClick={() => renderer.current?.fit(!still())}>
          {words.fit}
        </button>
      </div>
      <Minimap
        handle={mini}
        scene={scene}
        palette={() => palette.current}
        positions={() => positions.current}
        window={() => renderer.current?.window() ?? null}
        go={(point) => renderer.current?.centreOn(point, false)}
      />
      {tip === null ? null : (
        <div className={styles.tip} style={{ left: tip.at.x, top: tip.at.y }} aria-hidden="true">
          {tip.text}
        </div>
      )}
    </div>
  )
}

function moveByKeyboard(key: string, renderer: GraphRenderer | null): boolean {
  if (renderer === null) return false
  const moves: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => renderer.moveBy(-STEP, 0),
    ArrowRight: () => renderer.moveBy(STEP, 0),
    ArrowUp: () => renderer.moveBy(0, -STEP),
    ArrowDown: () => renderer.moveBy(0, STEP),
    '+': () => renderer.zoomBy(1.3, false),
    '=': () => renderer.zoomBy(1.3, false),
    '-': () => renderer.zoomBy(1 / 1.3, false),
    '0': () => renderer.fit(false),
  }
  moves[key]?.()
  return key in moves
}

/** Counts changes of the theme, by the reader or by the system. */
function useThemeCount(): string {
  const { theme } = usePreferences()
  const dark = useMedia('(prefers-color-scheme: dark)')
  const [applied, setApplied] = useState('')
  // a frame later: by then the attribute of the document is set
  useEffect(() => {
    const frame = requestAnimationFrame(() => setApplied(`${theme}${dark}`))
    return () => cancelAnimationFrame(frame)
  }, [theme, dark])
  return applied
}
