import { z } from 'zod'
import type { ClauseNode, DocumentNode } from '../domain/nodes.ts'
import { ROLES } from '../domain/vocabulary.ts'
import { clauseWords } from '../service/clauseWords.ts'
import { documentReference } from '../service/reference.ts'
import { cutPassage } from '../service/retrieval/cut.ts'
import { describeSource, describeDocument as readDocument } from '../service/retrieval/describe.ts'
import type { PassageDocument } from '../service/retrieval/passage.ts'
import type { Scope } from '../service/scope.ts'
import { cursor, id, maxChars } from './arguments.ts'
import { clauseReply, describeCoverage, titleReply } from './describe.ts'
import { clauseSurroundings, surroundings } from './fetchContext.ts'
import { findDocumentOrClause } from './find.ts'
import { defineOperation } from './operation.ts'
import { readOffset, writeOffset } from './pages.ts'
import { coverageShape, nullableText, quoted } from './shapes.ts'

const outlineEntry = z.object({
  id: z.string(),
  label: z.string(),
  heading: nullableText,
  start: z.number().describe('在全文中的位置 · where it begins in the whole text'),
})

export const fetchOperation = defineOperation({
  name: 'fetch',
  title: '读取原文 Fetch a text',
  description:
    '按编号（或发文字号、网址）读取文件或条款的原文、出处与责任单位；长文用 cursor 续读。' +
    'The words of a document or clause by its id, 发文字号 or url, with its source; go on with cursor.',
  input: z.strictObject({
    id: id.describe('文件或条款的编号，如 search 给出的 id；也可用发文字号 · id of a document or clause'),
    max_chars: maxChars(8000),
    cursor,
  }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    quoted,
    url: z.string(),
    metadata: z
      .record(z.string(), z.string())
      .describe(
        '发文字号、地方、成文日期、条款序号、引用格式、责任单位等 · number, place, date, label, reference, who is in charge',
      ),
    total_chars: z.number().describe('全文字符数 · length of the whole text'),
    next_cursor: nullableText,
    clauses: z.array(outlineEntry).describe('本段文字里的条款 · clauses within this part of a document'),
    surroundings: surroundings.nullable().describe('条款的责任、前后文、对应条款与所引文件 · for a clause'),
    coverage: coverageShape,
  }),
  run: async (scope, input) => {
    const node = await findDocumentOrClause(scope, input.id)
    const page = { from: readOffset(input.cursor), most: input.max_chars }
    const [found, coverage] = await Promise.all([
      node.kind === 'DOCUMENT' ? fetchDocument(scope, node, page) : fetchClause(scope, node, page),
      describeCoverage(scope),
    ])
    return { ...found, coverage }
  },
})

interface TextPage {
  readonly from: number
  readonly most: number
}

async function fetchDocument(scope: Scope, document: DocumentNode, page: TextPage) {
  const [described, body, clauses] = await Promise.all([
    readDocument(scope, document),
    scope.read.body(document.id),
    scope.read.children('CLAUSE', 'CLAUSES_OF_DOCUMENT', document.id),
  ])
  const text = takePage(body?.text ?? '', page)
  return {
    ...{ id: document.id, title: document.title, quoted: true as const, url: described.url },
    ...text.reply,
    metadata: withoutEmpty({
      type: 'document',
      ...documentMetadata(described),
      kind: document.documentKind,
      effective_from: document.effectiveFrom,
      source_file: document.source?.name ?? null,
      note: document.ingested ? null : '仅被其他文件引用，尚未收录原文 (only cited, not ingested)',
    }),
    clauses: clauses
      .filter(({ span }) => span.start < text.end && span.end > text.start)
      .map((clause) => ({
        id: clause.id,
        label: clause.label,
        heading: clause.title,
        start: clause.span.start,
      })),
    surroundings: null,
  }
}

async function fetchClause(scope: Scope, clause: ClauseNode, page: TextPage) {
  const [{ clause: described, document }, whole] = await Promise.all([
    describeSource(scope, clause),
    clauseWords(scope, clause),
  ])
  const text = takePage(whole, page)
  const around = await clauseSurroundings(scope, clause, page.most - text.reply.text.length)
  const { label, heading, reference, url } = clauseReply(described)
  return {
    ...{ id: clause.id, quoted: true as const, url },
    title: titleReply(document, described),
    ...text.reply,
    metadata: withoutEmpty({
      type: 'clause',
      ...documentMetadata(document),
      document_id: document.id,
      document_title: document.title,
      document_url: document.url,
      ...{ label, heading, reference, section: described.section },
      ...Object.fromEntries(
        ROLES.map((role) => [
          role.toLowerCase(),
          around.duties
            .filter((duty) => duty.role === role)
            .map((duty) => duty.agency)
            .join('、'),
        ]),
      ),
    }),
    clauses: [],
    surroundings: around,
  }
}

function documentMetadata(document: PassageDocument): Record<string, string | null> {
  const { number, place, level, issuers, issuedOn, effectiveUntil, validity } = document
  return {
    ...{ number, place, level, status: validity },
    issuers: issuers.join('、'),
    issued_on: issuedOn,
    effective_until: effectiveUntil,
    reference: documentReference(document),
  }
}

function withoutEmpty(metadata: Readonly<Record<string, string | null>>): Record<string, string> {
  const known = Object.entries(metadata).filter(
    (entry): entry is [string, string] => entry[1] !== null && entry[1] !== '',
  )
  return Object.fromEntries(known)
}

/** The part of a text that a page shows, ended where a sentence does. */
function takePage(text: string, { from, most }: TextPage) {
  const start = Math.min(from, text.length)
  const rest = text.slice(start)
  const length = rest.length <= most ? rest.length : cutPassage(rest, { start: 0, end: 0 }, most).end
  const end = start + length
  return {
    start,
    end,
    reply: {
      text: rest.slice(0, length),
      total_chars: text.length,
      next_cursor: end < text.length ? writeOffset(end) : null,
    },
  }
}
