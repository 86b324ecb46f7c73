import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { LEVELS } from '../../core/labels.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { useEdgeName } from './edgeWords.ts'
import type { ShownGraph } from './fold.ts'
import { KIND_NAMES } from './names.ts'
import styles from './OutlineTree.module.css'
import { moveByKey, type OutlineRow, outlineOf, visibleRows } from './outline.ts'

const WORDS = {
  tree: ['图谱列表', 'The graph as a list'],
  filter: ['筛选列表', 'Filter the list'],
  other: ['其他', 'Other'],
  level: ['{level}（{count}）', '{level} ({count})'],
  folded: ['收起 {count} 条', '{count} clauses folded'],
  bundled: ['合并 {count} 条', '{count} bundled'],
  inferred: ['推断', 'inferred'],
  nothing: ['没有符合筛选的内容。', 'Nothing fits the filter.'],
} as const satisfies Record<string, Words>

interface Props {
  readonly graph: ShownGraph
  readonly focus: string
  readonly selected: string
  readonly choose: (id: string) => void
  readonly open: (id: string) => void
}

/** The same graph as a tree for keyboard and screen reader: one tab stop, arrows, Home, End; Enter selects, * opens. */
export function OutlineTree({ graph, focus, selected, choose, open }: Props) {
  const words = useWords(WORDS)
  const all = useMemo(() => outlineOf(graph), [graph])
  const [filter, setFilter] = useState('')
  const textOf = useRowText()
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(() => unfoldTo(all, focus))
  const rows = filter === '' ? visibleRows(all, unfolded) : all.filter((row) => textOf(row).includes(filter))
  const [current, setCurrent] = useState(focus)
  const active = rows.some((row) => row.key === current) ? current : (rows[0]?.key ?? '')
  const list = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    if (moved.current) list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    moved.current = false
  })
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const row = rows.find((each) => each.key === active)
    if (event.key === 'Enter' || event.key === ' ') {
      if (row !== undefined && row.content.kind !== 'level') choose(idOf(row))
      event.preventDefault()
      return
    }
    if (event.key === '*' && row?.content.kind === 'node') return open(row.content.node.id)
    const move = moveByKey(event.key, rows, active, unfolded)
    if (move === null) return
    event.preventDefault()
    if ('to' in move) {
      moved.current = true
      setCurrent(move.to)
    } else setUnfolded(toggled(unfolded, 'unfold' in move ? move.unfold : move.fold))
  }
  const onPress = ({ target }: MouseEvent) => {
    const key =
      target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined
    const row = rows.find((each) => each.key === key)
    if (row === undefined) return
    setCurrent(row.key)
    if (row.expandable && filter === '') setUnfolded(toggled(unfolded, row.key))
    if (row.content.kind !== 'level') choose(idOf(row))
  }
  return (
    <div className={styles.outline}>
      <input
        type="search"
        aria-label={words.filter}
        placeholder={words.filter}
        value={filter}
        onChange={({ target }) => setFilter(target.value)}
      />
      {rows.length === 0 ? <p>{words.nothing}</p> : null}
      <div
        className={styles.tree}
        role="tree"
        tabIndex={-1}
        aria-label={words.tree}
        ref={list}
        onKeyDown={onKey}
        onClick={onPress}
      >
        {rows.map((row) => (
          <div
            key={row.key}
            role="treeitem"
            aria-level={row.depth}
            aria-expanded={row.expandable ? filter !== '' || unfolded.has(row.key) : undefined}
            aria-selected={row.content.kind !== 'level' && idOf(row) === selected}
            tabIndex={row.key === active ? 0 : -1}
            data-kind={row.content.kind}
            style={{ paddingInlineStart: `${row.depth * 1.15 - 0.65}rem` }}
            data-key={row.key}
          >
            <span className={styles.mark} aria-hidden="true">
              {row.expandable ? (unfolded.has(row.key) ? '▾' : '▸') : ''}
            </span>
            {textOf(row)}
          </div>
        ))}
      </div>
    </div>
  )
}

function idOf(row: OutlineRow): string {
  if (row.content.kind === 'node') return row.content.node.id
  return row.content.kind === 'relation' ? row.content.edge.id : row.key
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}

/** Levels unfolded, and what leads to the focus. */
function unfoldTo(rows: readonly OutlineRow[], focus: string): ReadonlySet<string> {
  const parents = new Map(rows.map((row) => [row.key, row.parent]))
  const unfolded = new Set(rows.filter((row) => row.depth === 1).map((row) => row.key))
  for (let key: string | null | undefined = focus; key != null; key = parents.get(key)) unfolded.add(key)
  return unfolded
}

function useRowText(): (row: OutlineRow) => string {
  const words = useWords(WORDS)
  const levels = useWords(LEVELS)
  const kinds = useWords(KIND_NAMES)
  const edgeName = useEdgeName()
  return ({ content }: OutlineRow) => {
    if (content.kind === 'level') {
      const level = content.level === null ? words.other : levels[content.level]
      return fill(words.level, { level, count: content.count })
    }
    if (content.kind === 'node') {
      const { kind, label, folded } = content.node
      const rest = folded > 0 ? `（${fill(words.folded, { count: folded })}）` : ''
      return `${kinds[kind]}：${label}${rest}`
    }
    const { edge, other, outgoing } = content
    const count = edge.members.length
    const notes = [
      ...(edge.basis === 'INFERRED' ? [words.inferred] : []),
      ...(edge.score === null ? [] : [edge.score.toFixed(2)]),
      ...(count > 1 ? [fill(words.bundled, { count })] : []),
    ]
    const arrow = edge.kind === 'CORRESPONDENCE' || edge.kind === 'COUNTERPART' ? '↔' : outgoing ? '→' : '←'
    return `${edgeName(edge)} ${arrow} ${other.label}${notes.length === 0 ? '' : `（${notes.join('，')}）`}`
  }
}
