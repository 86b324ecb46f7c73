import {
  EDGE_KINDS,
  type EdgeKind,
  kindOfId,
  NODE_KINDS,
  type NodeKind,
  RELATION_ORDER,
  type Relation,
  ROLE_ORDER,
  type Role,
} from './graphData.ts'

export type Layout = 'lanes' | 'free'

/** All of the view's state; the address holds it, so it can be shared and the back button works. */
export interface GraphState {
  readonly focus: string
  /** Nodes whose neighbours were fetched too, in the order in which they were opened. */
  readonly open: readonly string[]
  readonly hidden: readonly string[]
  readonly layout: Layout
  readonly view: 'picture' | 'list'
  readonly kinds: readonly NodeKind[]
  readonly edgeKinds: readonly EdgeKind[]
  readonly relations: readonly Relation[]
  readonly roles: readonly Role[]
  /** Whether all is coloured, and not only what belongs to the selection. */
  readonly all: boolean
  /** Ends of the shortest connection that is shown; both or none. */
  readonly from: string
  readonly to: string
  /** Id of the selected node or edge; the focus where not given. */
  readonly selected: string
}

/** What is shown without being asked for: places and chapters join everything with everything, and a whole document has too many targets and products for one picture. */
export function usualKinds(focus: string): readonly NodeKind[] {
  const kind = kindOfId(focus)
  const few: readonly NodeKind[] = ['DOCUMENT', 'CLAUSE', 'AGENCY']
  return kind === 'DOCUMENT' || kind === 'SECTION' ? few : [...few, 'TARGET', 'PRODUCT_TYPE']
}
export const USUAL_EDGES: readonly EdgeKind[] = EDGE_KINDS.filter(
  (kind) => kind !== 'PART_OF' && kind !== 'APPLIES_TO',
)

const LISTS = {
  edges: [EDGE_KINDS, USUAL_EDGES],
  relations: [RELATION_ORDER, RELATION_ORDER],
  roles: [ROLE_ORDER, ROLE_ORDER],
} as const

/** Written where a list is empty, since nothing written means the usual. */
const NONE = 'none'

function readList<T extends string>(
  value: string | null,
  all: readonly T[],
  usual: readonly T[],
): readonly T[] {
  if (value === null) return usual
  const given = value.split(',')
  return all.filter((each) => given.includes(each))
}

function writeList<T extends string>(
  list: readonly T[],
  all: readonly T[],
  usual: readonly T[],
): string | null {
  if (list.length === usual.length && usual.every((each) => list.includes(each))) return null
  return all.filter((each) => list.includes(each)).join(',') || NONE
}

/** Reads the state; what nobody could have written is passed over. */
export function readState(address: URLSearchParams): GraphState {
  const text = (name: string) => address.get(name) ?? ''
  const from = text('from')
  const to = text('to')
  return {
    focus: text('focus'),
    open: [...new Set(address.getAll('open'))].filter((id) => id !== ''),
    hidden: [...new Set(address.getAll('hide'))].filter((id) => id !== ''),
    layout: text('layout') === 'free' ? 'free' : 'lanes',
    view: text('view') === 'list' ? 'list' : 'picture',
    kinds: readList<NodeKind>(address.get('kinds'), NODE_KINDS, usualKinds(text('focus'))),
    edgeKinds: readList<EdgeKind>(address.get('edges'), ...LISTS.edges),
    relations: readList<Relation>(address.get('relations'), ...LISTS.relations),
    roles: readList<Role>(address.get('roles'), ...LISTS.roles),
    all: text('all') === '1',
    from: to === '' ? '' : from,
    to: from === '' ? '' : to,
    selected: text('selected'),
  }
}

/** Writes the state; what is usual is not written. Names that are not of this view stay. */
export function writeState(old: URLSearchParams, state: GraphState): URLSearchParams {
  const next = new URLSearchParams(old)
  const texts: Readonly<Record<string, string | null>> = {
    focus: state.focus,
    layout: state.layout === 'free' ? 'free' : null,
    view: state.view === 'list' ? 'list' : null,
    kinds: writeList<NodeKind>(state.kinds, NODE_KINDS, usualKinds(state.focus)),
    edges: writeList<EdgeKind>(state.edgeKinds, ...LISTS.edges),
    relations: writeList<Relation>(state.relations, ...LISTS.relations),
    roles: writeList<Role>(state.roles, ...LISTS.roles),
    all: state.all ? '1' : null,
    from: state.from,
    to: state.to,
    selected: state.selected === state.focus ? null : state.selected,
  }
  for (const [name, value] of Object.entries(texts)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  for (const [name, ids] of [
    ['open', state.open],
    ['hide', state.hidden],
  ] as const) {
    next.delete(name)
    for (const id of ids) next.append(name, id)
  }
  return next
}

/** The address without what undo passes over: what is selected, and whether picture or list is shown. */
export function undoKey(address: URLSearchParams): string {
  const { selected: _, view: __, ...rest } = readState(address)
  return writeState(new URLSearchParams(), { ...rest, selected: '', view: 'picture' }).toString()
}
