import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import type { Palette } from './appearance.ts'
import { distanceTo } from './geometry.ts'
import type { Box, Point } from './lanes.ts'
import { curveOf, type Frame, paintEdges, paintLabels, paintLanes } from './painter.ts'
import type { Scene } from './scene.ts'
import { ShapeProgram } from './shapeProgram.ts'

export interface RendererEvents {
  chooseNode(id: string): void
  openNode(id: string): void
  chooseEdge(id: string): void
  chooseNothing(): void
  hover(id: string | null, at: Point): void
  moved(): void
}

export interface RendererOptions {
  readonly font: string
  readonly laneName: (index: number) => string
  readonly events: RendererEvents
}

/** More edges than this are not drawn while the picture moves: it would stutter without a graphics card. */
const HIDE_FROM = 300
/** The picture has come to rest when it has not moved for so long (ms). */
const REST = 140
/** Round the picture (px). Lanes have room for the labels of the lowest nodes in themselves. */
const PADDING = { lanes: 24, free: 52 } as const
/** How near to an edge counts as on it (px). */
const REACH = 7

const EMPTY: Scene = { nodes: [], edges: [], lanes: [], groups: new Map() }

/** The picture: sigma draws and finds the nodes and moves the camera; lanes, edges and labels are painted on layers of our own. */
export class GraphRenderer {
  readonly #sigma: Sigma
  readonly #graph = new MultiDirectedGraph()
  readonly #options: RendererOptions
  readonly #ground: HTMLCanvasElement
  readonly #captions: HTMLCanvasElement
  #scene = EMPTY
  #palette: Palette | null = null
  #positions: ReadonlyMap<string, Point> = new Map()
  #hovered: string | null = null
  #moving = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(container: HTMLElement, options: RendererOptions) {
    this.#options = options
    this.#sigma = new Sigma(this.#graph, container, {
      renderLabels: false,
      hideEdgesOnMove: true,
      allowInvalidContainer: true,
      stagePadding: PADDING.lanes,
      minCameraRatio: 0.02,
      maxCameraRatio: 2.5,
      doubleClickZoomingRatio: 1,
      defaultNodeType: 'shape',
      nodeProgramClasses: { shape: ShapeProgram },
      // the ring and the label of the node under the pointer are painted with the others
      defaultDrawNodeHover: () => undefined,
    })
    this.#ground = this.#sigma.createCanvas('ground', { beforeLayer: 'edges' })
    this.#captions = this.#sigma.createCanvas('captions', { afterLayer: 'nodes' })
    this.#sigma.resize(true)
    this.#listen()
  }

  /** @param box what fits the screen at the start; by the positions where null */
  show(scene: Scene, positions: ReadonlyMap<string, Point>, box: Box | null, palette: Palette): void {
    this.#scene = scene
    this.#positions = positions
    this.#palette = palette
    this.#graph.clear()
    for (const { id, look, lit } of scene.nodes) {
      const at = positions.get(id)
      if (at === undefined) continue
      this.#graph.addNode(id, {
        ...{ x: at.x, y: -at.y, size: look.size, shape: look.shape },
        color: palette[lit ? look.fill : 'paper-3'],
        border: palette[lit ? look.border : 'line'],
      })
    }
    this.#sigma.setSetting('stagePadding', box === null ? PADDING.free : PADDING.lanes)
    this.#sigma.setCustomBBox(box === null ? null : { x: [box.left, box.right], y: [-box.bottom, -box.top] })
    this.#sigma.refresh()
  }

  /** Moves nodes without a new scene, as a running layout does. */
  place(positions: ReadonlyMap<string, Point>): void {
    this.#positions = positions
    this.#graph.updateEachNodeAttributes((id, attributes) => {
      const at = positions.get(id)
      return at === undefined ? attributes : { ...attributes, x: at.x, y: -at.y }
    })
  }

  fit(animate: boolean): void {
    const state = { x: 0.5, y: 0.5, ratio: 1, angle: 0 }
    const camera = this.#sigma.getCamera()
    if (animate) void camera.animate(state, { duration: 300 })
    else camera.setState(state)
  }

  zoomBy(factor: number, animate: boolean): void {
    const camera = this.#sigma.getCamera()
    const ratio = camera.getBoundedRatio(camera.ratio / factor)
    if (animate) void camera.animate({ ratio }, { duration: 150 })
    else camera.setState({ ratio })
  }

  moveBy(dx: number, dy: number): void {
    const camera = this.#sigma.getCamera()
    const { width, height } = this.#sigma.getDimensions()
    const here = this.#sigma.viewportToFramedGraph({ x: width / 2, y: height / 2 })
    const there = this.#sigma.viewportToFramedGraph({ x: width / 2 + dx, y: height / 2 + dy })
    camera.setState({ x: camera.x + there.x - here.x, y: camera.y + there.y - here.y })
  }

  centreOn(point: Point, animate: boolean): void {
    const framed = this.#sigma.viewportToFramedGraph(this.#project(point))
    const camera = this.#sigma.getCamera()
    if (animate) void camera.animate(framed, { duration: 300 })
    else camera.setState(framed)
  }

  /** Whether a node can be seen where the camera stands. */
  sees(id: string): boolean {
    const at = this.#positions.get(id)
    if (at === undefined) return false
    const { x, y } = this.#project(at)
    const { width, height } = this.#sigma.getDimensions()
    return x > 0 && y > 0 && x < width && y < height
  }

  /** The part of the graph that is on the screen. */
  window(): Box {
    const { width, height } = this.#sigma.getDimensions()
    const a = this.#sigma.viewportToGraph({ x: 0, y: 0 })
    const b = this.#sigma.viewportToGraph({ x: width, y: height })
    return { left: a.x, top: -a.y, right: b.x, bottom: -b.y }
  }

  /** Where a node is on the screen. */
  screenPlace(id: string): Point | null {
    const at = this.#positions.get(id)
    return at === undefined ? null : this.#project(at)
  }

  kill(): void {
    clearTimeout(this.#timer)
    this.#sigma.kill()
  }

  #project = ({ x, y }: Point): Point => this.#sigma.graphToViewport({ x, y: -y })

  #listen(): void {
    const { events } = this.#options
    this.#sigma.on('afterRender', () => this.#paint())
    this.#sigma.getCamera().on('updated', () => {
      this.#moving = true
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => {
        this.#moving = false
        this.#sigma.scheduleRender()
      }, REST)
    })
    this.#sigma.on('clickNode', ({ node }) => events.chooseNode(node))
    this.#sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault()
      events.openNode(node)
    })
    this.#sigma.on('clickStage', ({ event }) => {
      const edge = this.#edgeAt(event)
      if (edge === null) events.chooseNothing()
      else events.chooseEdge(edge)
    })
    this.#sigma.on('enterNode', ({ node, event }) => this.#hover(node, event))
    this.#sigma.on('leaveNode', ({ event }) => this.#hover(null, event))
    this.#sigma.on('moveBody', ({ event }) => {
      if (this.#moving || (this.#hovered !== null && this.#graph.hasNode(this.#hovered))) return
      this.#hover(this.#edgeAt(event), event)
    })
  }

  #hover(id: string | null, { x, y }: Point): void {
    if (id === this.#hovered) return
    this.#hovered = id
    this.#sigma.getContainer().style.cursor = id === null ? '' : 'pointer'
    this.#options.events.hover(id, { x, y })
    this.#sigma.scheduleRender()
  }

  #edgeAt(point: Point): string | null {
    const frame = this.#frame()
    if (frame === null || this.#scene.edges.length > 2_000) return null
    let found: string | null = null
    let least = REACH
    for (const each of this.#scene.edges) {
      const curve = each.lit ? curveOf(each, frame.places, frame.zoom) : null
      const distance = curve === null ? least : distanceTo(curve, point)
      if (distance < least) {
        least = distance
        found = each.id
      }
    }
    return found
  }

  #frame(coarse = false): Frame | null {
    if (this.#palette === null) return null
    const places = new Map<string, Point>()
    // while it moves only lanes are painted, which need no place of a node
    if (!coarse) {
      for (const { id } of this.#scene.nodes) {
        const at = this.#positions.get(id)
        if (at !== undefined) places.set(id, this.#project(at))
      }
    }
    return {
      ...{ scene: this.#scene, palette: this.#palette, places, project: this.#project },
      scale: Math.abs(this.#project({ x: 1, y: 0 }).x - this.#project({ x: 0, y: 0 }).x),
      ...{ zoom: this.#sigma.scaleSize(1), font: this.#options.font, hovered: this.#hovered },
      ...this.#sigma.getDimensions(),
    }
  }

  #paint(): void {
    const { width, height } = this.#sigma.getDimensions()
    const under = clearedContext(this.#ground, width, height)
    const over = clearedContext(this.#captions, width, height)
    if (under === null || over === null) return
    const coarse = this.#moving && this.#scene.edges.length > HIDE_FROM
    const frame = this.#frame(coarse)
    if (frame === null) return
    paintLanes(under, frame)
    if (!coarse) {
      paintEdges(under, frame)
      paintLabels(over, frame, this.#options.laneName)
    }
    this.#options.events.moved()
  }
}

/** The canvas emptied, at the size and sharpness of the screen; drawn on in CSS pixels. */
function clearedContext(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const sharpness = window.devicePixelRatio || 1
  const [columns, rows] = [Math.round(width * sharpness), Math.round(height * sharpness)]
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns
    canvas.height = rows
  }
  const context = canvas.getContext('2d')
  context?.setTransform(sharpness, 0, 0, sharpness, 0, 0)
  context?.clearRect(0, 0, width, height)
  return context
}
