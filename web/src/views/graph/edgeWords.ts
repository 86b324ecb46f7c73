import { RELATIONS, ROLES } from '../../core/labels.ts'
import { useWords } from '../../core/words.ts'
import type { GraphEdge } from './graphData.ts'
import { EDGE_NAMES } from './names.ts'

/** What an edge is called: the relation of a citation, the role of a responsibility, else its kind. */
export function useEdgeName(): (edge: Pick<GraphEdge, 'kind' | 'role' | 'relation'>) => string {
  const kinds = useWords(EDGE_NAMES)
  const roles = useWords(ROLES)
  const relations = useWords(RELATIONS)
  return ({ kind, role, relation }) => {
    if (kind === 'RESPONSIBILITY' && role !== null) return roles[role]
    if (kind === 'CITATION' && relation !== null) return relations[relation]
    return kinds[kind]
  }
}
