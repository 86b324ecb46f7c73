import { useEffect, useMemo, useRef } from 'react'
import { Link } from 'react-router'
import { Await, codeOf } from '../../components/Await.tsx'
import { PageTitle } from '../../components/PageTitle.tsx'
import { fill, useWords, type Words } from '../../core/words.ts'
import { EdgePanel } from './EdgePanel.tsx'
import styles from './Explorer.module.css'
import { ExportMenu } from './ExportMenu.tsx'
import { useEdgeName } from './edgeWords.ts'
import { NODE_KINDS } from './graphData.ts'
import { Legend } from './Legend.tsx'
import { NodePanel } from './NodePanel.tsx'
import { OutlineTree } from './OutlineTree.tsx'
import panelStyles from './Panel.module.css'
import { composePicture, drawPicture, shownId } from './picture.ts'
import { Stage, type StageHandle } from './Stage.tsx'
import { Toolbar } from './Toolbar.tsx'
import { type Asked, type Loaded, useGraphData } from './useGraphData.ts'
import type { GraphStateTools } from './useGraphState.ts'

const WORDS = {
  title: ['图谱', 'Graph'],
  another: ['换一个起点', 'Another start'],
  gone: [
    '图中没有这个对象，它可能已被删除或改了编号。',
    'There is no such object; it may have been removed.',
  ],
  search: ['去检索', 'Search'],
  count: ['{nodes} 个节点，{edges} 条关系', '{nodes} nodes, {edges} relations'],
  truncated: [
    '一屏最多约 300 个节点、800 条关系，其余未画出；可用筛选缩小范围，或从其中一个节点继续。',
    'A view holds about 300 nodes and 800 relations; the rest is not drawn. Filter, or go on from one of the nodes.',
  ],
  noPath: ['六步之内没有连接。', 'No connection within six steps.'],
  path: ['找到 {count} 条最短连接，长 {length} 步。', '{count} shortest connections of {length} steps.'],
  loading: ['正在读取…', 'Loading…'],
  selection: ['选中的内容', 'Selection'],
  picked: ['选中：{name}', 'Selected: {name}'],
} as const satisfies Record<string, Words>

/** On a phone, or much magnified, the picture is as wide as the page, and documents stand below one another. */
const SHAPE = matchMedia('(max-width: 48rem)').matches
  ? { aspect: window.innerWidth / Math.min(640, 0.82 * window.innerHeight), least: 430 }
  : { aspect: 1.55, least: 760 }

/** The explorer of the surroundings of one node. */
export function Explorer({ tools }: { readonly tools: GraphStateTools }) {
  const words = useWords(WORDS)
  const [asked, retry] = useGraphData(tools.state)
  const gone = asked.error !== undefined && codeOf(asked.error) === 'NOT_FOUND'
  if (gone) {
    return (
      <>
        <h1>{words.title}</h1>
        <p role="alert">{words.gone}</p>
        <p>
          <Link to="/">{words.search}</Link> · <Link to="/graph">{words.another}</Link>
        </p>
      </>
    )
  }
  return (
    <Await asked={asked} retry={retry}>
      {(loaded) => <Explored tools={tools} loaded={loaded} asked={asked} />}
    </Await>
  )
}

interface Props {
  readonly tools: GraphStateTools
  readonly loaded: Loaded
  readonly asked: Asked
}

