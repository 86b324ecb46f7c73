import { RELATIONS, ROLES } from '../../core/labels.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { type GraphState, USUAL_EDGES, usualKinds } from './address.ts'
import styles from './FilterPanel.module.css'
import { EDGE_KINDS, NODE_KINDS, RELATION_ORDER, ROLE_ORDER } from './graphData.ts'
import { EDGE_NAMES, KIND_NAMES } from './names.ts'

const WORDS = {
  kinds: ['节点', 'Nodes'],
  edges: ['关系', 'Relations'],
  relations: ['引用关系', 'Citations'],
  roles: ['责任', 'Roles'],
  reset: ['恢复默认', 'Reset'],
  restore: ['放回移出的 {count} 个', 'Bring back {count}'],
} as const satisfies Record<string, Words>

interface Props {
  readonly state: GraphState
  readonly change: (changes: Partial<GraphState>) => void
}

/** What is fetched and shown: kinds of nodes, kinds of relations, relations of citations, roles of agencies. */
export function FilterPanel({ state, change }: Props) {
  const words = useWords(WORDS)
  const { hidden } = state
  return (
    <div className={styles.filters}>
      <Choice
        title={words.kinds}
        all={NODE_KINDS}
        names={KIND_NAMES}
        chosen={state.kinds}
        choose={(kinds) => change({ kinds })}
      />
      <Choice
        title={words.edges}
        all={EDGE_KINDS}
        names={EDGE_NAMES}
        chosen={state.edgeKinds}
        choose={(edgeKinds) => change({ edgeKinds })}
      />
      <Choice
        title={words.relations}
        all={RELATION_ORDER}
        names={RELATIONS}
        chosen={state.relations}
        choose={(relations) => change({ relations })}
      />
      <Choice
        title={words.roles}
        all={ROLE_ORDER}
        names={ROLES}
        chosen={state.roles}
        choose={(roles) => change({ roles })}
      />
      <p className={styles.actions}>
        <button
          type="button"
          onClick={() =>
            change({
              kinds: usualKinds(state.focus),
              edgeKinds: USUAL_EDGES,
              relations: RELATION_ORDER,
              roles: ROLE_ORDER,
            })
          }
        >
          {words.reset}
        </button>
        {hidden.length === 0 ? null : (
          <button type="button" onClick={() => change({ hidden: [] })}>
            {fill(words.restore, { count: hidden.length })}
          </button>
        )}
      </p>
    </div>
  )
}

function Choice<T extends string>({
  title,
  all,
  names,
  chosen,
  choose,
}: {
  readonly title: string
  readonly all: readonly T[]
  readonly names: Readonly<Record<T, Words>>
  readonly chosen: readonly T[]
  readonly choose: (chosen: readonly T[]) => void
}) {
  const words = useWords(names)
  return (
    <fieldset className={styles.choice}>
      <legend>{title}</legend>
      {all.map((each) => (
        <label key={each}>
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            onChange={({ target }) =>
              choose(all.filter((other) => (other === each ? target.checked : chosen.includes(other))))
            }
          />
          {words[each]}
        </label>
      ))}
    </fieldset>
  )
}
