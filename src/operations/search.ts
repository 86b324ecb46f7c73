import { z } from 'zod'
import { SEARCH_MODES } from '../domain/vocabulary.ts'
import type { Passage } from '../service/retrieval/passage.ts'
import { retrieve } from '../service/retrieval/retrieve.ts'
import { cursor, filters, limit, maxChars, query } from './arguments.ts'
import { toConditions } from './conditions.ts'
import { clauseReply, coverageReply, documentReply, titleReply } from './describe.ts'
import { describeContext, surroundings } from './fetchContext.ts'
import { defineOperation } from './operation.ts'
import { coverageShape, documentShape, listEnd, nullableText, quoted } from './shapes.ts'
import { explainUnknownNames } from './unknownNames.ts'

const result = z.object({
  id: z.string().describe('条款编号，可交给 fetch · clause id for fetch'),
  title: z.string().describe('文件标题与条款 · document and clause'),
  url: z.string().describe('网页地址，引用时给出 · page to cite'),
  text: z.string(),
  complete: z.boolean().describe('false：text 有删节，可用 fetch 取全文 · text was cut'),
  quoted,
  score: z.number().describe('0 到 1，只在本次检索内可比 · comparable within one reply only'),
  label: z.string(),
  heading: nullableText,
  section: nullableText,
  reference: z.string().describe('规范引用 · how to cite it'),
  document: documentShape,
  also_in: z
    .array(z.object({ id: z.string(), reference: z.string(), url: z.string() }))
    .describe('文字相同的其他条款 · clauses of the same words'),
  surroundings: surroundings.nullable().describe('context 为 true 时给出 · where context was asked for'),
})

export const searchOperation = defineOperation({
  name: 'search',
  title: '检索条款 Search clauses',
  description:
    '按意思和词语检索政策条款，最相关的在前；每条附出处和网址。没有相关条款时 relevant 为 false。' +
    'Find policy clauses that answer a question, best first, each with its source; relevant is false where the corpus holds nothing on it.',
  input: z.strictObject({
    query,
    ...filters,
    diversity: z
      .enum(['none', 'places'])
      .default('none')
      .describe('places：各地轮流出现，不只按得分 · places take turns instead of score alone'),
    context: z
      .boolean()
      .default(false)
      .describe('附每条的责任、前后文、对应条款与所引文件 · with what stands around each'),
    ...{ limit: limit(10), cursor, max_chars: maxChars(6000) },
  }),
  output: z.object({
    results: z.array(result),
    relevant: z
      .boolean()
      .describe(
        'false：库中没有相关条款，所列只是最接近的，请如实说明 · nothing relevant was found, the results are only the nearest: say so',
      ),
    ...listEnd,
    left_out: z
      .number()
      .describe('因 max_chars 不够而未列的结果 · results of this page left out by max_chars'),
    interpretation: z.array(z.string()).describe('怎样理解了问题 · what was understood of the question'),
    served_by: z.enum(SEARCH_MODES),
    coverage: coverageShape,
  }),
  run: async (scope, input) => {
    const { query: asked, limit: most, cursor: after, max_chars, diversity, context, ...given } = input
    const [found, unknown] = await Promise.all([
      retrieve(scope, {
        ...{ query: asked, filter: toConditions(given), limit: most, maxChars: max_chars },
        ...{ cursor: after ?? null, context, diversity: diversity === 'places' ? 'PLACES' : 'NONE' },
      }),
      explainUnknownNames(scope, given),
    ])
    return {
      results: found.passages.map(toResult),
      relevant: found.relevant,
      total: found.total,
      next_cursor: found.nextCursor,
      left_out: found.leftOut,
      interpretation: [...found.interpretation, ...unknown, ...(found.relevant ? [] : [NOTHING_RELEVANT])],
      served_by: found.servedBy,
      coverage: coverageReply(found.coverage),
    }
  },
})

/** Beside `relevant`, for models that read words more than flags. */
const NOTHING_RELEVANT =
  '未找到相关条款：所列只是最接近的，不足以作答 · nothing relevant found: the results are only the nearest, not an answer'

function toResult(passage: Passage): z.input<typeof result> {
  const { clause, document, text, complete, score, alsoIn, context } = passage
  const { id, label, heading, reference, url } = clauseReply(clause)
  return {
    ...{ id, url, text, complete, score, label, heading, reference },
    title: titleReply(document, clause),
    quoted: true,
    section: clause.section,
    document: documentReply(document),
    surroundings: context === null ? null : describeContext(context),
    also_in: alsoIn.map(({ clause: other }) => ({
      id: other.id,
      reference: other.reference,
      url: other.url,
    })),
  }
}
