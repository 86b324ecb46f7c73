import type { z } from 'zod'
import type { TargetNode } from '../domain/nodes.ts'
import type { Scope } from '../service/scope.ts'
import type { TargetComparison } from '../service/targetVerdict.ts'
import { describeSource } from './describe.ts'
import type { comparisonShape, targetShape } from './shapes.ts'

export async function describeTarget(scope: Scope, target: TargetNode): Promise<z.input<typeof targetShape>> {
  const { id, targetKind, metric, value, unit, deadline, condition, span } = target
  const [body, clause] = await Promise.all([
    scope.read.body(target.documentId),
    scope.read.get('CLAUSE', target.clauseId).then((node) => describeSource(scope, node)),
  ])
  return {
    ...{ id, kind: targetKind, metric, value, unit, deadline, condition, clause },
    words: body?.text.slice(span.start, span.end) ?? '',
  }
}

export async function describeComparison(
  scope: Scope,
  comparison: TargetComparison,
): Promise<z.input<typeof comparisonShape>> {
  const { verdict, deadlineVerdict, difference, differenceUnit, other } = comparison
  return {
    ...{ verdict, difference },
    deadline_verdict: deadlineVerdict,
    difference_unit: differenceUnit,
    other: await describeTarget(scope, other),
  }
}
