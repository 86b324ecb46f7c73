import type { OutlineNode } from '../values.ts'
import type { Line } from './lines.ts'

/** Elements of one level from which the majority can be told. */
const ENOUGH = 4
/** A first sentence that is longer, or states a rule, is a heading only where more of its kind have one. */
const SHORT_PHRASE = 8
const LONG_PHRASE = 32
const STATEMENT = /[，应须]|要(?!求|素|闻)|不得|实行|负责|可以|为主|后(?!续|期|勤)|核心是|执行/

/**
 * Judges headings by their siblings: a lone sentence is body, for an element without children has text; and where few
 * elements of a numbering have a heading run in, a longer first sentence is none.
 */
export function settle(nodes: readonly OutlineNode[], lines: readonly Line[]): OutlineNode[] {
  const read = textOf(lines)
  const counts = new Map<string, { all: number; runIn: number }>()
  count(nodes, read, counts)
  const plain = new Set<string>()
  for (const [scheme, { all, runIn }] of counts) if (all >= ENOUGH && runIn * 3 <= all) plain.add(scheme)
  return settleLevel(nodes, read, plain, areArticlesHeaded(nodes, read))
}

/** Articles of measures that grant bear headings without brackets, those of rules do not; the last ones never do. */
const HEADED_ARTICLES = 0.6

function areArticlesHeaded(nodes: readonly OutlineNode[], read: Read): boolean {
  const articles = nodes.flatMap(function within(node): OutlineNode[] {
    return node.scheme === 'article' ? [node] : node.children.flatMap(within)
  })
  const headed = articles.filter((node) => node.title !== null && hasText(node, read))
  return articles.length >= ENOUGH && headed.length >= articles.length * HEADED_ARTICLES
}

function hasText({ body, children }: OutlineNode, read: Read): boolean {
  return children.length > 0 || read(body.start, body.end).trim() !== ''
}

function count(
  nodes: readonly OutlineNode[],
  read: Read,
  counts: Map<string, { all: number; runIn: number }>,
): void {
  for (const node of nodes) {
    const known = counts.get(node.scheme) ?? { all: 0, runIn: 0 }
    counts.set(node.scheme, known)
    known.all++
    if (isRunIn(node, read)) known.runIn++
    count(node.children, read, counts)
  }
}

type Read = (start: number, end: number) => string

/** Words of a range of the lines that were given. */
function textOf(lines: readonly Line[]): Read {
  const first = lines[0]?.start ?? 0
  const text = lines
    .map((line, i) => line.text.padEnd((lines[i + 1]?.start ?? line.end) - line.start, '\n'))
    .join('')
  return (start, end) => text.slice(start - first, end - first)
}

function settleLevel(
  nodes: readonly OutlineNode[],
  read: Read,
  plain: ReadonlySet<string>,
  headed: boolean,
): OutlineNode[] {
  return nodes.map((node) => {
    const settled = { ...node, children: settleLevel(node.children, read, plain, headed) }
    if (node.scheme === 'article' && node.title !== null && !headed && !isBracketed(node, read))
      return asBody(settled)
    if (isLoneSentence(node, read) || (plain.has(node.scheme) && isStatement(node, read)))
      return asBody(settled)
    return settled
  })
}

/** 第三条【适用范围】: nobody takes that for a sentence. */
function isBracketed({ title }: OutlineNode, read: Read): boolean {
  return title !== null && /[【［[（]/.test(read(title.start - 1, title.start))
}

/** A heading before its text on the same line. */
function isRunIn({ title, body }: OutlineNode, read: Read): boolean {
  return title !== null && body.start === title.end + 1 && read(body.start, body.end).trim() !== ''
}

function isStatement(node: OutlineNode, read: Read): boolean {
  if (node.title === null || !isRunIn(node, read)) return false
  const phrase = read(node.title.start, node.title.end)
  return phrase.length > LONG_PHRASE || (phrase.length > SHORT_PHRASE && STATEMENT.test(phrase))
}

/** （二）支持设置窗口。 with nothing after it; a first-level heading without a full stop stays one. */
function isLoneSentence({ title, body, children, range, scheme }: OutlineNode, read: Read): boolean {
  if (title === null || children.length > 0 || !isEmptyButForNote(read(body.start, body.end))) return false
  if (scheme === 'part' || scheme === 'chapter' || scheme === 'division') return false
  const closed = read(title.end, range.end).startsWith('。')
  return closed || (scheme !== 'han' && scheme !== 'decimal1')
}

/** （市水利局负责） or 责任单位：市水利局, alone on a line. */
const NOTE_LINE =
  /^(?:（[^。]{0,600}(?:牵头|负责|配合|责任(?:单位|部门))[^。]{0,600}）|(?:牵头|责任|配合|主办|协办|参与|实施|完成)(?:责任)?(?:单位|部门|时限|时间)：[^。]{1,600})。?$/

/** Nothing, or nothing but the note that says who is responsible. */
function isEmptyButForNote(body: string): boolean {
  const words = body.trim()
  return words === '' || words.split('\n').every((line) => NOTE_LINE.test(line))
}

function asBody(node: OutlineNode): OutlineNode {
  const start = node.title?.start ?? node.body.start
  return { ...node, title: null, body: { start, end: Math.max(node.body.end, start) } }
}
