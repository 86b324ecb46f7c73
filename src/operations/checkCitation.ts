import { z } from 'zod'
import { VALIDITIES } from '../domain/vocabulary.ts'
import { checkText } from '../service/check/checkText.ts'
import {
  type Evidence,
  FAULT_KINDS,
  FINDING_KINDS,
  FINDING_VERDICTS,
  type Finding,
  QUOTE_VERDICTS,
} from '../service/check/textCheck.ts'
import { LONGEST_ANSWER, prose, words } from './arguments.ts'
import { describeCoverage } from './describe.ts'
import { defineOperation } from './operation.ts'
import { coverageShape, nullableText, quoted } from './shapes.ts'

const LONGEST_QUOTE = 10_000

const range = z.object({ start: z.number(), end: z.number() })
const evidence = z.object({
  document: z.object({
    id: z.string(),
    title: z.string(),
    number: nullableText,
    place: nullableText,
    issued_on: nullableText,
    ingested: z.boolean().describe('false：仅被引用，没有原文 · only cited'),
    status: z.enum(VALIDITIES),
    reference: z.string(),
    url: z.string(),
  }),
  clause: z
    .object({
      id: z.string(),
      label: z.string(),
      heading: nullableText,
      reference: z.string(),
      url: z.string(),
    })
    .nullable(),
  text: nullableText.describe('原文的文字 · words of the document'),
  quoted,
  similarity: z.number().nullable().describe('与原文相同字数的比例 · share of characters that agree'),
})
const fault = z.object({
  kind: z.enum(FAULT_KINDS),
  message: z.string(),
  found: nullableText,
  expected: nullableText.describe('库中的说法 · what the corpus says'),
  span: range,
})
const finding = z.object({
  kind: z.enum(FINDING_KINDS),
  quote: z.string().describe('所核对的文字 · the words checked'),
  span: range.describe('在所给文字中的位置 · in the text given'),
  verdict: z
    .enum(FINDING_VERDICTS)
    .describe('RIGHT 属实 · WRONG 与库中不符 · NOT_FOUND 库中没有 · UNCONFIRMED 仅被引用，无法核实'),
  match: z.enum(QUOTE_VERDICTS).nullable().describe('引文：EXACT 一字不差 · NEAR 有出入 · NOT_FOUND 没有'),
  message: z.string(),
  faults: z.array(fault),
  differences: z.array(z.object({ found: z.string(), expected: z.string(), span: range })),
  evidence: z.array(evidence),
})

/** Evidence of one finding that is told. */
const MOST_EVIDENCE = 3

export const checkCitationOperation = defineOperation({
  name: 'check_citation',
  title: '核对引用 Check citations',
  description:
    '核对一段回答里的文号、标题、条款号、引文、数字与责任单位是否属实：存在与否、一字不差或有出入、是否张冠李戴、是否已废止。发布回答前使用。' +
    'Checks numbers, titles, clause labels, quotations, figures and duties in an answer against the corpus; use it before giving an answer.',
  input: z.strictObject({
    text: prose(LONGEST_ANSWER).describe('要核对的整段回答 · the answer to check').optional(),
    number: words().describe('或只核对一个发文字号 · or one 发文字号').optional(),
    title: words().describe('或一个文件标题 · or one title').optional(),
    quote: prose(LONGEST_QUOTE).describe('或一句引文 · or one quotation').optional(),
  }),
  output: z.object({
    findings: z.array(finding).describe('按文中顺序 · in the order of the text'),
    wrong: z.number().describe('有错的项数 · findings with faults'),
    counts: z.object({
      RIGHT: z.number(),
      WRONG: z.number(),
      NOT_FOUND: z.number(),
      UNCONFIRMED: z.number(),
    }),
    coverage: coverageShape,
  }),
  run: async (scope, input) => {
    const { text = null, number = null, title = null, quote = null } = input
    const [check, coverage] = await Promise.all([
      checkText(scope, { text, number, title, quote }),
      describeCoverage(scope),
    ])
    return {
      findings: check.findings.map(describeFinding),
      wrong: check.wrong,
      counts: check.counts,
      coverage,
    }
  },
})

function describeFinding(found: Finding): z.input<typeof finding> {
  return {
    ...found,
    faults: [...found.faults],
    differences: [...found.differences],
    evidence: found.evidence.slice(0, MOST_EVIDENCE).map(describeEvidence),
  }
}

function describeEvidence({ document, clause, text, similarity }: Evidence): z.input<typeof evidence> {
  const { id, title, number, place, issuedOn, ingested, validity, reference, url } = document
  return {
    document: { id, title, number, place, issued_on: issuedOn, ingested, status: validity, reference, url },
    clause:
      clause === null
        ? null
        : {
            id: clause.id,
            label: clause.label,
            heading: clause.title,
            reference: clause.reference,
            url: clause.url,
          },
    text,
    quoted: true,
    similarity,
  }
}
