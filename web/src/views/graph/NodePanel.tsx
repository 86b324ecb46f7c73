import { Link } from 'react-router'
import { LEVELS } from '../../core/labels.ts'
import { graphPath, matrixPath, pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { useEdgeName } from './edgeWords.ts'
import type { ShownEdge, ShownGraph, ShownNode } from './fold.ts'
import { EDGE_KINDS } from './graphData.ts'
import { KIND_NAMES } from './names.ts'
import styles from './Panel.module.css'

const WORDS = {
  read: ['打开原文', 'Open'],
  agency: ['打开部门', 'Open agency'],
  center: ['以此为中心', 'Start from here'],
  matrix: ['落实对照', 'Implementation'],
  expand: ['展开邻居', 'Expand'],
  collapse: ['收起', 'Collapse'],
  hide: ['移出画面', 'Remove from view'],
  degree: ['库中共 {count} 条关系', '{count} relations in the corpus'],
  folded: ['{count} 条条款已收起', '{count} clauses folded'],
  relations: ['画面中的关系', 'Relations in view'],
  none: ['画面中没有它的关系。', 'It has no relations in view.'],
  more: ['另有 {count} 条', '{count} more'],
  bundled: ['{count} 条', '{count}'],
  inferred: ['推断', 'inferred'],
} as const satisfies Record<string, Words>

interface Props {
  readonly graph: ShownGraph
  readonly node: ShownNode
  readonly opened: boolean
  readonly isFocus: boolean
  readonly choose: (id: string) => void
  readonly toggle: (id: string) => void
  readonly hide: (id: string) => void
}

/** Relations listed a kind; the rest is a number. */
const LISTED = 12

/** What is known of the selected node, and what can be done with it. */
export function NodePanel({ graph, node, opened, isFocus, choose, toggle, hide }: Props) {
  const words = useWords(WORDS)
  const kinds = useWords(KIND_NAMES)
  const levels = useWords(LEVELS)
  return (
    <>
      <p className={styles.kind}>
        {kinds[node.kind]}
        {node.level === null ? '' : ` · ${levels[node.level]}`}
      </p>
      <h2 className={styles.title}>{node.label}</h2>
      <p className={styles.soft}>
        {node.degree > 0 ? fill(words.degree, { count: node.degree }) : null}
        {node.folded > 0 ? ` · ${fill(words.folded, { count: node.folded })}` : null}
      </p>
      <p className={styles.actions}>
        <Link className={styles.main} to={pathOf(node.id)}>
          {node.kind === 'AGENCY' ? words.agency : words.read}
        </Link>
        {isFocus ? null : <Link to={graphPath(node.id)}>{words.center}</Link>}
        {node.kind === 'DOCUMENT' ? <Link to={matrixPath(node.id)}>{words.matrix}</Link> : null}
      </p>
      {isFocus ? null : (
        <p className={styles.actions}>
          <button type="button" aria-expanded={opened} onClick={() => toggle(node.id)}>
            {opened ? words.collapse : words.expand}
          </button>
          <button type="button" onClick={() => hide(node.id)}>
            {words.hide}
          </button>
        </p>
      )}
      <RelationList graph={graph} node={node} choose={choose} />
    </>
  )
}

function RelationList({ graph, node, choose }: Pick<Props, 'graph' | 'node' | 'choose'>) {
  const words = useWords(WORDS)
  const edgeName = useEdgeName()
  const groups = new Map<string, ShownEdge[]>()
  const edges = [...graph.edges.values()]
    .filter((edge) => edge.kind !== 'CONTAINS' && (edge.source === node.id || edge.target === node.id))
    .toSorted(
      (a, b) => EDGE_KINDS.indexOf(a.kind) - EDGE_KINDS.indexOf(b.kind) || (b.score ?? 0) - (a.score ?? 0),
    )
  for (const edge of edges) groups.set(edgeName(edge), [...(groups.get(edgeName(edge)) ?? []), edge])
  return (
    <section aria-label={words.relations}>
      <h3 className={styles.heading}>{words.relations}</h3>
      {edges.length === 0 ? <p className={styles.soft}>{words.none}</p> : null}
      {[...groups].map(([name, list]) => (
        <div key={name}>
          <h4 className={styles.group}>
            {name} <span className={styles.soft}>{list.length}</span>
          </h4>
          <ul className={styles.list}>
            {list.slice(0, LISTED).map((edge) => (
              <li key={edge.id}>
                <button type="button" className={styles.row} onClick={() => choose(edge.id)}>
                  {graph.nodes.get(edge.source === node.id ? edge.target : edge.source)?.label}
                  <span className={styles.soft}>
                    {[
                      edge.members.length > 1 ? fill(words.bundled, { count: edge.members.length }) : '',
                      edge.basis === 'INFERRED' ? words.inferred : '',
                      edge.score?.toFixed(2) ?? '',
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {list.length > LISTED ? (
            <p className={styles.soft}>{fill(words.more, { count: list.length - LISTED })}</p>
          ) : null}
        </div>
      ))}
    </section>
  )
}
