import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { EvaluateWords, Evaluation } from '../../cli/reviewWords.ts'
import { ZhengmaiError } from '../../errors/error.ts'
import { evaluateClauses, reviewedClauses } from '../../service/reviewEvaluation.ts'
import { type ClauseLabel, labelledClauses } from '../../service/reviewLabels.ts'
import type { CommandContext } from '../context.ts'
import { withScope } from './scoped.ts'

const clause = { file: z.string().min(1), clause: z.number().int().positive() }
const LABELS = z.array(
  z.object({
    lower: z.object(clause),
    upper: z.array(z.object({ ...clause, grade: z.union([z.literal(1), z.literal(2)]) })),
  }),
)

/**
 * `evaluate`: the links in the store against labels in a file, or against the reviews in the store.
 * @throws ZhengmaiError FILE_NOT_FOUND, BAD_INPUT, NOT_FOUND where a labelled file was not ingested
 */
export async function runEvaluate(context: CommandContext, { labels }: EvaluateWords): Promise<Evaluation> {
  const given = labels === null ? null : await readLabels(resolve(context.workingDir, labels))
  return withScope(context, 'read', async (scope) =>
    evaluateClauses(given === null ? await reviewedClauses(scope) : await labelledClauses(scope, given)),
  )
}

async function readLabels(path: string): Promise<readonly ClauseLabel[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ZhengmaiError('FILE_NOT_FOUND', `读不到标注文件：${path}`, { cause })
  })
  const result = LABELS.safeParse(parseJson(path, text))
  if (result.success) return result.data
  throw new ZhengmaiError('BAD_INPUT', `标注文件有误：${path}\n${z.prettifyError(result.error)}`)
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ZhengmaiError('BAD_INPUT', `标注文件不是 JSON：${path}`, { cause })
  }
}
