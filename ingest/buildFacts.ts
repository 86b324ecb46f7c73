import { productTypeId } from '../src/domain/ids.ts'
import type {
  AboutEdge,
  LedgerRowNode,
  ProductMentionEdge,
  ResponsibilityEdge,
  TargetNode,
} from '../src/domain/nodes.ts'
import { contains, type TextRange } from '../src/domain/span.ts'
import { ROLES, type Role } from '../src/domain/vocabulary.ts'
import { foldKey } from '../src/text/fold.ts'
import type { ElementIds } from './elementIds.ts'
import type { ClauseFacts, Facts } from './extract/extract.ts'
import type { RunningDuty } from './extract/runningDuties.ts'
import type { ResolvedAgency } from './link/agencyNode.ts'
import { spanOf, type TargetFact } from './values.ts'

/** What the facts of one document are built with. */
export interface FactContext {
  readonly documentId: string
  readonly facts: Facts
  readonly ids: ElementIds
  readonly agencies: ReadonlyMap<string, ResolvedAgency>
}

/**
 * A fact taken from a bracketed note is read by its form; the doubt that remains is about the name. A note for a section or a
 * document may not mean every clause of it, and running text may tell of a duty instead of giving it.
 */
const CONFIDENCE = { NOTE: 0.98, SECTION_NOTE: 0.8, DOCUMENT_NOTE: 0.7, RUNNING_TEXT: 0.6 } as const

/**
 * The duties of all clauses: one edge per clause and agency, two printed names of one agency joined; what running text says
 * only of agencies that no note names.
 */
export function buildResponsibilities({
  documentId,
  facts,
  ids,
  agencies,
}: FactContext): ResponsibilityEdge[] {
  const { normal } = facts.outline
  return facts.clauses.flatMap((clause, i) => {
    const clauseId = ids.clauses[i] as string
    const edges = new Map<string, ResponsibilityEdge>()
    for (const duty of [...clause.duties, ...clause.runningDuties.map(runningFact)]) {
      const agencyId = agencies.get(duty.printed)?.agency.id
      if (agencyId === undefined) continue
      const known = edges.get(agencyId)
      if (known !== undefined && known.origin !== duty.origin) continue
      const mentions = duty.mentions.map(({ role, printed, range, scope, deadline }) => ({
        role,
        printed,
        span: spanOf(normal, range.start, range.end),
        origin: duty.origin,
        scope,
        deadline,
      }))
      edges.set(agencyId, {
        documentId,
        clauseId,
        agencyId,
        ordinal: known?.ordinal ?? edges.size + 1,
        role: known === undefined ? duty.role : stronger(known.role, duty.role),
        printed: known?.printed ?? duty.printed,
        span: known?.span ?? spanOf(normal, duty.range.start, duty.range.end),
        origin: duty.origin,
        confidence: CONFIDENCE[duty.origin],
        mentions: [...(known?.mentions ?? []), ...mentions],
      })
    }
    return [...edges.values()]
  })
}

function runningFact({ printed, role, range }: RunningDuty) {
  const mention = { printed, role, range, scope: null, deadline: null }
  return { printed, role, range, origin: 'RUNNING_TEXT' as const, mentions: [mention] }
}

function stronger(a: Role, b: Role): Role {
  return ROLES.indexOf(a) <= ROLES.indexOf(b) ? a : b
}

export function buildTargets(context: FactContext): TargetNode[] {
  const { documentId, facts, ids } = context
  const { normal } = facts.outline
  return facts.clauses.flatMap((clause, i) =>
    clause.targets.map(({ range, ...target }, j): TargetNode => {
      const clauseId = ids.clauses[i] as string
      const named = clause.mentions.filter((mention) => contains(range, mention.range))
      return {
        kind: 'TARGET',
        id: `${clauseId}/target_${j + 1}`,
        documentId,
        clauseId,
        ordinal: j + 1,
        ...target,
        productTypeIds: [...new Set(named.map(({ name }) => productTypeId(name)))],
        leadIds: leadsOf(context, clause, i, { range, ...target }),
        span: spanOf(normal, range.start, range.end),
      }
    }),
  )
}

/** Who leads a target: its ledger row, else the note that closes its paragraph, else the clause's leads. */
function leadsOf(
  { facts, agencies }: FactContext,
  clause: ClauseFacts,
  index: number,
  target: TargetFact,
): string[] {
  const text = facts.outline.normal.text
  const idsOf = (names: readonly string[]) => [
    ...new Set(names.flatMap((name) => agencies.get(name)?.agency.id ?? [])),
  ]
  const quote = foldKey(text.slice(target.range.start, target.range.end))
  const row = facts.ledger.find((each) => each.clause === index && foldKey(each.measure).includes(quote))
  if (row !== undefined && row.lead.length > 0) return idsOf(row.lead)
  const following = clause.duties
    .flatMap((duty) => duty.mentions)
    .filter((mention) => mention.note.start >= target.range.end)
  const nearest = Math.min(...following.map((mention) => mention.note.start))
  const inNote = following.filter((mention) => mention.note.start === nearest && mention.role === 'LEAD')
  if (inNote.length > 0) return idsOf(inNote.map(({ printed }) => printed))
  return idsOf(clause.duties.filter(({ role }) => role === 'LEAD').map(({ printed }) => printed))
}

export function buildProducts({ facts, ids }: FactContext): {
  about: AboutEdge[]
  productMentions: ProductMentionEdge[]
} {
  const { normal } = facts.outline
  const about: AboutEdge[] = []
  const productMentions: ProductMentionEdge[] = []
  facts.clauses.forEach((clause, i) => {
    const clauseId = ids.clauses[i] as string
    clause.about.forEach((name, j) => {
      about.push({ clauseId, productTypeId: productTypeId(name), ordinal: j + 1 })
    })
    for (const { name, range } of clause.mentions) {
      productMentions.push({
        clauseId,
        productTypeId: productTypeId(name),
        span: spanOf(normal, range.start, range.end),
      })
    }
  })
  return { about, productMentions }
}

export function buildLedger({ documentId, facts, ids, agencies }: FactContext): LedgerRowNode[] {
  const { normal } = facts.outline
  const idsOf = (names: readonly string[]) => names.flatMap((name) => agencies.get(name)?.agency.id ?? [])
  const clauseIdOf = (clause: number | null) => (clause === null ? null : (ids.clauses[clause] as string))
  return facts.ledger.map(
    ({
      ordinal,
      task,
      measure,
      lead,
      support,
      deadline,
      clause,
      range,
    }: Facts['ledger'][number] & { range: TextRange }) => ({
      kind: 'LEDGER_ROW',
      id: `${documentId}/ledger_${ordinal}`,
      documentId,
      ordinal,
      task,
      measure,
      leadIds: idsOf(lead),
      supportIds: idsOf(support),
      deadline,
      clauseId: clauseIdOf(clause),
      span: spanOf(normal, range.start, range.end),
    }),
  )
}
