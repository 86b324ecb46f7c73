import type { TextRange } from '../../src/domain/span.ts'
import { kindOfTitle } from '../../src/text/documentKind.ts'
import { type Line, metadataName } from './lines.ts'

/** 版头 and the head of the 主体: everything before the first paragraph of prose or the first numbered element. */
export interface FrontMatter {
  readonly metadata: readonly { readonly name: string; readonly value: TextRange }[]
  readonly redHeader: readonly TextRange[]
  readonly number: TextRange | null
  readonly title: readonly TextRange[]
  readonly recipients: TextRange | null
  /** Index of the first line after it. */
  readonly next: number
}

/** Reads the front matter from the lines of a document. GB/T 9704—2012, 7.2 and 7.3.1 to 7.3.2. */
export function readFrontMatter(lines: readonly Line[]): FrontMatter {
  const metadata: { name: string; value: TextRange }[] = []
  const before: Line[] = []
  const after: Line[] = []
  let number: Line | null = null
  let recipients: Line | null = null
  let next = 0
  for (; next < lines.length; next++) {
    const line = lines[next] as Line
    const field = line.form === 'metadata' ? metadataName(line) : null
    if (field !== null)
      metadata.push({ name: field.name, value: { start: line.start + field.length, end: line.end } })
    else if (line.form === 'number' && number === null) number = line
    else if (line.form === 'recipients') {
      recipients = line
      next++
      break
    } else if (isHeadline(line)) (number === null ? before : after).push(line)
    else if (line.form === 'annotation' || line.form === 'date') continue
    else break
  }
  const { redHeader, title } = splitTitle(before, after)
  return { metadata, redHeader, number, title, recipients, next }
}

function isHeadline(line: Line): boolean {
  return line.form === 'heading' || line.form === 'agency'
}

/**
 * The title stands after the 发文字号 in a printed document (the red header before it) and often before it on a web page.
 * It ends with the line that completes a 文种.
 */
function splitTitle(before: readonly Line[], after: readonly Line[]): { redHeader: Line[]; title: Line[] } {
  if (after.some((line) => line.form === 'heading'))
    return { redHeader: [...before], title: completed(after) }
  const first = before.findIndex((line) => line.form === 'heading')
  if (first === -1) return { redHeader: [...before], title: completed(after) }
  const withIssuer = first > 0 && /^关于/.test((before[first] as Line).text) ? first - 1 : first
  return { redHeader: before.slice(0, withIssuer), title: completed(before.slice(withIssuer)) }
}

/** Title lines up to the last one that ends with a 文种; all of them where none does. */
function completed(lines: readonly Line[]): Line[] {
  const last = lines.findLastIndex((line) => kindOfTitle(line.text) !== null && line.form === 'heading')
  return last === -1 ? [...lines] : lines.slice(0, last + 1)
}
