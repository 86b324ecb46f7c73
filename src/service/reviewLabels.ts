import type { ClauseNode, DocumentNode } from '../domain/nodes.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { listCorrespondences } from './correspondences.ts'
import { readAll } from './page.ts'
import type { EvaluatedClause, Grade } from './reviewEvaluation.ts'
import type { Scope } from './scope.ts'

/** A clause by the file that its document was read from and its running number there. */
export interface ClauseOfFile {
  readonly file: string
  readonly clause: number
}
/** A lower clause with its counterparts as labelled by hand; without any where there is none. */
export interface ClauseLabel {
  readonly lower: ClauseOfFile
  readonly upper: readonly (ClauseOfFile & { readonly grade: Grade })[]
}

/** Links that are looked at for each clause: as many as its list shows by default. */
const LINKS = 20

/**
 * The labelled clauses with the links that the store holds between the labelled documents: each lower document is
 * compared with those upper ones that its labels name.
 * @throws ZhengmaiError NOT_FOUND with `details.missing`, AMBIGUOUS where two documents were read from files of one name
 */
export async function labelledClauses(
  scope: Scope,
  labels: readonly ClauseLabel[],
): Promise<readonly EvaluatedClause[]> {
  const clauses = await readClauses(
    scope,
    new Set(labels.flatMap(({ lower, upper }) => [lower.file, ...upper.map(({ file }) => file)])),
  )
  const clauseOf = ({ file, clause }: ClauseOfFile): ClauseNode => {
    const found = clauses.get(file)?.find(({ ordinal }) => ordinal === clause)
    if (found === undefined) throw new ZhengmaiError('NOT_FOUND', `${file} 没有第 ${clause} 个条款`)
    return found
  }
  const uppers = new Map<string, Set<string>>()
  for (const { lower, upper } of labels) {
    const documents = uppers.get(lower.file) ?? new Set()
    for (const each of upper) documents.add(clauseOf(each).documentId)
    uppers.set(lower.file, documents)
  }
  return Promise.all(
    labels.map(async ({ lower, upper }) => {
      const clause = clauseOf(lower)
      const documents = [...(uppers.get(lower.file) ?? [])]
      const links = await Promise.all(
        documents.map((document) => listCorrespondences(scope, clause, { document, first: LINKS })),
      )
      return {
        id: clause.id,
        wanted: new Map(upper.map((each) => [clauseOf(each).id, each.grade])),
        got: links
          .flat()
          .toSorted((a, b) => b.edge.score - a.edge.score)
          .map(({ other }) => other.id),
      }
    }),
  )
}

async function readClauses(
  scope: Scope,
  files: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly ClauseNode[]>> {
  const documents = await readAll((page) => scope.store.documents({ ingested: true }, page))
  const byFile = new Map<string, DocumentNode>()
  for (const document of documents) {
    const name = document.source?.name.split(/[\\/]/u).at(-1)
    if (name === undefined || !files.has(name)) continue
    if (byFile.has(name)) throw new ZhengmaiError('AMBIGUOUS', `有两份文件都读自 ${name}`)
    byFile.set(name, document)
  }
  const missing = [...files].filter((name) => !byFile.has(name))
  if (missing.length > 0) {
    throw new ZhengmaiError('NOT_FOUND', `没有收录标注所指的文件：${missing.join('、')}`, {
      details: { missing },
    })
  }
  return new Map(
    await Promise.all(
      [...byFile].map(
        async ([name, { id }]) =>
          [name, await scope.read.children('CLAUSE', 'CLAUSES_OF_DOCUMENT', id)] as const,
      ),
    ),
  )
}
