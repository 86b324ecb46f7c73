import { type ReactNode, useState } from 'react'
import { useWords, type Words } from '../../core/words.ts'
import type { GraphState } from './address.ts'
import { FilterPanel } from './FilterPanel.tsx'
import { NodeFinder } from './NodeFinder.tsx'
import styles from './Toolbar.module.css'
import type { GraphStateTools } from './useGraphState.ts'

const WORDS = {
  tools: ['图谱工具', 'Graph tools'],
  show: ['显示', 'Show'],
  picture: ['图', 'Picture'],
  list: ['列表', 'List'],
  layout: ['布局', 'Layout'],
  lanes: ['按层级', 'By level'],
  free: ['自由', 'Free'],
  all: ['全部着色', 'Colour all'],
  undo: ['撤销', 'Undo'],
  redo: ['重做', 'Redo'],
  filter: ['筛选', 'Filter'],
  connect: ['找连接', 'Connect'],
  connectTo: ['从“{from}”到', 'From “{from}” to'],
  connectPlaceholder: ['文号、标题、部门或条款', 'Number, title, agency or clause'],
  end: ['结束连接', 'End connection'],
} as const satisfies Record<string, Words>

interface Props {
  readonly tools: GraphStateTools
  /** Node that a connection starts from, with its name. */
  readonly from: { readonly id: string; readonly label: string }
  readonly children: ReactNode
}

/** What changes the picture as a whole. */
export function Toolbar({ tools, from, children }: Props) {
  const words = useWords(WORDS)
  const { state, change } = tools
  const [panel, setPanel] = useState<'filter' | 'connect' | null>(null)
  const toggle = (name: 'filter' | 'connect') => setPanel(panel === name ? null : name)
  return (
    <section aria-label={words.tools} className={styles.tools}>
      <div className={styles.bar}>
        <Switch<GraphState['view']>
          name={words.show}
          value={state.view}
          choices={[
            ['picture', words.picture],
            ['list', words.list],
          ]}
          choose={(view) => change({ view })}
        />
        <Switch<GraphState['layout']>
          name={words.layout}
          value={state.layout}
          choices={[
            ['lanes', words.lanes],
            ['free', words.free],
          ]}
          choose={(layout) => change({ layout })}
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={state.all}
            onChange={({ target }) => change({ all: target.checked })}
          />
          {words.all}
        </label>
        <span className={styles.pair}>
          <button type="button" disabled={!tools.canUndo} onClick={tools.undo}>
            {words.undo}
          </button>
          <button type="button" disabled={!tools.canRedo} onClick={tools.redo}>
            {words.redo}
          </button>
        </span>
        <button type="button" aria-expanded={panel === 'filter'} onClick={() => toggle('filter')}>
          {words.filter}
        </button>
        <button type="button" aria-expanded={panel === 'connect'} onClick={() => toggle('connect')}>
          {words.connect}
        </button>
        {state.from === '' ? null : (
          <button type="button" onClick={() => change({ from: '', to: '' })}>
            {words.end}
          </button>
        )}
        {children}
      </div>
      {panel === 'filter' ? (
        <div className={styles.panel}>
          <FilterPanel state={state} change={change} />
        </div>
      ) : null}
      {panel === 'connect' ? (
        <div className={styles.panel}>
          <NodeFinder
            label={words.connectTo.replace('{from}', from.label)}
            placeholder={words.connectPlaceholder}
            row={({ id, label }) => (
              <button
                type="button"
                className={styles.found}
                disabled={id === from.id}
                onClick={() => {
                  change({ from: from.id, to: id, selected: '' })
                  setPanel(null)
                }}
              >
                {label}
              </button>
            )}
          />
        </div>
      ) : null}
    </section>
  )
}

function Switch<T extends string>({
  name,
  value,
  choices,
  choose,
}: {
  readonly name: string
  readonly value: T
  readonly choices: readonly (readonly [T, string])[]
  readonly choose: (value: T) => void
}) {
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">{name}</legend>
      {choices.map(([each, label]) => (
        <button key={each} type="button" aria-pressed={each === value} onClick={() => choose(each)}>
          {label}
        </button>
      ))}
    </fieldset>
  )
}
