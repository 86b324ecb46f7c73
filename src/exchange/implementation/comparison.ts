import type { ClauseNode, DocumentNode, TargetNode } from '../../domain/nodes.ts'
import type { Validity } from '../../domain/vocabulary.ts'
import { evidenceOf, type OrientedEvidence } from '../../service/correspondenceEvidence.ts'
import { alignRoles, leadsOf, type RoleAlignment } from '../../service/correspondenceRoles.ts'
import type { Correspondence } from '../../service/correspondences.ts'
import { targetsOf } from '../../service/correspondenceTargets.ts'
import { type FirstMover, firstMoverOf } from '../../service/implementationFirst.ts'
import {
  type ImplementationCell,
  type ImplementationColumn,
  type ImplementationMatrix,
  type ImplementationRow,
  type MatrixArguments,
  readMatrix,
} from '../../service/implementationMatrix.ts'
import { openScope, type Scope, type ServiceDeps } from '../../service/scope.ts'
import type { TargetComparison } from '../../service/targetVerdict.ts'
import { validityOf } from '../../service/validity.ts'

/** A clause with what a reader of a table wants to see of it. */
export interface ComparedClause {
  readonly clause: ClauseNode
  /** Names of those who lead it, else of those responsible. */
  readonly leads: readonly string[]
}
/** A link from an upper clause, with everything worked out. */
export interface ComparedLink {
  readonly link: Correspondence
  readonly other: ComparedClause
  /** Of the lower clause towards the upper one. */
  readonly targets: readonly TargetComparison[]
  readonly roles: RoleAlignment
  readonly evidence: readonly OrientedEvidence[]
}
export interface ComparedCell {
  readonly document: DocumentNode
  readonly links: readonly ComparedLink[]
  /** Of a gap. */
  readonly nearest: Correspondence | null
}
export interface ComparedRow {
  readonly upper: ComparedClause
  readonly cells: readonly ComparedCell[]
  /** Among those of degree SAME_MEASURE. */
  readonly first: FirstMover | null
}
export interface ComparedColumn extends ImplementationColumn {
  readonly validity: Validity
}

/** An implementation matrix, read row by row while it is written. */
export interface Comparison {
  readonly scope: Scope
  readonly upper: DocumentNode
  /** Clauses of the upper document. */
  readonly total: number
  readonly columns: readonly ComparedColumn[]
  rows(): AsyncIterable<ComparedRow>
  additions(column: ImplementationColumn): Promise<readonly ComparedClause[]>
}

/** @throws ZhengmaiError NOT_FOUND, BAD_INPUT, AMBIGUOUS, LIMIT */
export async function openComparison(deps: ServiceDeps, args: MatrixArguments): Promise<Comparison> {
  const scope = openScope(deps)
  const matrix: ImplementationMatrix = await readMatrix(scope, args)
  const columns = await Promise.all(
    matrix.columns.map(async (column) => ({
      ...column,
      validity: await validityOf(scope, column.document, scope.today()),
    })),
  )
  return {
    scope,
    upper: matrix.upper,
    total: matrix.total,
    columns,
    async *rows() {
      for (const row of await matrix.rows(matrix.columns)) yield compareRow(scope, row)
    },
    additions: async (column) =>
      Promise.all((await column.additions()).map((clause) => describeClause(scope, clause))),
  }
}

async function compareRow(scope: Scope, { clause, cells }: ImplementationRow): Promise<ComparedRow> {
  const links = cells.flatMap(({ correspondences }) => correspondences)
  const [upper, compared, first] = await Promise.all([
    describeClause(scope, clause),
    Promise.all(cells.map((cell) => compareCell(scope, cell))),
    firstMoverOf(
      scope,
      clause,
      links.filter(({ edge }) => edge.degree === 'SAME_MEASURE'),
    ),
  ])
  return { upper, cells: compared, first }
}

async function compareCell(scope: Scope, cell: ImplementationCell): Promise<ComparedCell> {
  const [links, nearest] = await Promise.all([
    Promise.all(cell.correspondences.map((link) => compareLink(scope, link))),
    cell.nearest(),
  ])
  return { document: cell.document, links, nearest }
}

async function compareLink(scope: Scope, link: Correspondence): Promise<ComparedLink> {
  const [other, targets, roles, evidence] = await Promise.all([
    describeClause(scope, link.other),
    // the question is how the lower document stands to the upper one
    targetsOf(scope, { ...link, clause: link.other, other: link.clause }),
    alignRoles(scope, link),
    evidenceOf(scope, link),
  ])
  return { link, other, targets, roles, evidence }
}

async function describeClause(scope: Scope, clause: ClauseNode): Promise<ComparedClause> {
  const leads = await leadsOf(scope, clause.id)
  return { clause, leads: leads.map(({ name }) => name) }
}

/** （五）完善服务 */
export function clauseHeading({ label, title }: Pick<ClauseNode, 'label' | 'title'>): string {
  return `${label}${title ?? ''}`
}

/** 不高于 25周, with the deadline where there is one. */
export function targetWords({ value, valueMax, unit, deadline }: TargetNode): string {
  const range = valueMax === null ? `${value ?? ''}` : `${value ?? ''}—${valueMax}`
  const figure = value === null ? '' : `${range}${unit ?? ''}`
  return [figure, deadline === null ? '' : `${deadline} 前`].filter((part) => part !== '').join('，')
}
