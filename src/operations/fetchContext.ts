import { z } from 'zod'
import type { ClauseNode } from '../domain/nodes.ts'
import { RELATIONS, ROLES } from '../domain/vocabulary.ts'
import { readContext } from '../service/retrieval/context.ts'
import type { PassageContext, QuotedClause } from '../service/retrieval/passage.ts'
import type { Scope } from '../service/scope.ts'
import { clauseReply, documentReply, type PassageReply } from './describe.ts'
import { degree, kinship, nullableText, passageShape } from './shapes.ts'

/** What stands around a clause, quoted as far as the budget goes. */
export const surroundings = z.object({
  duties: z.array(z.object({ agency_id: z.string(), agency: z.string(), role: z.enum(ROLES) })),
  previous: passageShape.nullable(),
  next: passageShape.nullable(),
  counterparts: z
    .array(passageShape.extend({ kind: kinship, degree, score: z.number() }))
    .describe('其他文件的对应条款 · counterparts in other documents'),
  cites: z.array(
    z.object({
      relation: z.enum(RELATIONS),
      reference: z.string(),
      locator: nullableText,
      document_id: z.string(),
      ingested: z.boolean(),
      url: z.string(),
      article: passageShape.nullable(),
    }),
  ),
})

/** @param budget UTF-16 units of all quotations together */
export async function clauseSurroundings(
  scope: Scope,
  clause: ClauseNode,
  budget: number,
): Promise<z.input<typeof surroundings>> {
  return describeContext(await readContext(scope, clause, budget))
}

export function describeContext(context: PassageContext): z.input<typeof surroundings> {
  const { duties, previous, next, counterparts, cites } = context
  return {
    duties: duties.map(({ agencyId, agency, role }) => ({ agency_id: agencyId, agency, role })),
    previous: previous === null ? null : toPassage(previous),
    next: next === null ? null : toPassage(next),
    counterparts: counterparts.map((other) => ({
      ...toPassage(other),
      ...{ kind: other.kind, degree: other.degree, score: other.score },
    })),
    cites: cites.map(({ relation, reference, locator, documentId, ingested, url, article }) => ({
      ...{ relation, reference, locator, ingested, url, document_id: documentId },
      article: article === null ? null : toPassage(article),
    })),
  }
}

function toPassage({ clause, document, text, complete }: QuotedClause): PassageReply {
  return { ...clauseReply(clause), document: documentReply(document), text, complete, quoted: true }
}
