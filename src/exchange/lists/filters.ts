import { ZhengmaiError } from '../../errors/error.ts'
import { findDocumentNamed } from '../../service/findDocuments.ts'
import type { Scope } from '../../service/scope.ts'
import { codeOf, type Labels } from '../labels.ts'

/** How the words of a filter are read; `labels`: one of a closed list. */
export type FilterKind = 'text' | 'date' | 'number' | 'boolean' | 'document' | { readonly labels: Labels }

/** A condition of a list: the key is that of the GraphQL filter, and of the flag in kebab-case. */
export interface FilterSpec {
  readonly key: string
  readonly kind: FilterKind
  /** What it means, for the help text. */
  readonly meaning: string
}

/** Conditions as they come from outside: words by key. */
export type FilterWords = Readonly<Record<string, string>>
/** The same, read. */
export type Conditions = Readonly<Record<string, string | number | boolean>>

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/
const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, false: false, 是: true, 否: false }

/** @throws ZhengmaiError BAD_INPUT for an unknown key or words that do not fit; NOT_FOUND, AMBIGUOUS for a document */
export async function readConditions(
  scope: Scope,
  specs: readonly FilterSpec[],
  words: FilterWords,
): Promise<Conditions> {
  const entries = Object.entries(words).map(async ([key, text]) => {
    const spec = specs.find((each) => each.key === key)
    if (spec === undefined) {
      const known = specs.map((each) => each.key).join('、')
      throw new ZhengmaiError('BAD_INPUT', `这个列表没有筛选条件 ${key}，可用：${known || '无'}`)
    }
    return [key, await readWords(scope, spec, text)] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

async function readWords(
  scope: Scope,
  { key, kind }: FilterSpec,
  text: string,
): Promise<string | number | boolean> {
  const wrong = (wanted: string) =>
    new ZhengmaiError('BAD_INPUT', `${key} 应为${wanted}，收到 ${text.slice(0, 100)}`)
  if (typeof kind === 'object') {
    const code = codeOf(kind.labels, text)
    if (code === null) throw wrong(`${Object.values(kind.labels).join('、')} 之一`)
    return code
  }
  if (kind === 'document') return readDocument(scope, text)
  if (kind === 'date') {
    if (!isDay(text)) throw wrong('日期，如 2024-07-18')
  } else if (kind === 'number') {
    const value = Number(text)
    if (text.trim() === '' || !Number.isFinite(value)) throw wrong('数')
    return value
  } else if (kind === 'boolean') {
    const value = BOOLEANS[text.toLowerCase()]
    if (value === undefined) throw wrong(' true 或 false')
    return value
  }
  return text
}

async function readDocument(scope: Scope, text: string): Promise<string> {
  const document = await findDocumentNamed(scope, text)
  if (document === null) throw new ZhengmaiError('NOT_FOUND', `没有这份文件：${text.slice(0, 100)}`)
  return document.id
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return ISO_DATE.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