function Explored({ tools, loaded, asked }: Props) {
  const words = useWords(WORDS)
  const edgeName = useEdgeName()
  const { state, change } = tools
  const { data, paths } = loaded
  const stage = useRef<StageHandle>(null)
  const path = useMemo(
    () => new Set(paths?.flatMap((each) => each.nodes.map((node) => node.id)) ?? []),
    [paths],
  )
  // the selection takes part only where it brings something out of a folded document
  const composed = useMemo(() => composePicture(data, state, path, SHAPE), [data, state, path])
  const picture = useStable(composed)
  const scene = useMemo(() => drawPicture(picture, state, path), [picture, state, path])
  const { graph } = picture
  const selected = shownId(graph, state.selected === '' ? state.focus : state.selected)
  const node =
    graph.nodes.get(selected) ?? (graph.edges.has(selected) ? undefined : graph.nodes.get(state.focus))
  const edge = graph.edges.get(selected)
  const focusName = data.nodes.get(state.focus)?.label ?? state.focus
  const nameOf = (id: string) => {
    const shown = graph.edges.get(id)
    if (shown === undefined) return graph.nodes.get(id)?.label ?? id
    const label = (end: string) => graph.nodes.get(end)?.label ?? end
    return `${label(shown.source)} — ${edgeName(shown)}${shown.members.length > 1 ? ` ×${shown.members.length}` : ''} — ${label(shown.target)}`
  }
  useEffect(() => stage.current?.centreOn(selected), [selected])
  const choose = (id: string) => change({ selected: id })
  const toggle = (id: string) => {
    if (id === state.focus) return
    const open = state.open.includes(id) ? state.open.filter((each) => each !== id) : [...state.open, id]
    change({ open, selected: id })
  }
  const kinds = NODE_KINDS.filter((kind) => [...graph.nodes.values()].some((each) => each.kind === kind))
  return (
    <>
      <PageTitle of={`${focusName} · ${words.title}`} />
      <header className={styles.head}>
        <h1 className={styles.title}>{focusName}</h1>
        <Link to="/graph">{words.another}</Link>
      </header>
      <Toolbar tools={tools} from={{ id: node?.id ?? state.focus, label: node?.label ?? focusName }}>
        <ExportMenu
          title={focusName}
          focus={state.focus}
          data={data}
          scene={scene}
          positions={() => stage.current?.positions() ?? picture.lanes.positions}
        />
      </Toolbar>
      <div className={styles.notes} role="status">
        <span>
          {asked.fetching
            ? words.loading
            : fill(words.count, { nodes: graph.nodes.size, edges: graph.edges.size })}
        </span>
        {graph.truncated ? <span className={styles.warning}>{words.truncated}</span> : null}
        {paths === null ? null : (
          <span>
            {paths.length === 0
              ? words.noPath
              : fill(words.path, { count: paths.length, length: paths[0]?.edges.length ?? 0 })}
          </span>
        )}
        <span className="visually-hidden">{fill(words.picked, { name: nameOf(selected) })}</span>
      </div>
      <div className={styles.work} data-wide={edge !== undefined && edge.members.length === 1}>
        <section className={styles.main} aria-label={words.title}>
          {state.view === 'list' ? (
            <OutlineTree
              key={state.focus}
              graph={graph}
              focus={state.focus}
              selected={selected}
              choose={choose}
              open={toggle}
            />
          ) : (
            <Stage
              {...{ graph, scene, lanes: picture.lanes, choose, nameOf }}
              free={state.layout === 'free'}
              open={toggle}
              handle={stage}
            />
          )}
        </section>
        <section className={panelStyles.panel} aria-label={words.selection}>
          {edge === undefined || node !== undefined ? null : (
            <EdgePanel data={data} edge={edge} choose={choose} />
          )}
          {node === undefined ? null : (
            <NodePanel
              {...{ graph, node, choose, toggle }}
              opened={state.open.includes(node.id)}
              isFocus={node.id === state.focus}
              hide={(id) => change({ hidden: [...state.hidden, id], selected: '' })}
            />
          )}
        </section>
      </div>
      {state.view === 'picture' ? <Legend kinds={kinds} /> : null}
    </>
  )
}

/** The picture before, where the new one holds the same: nothing is laid out or moved again because something was selected. */
function useStable(picture: ReturnType<typeof composePicture>) {
  const before = useRef(picture)
  const same =
    sameKeys(before.current.graph.nodes, picture.graph.nodes) &&
    sameKeys(before.current.graph.edges, picture.graph.edges)
  if (!same) before.current = picture
  return before.current
}

function sameKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a.keys()].every((key) => b.has(key))
}
