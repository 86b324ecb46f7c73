import type { Edit } from '../../src/text/edits.ts'
import { isNumberLine, isTitle, type Line, linesOf, startsWithLabel } from './lines.ts'
import type { Step, StepNotice } from './step.ts'

/** Lines that a collection of documents puts above them, each with an example. */
export const WEB_HEAD_RULES = [
  {
    id: 'citation-code',
    pattern: /^【[^】]{0,8}(?:引证码|引证号|唯一标识)】/,
    example: '【法宝引证码】X.12.345',
  },
  {
    id: 'link',
    pattern: /^(?:原文|官方|来源|转载|网页|文件)?(?:链接|网址|地址|URL)[:：]\s*\S*$/i,
    example: '原文链接：https://example.org/a.html',
  },
  {
    id: 'bare-link',
    pattern: /^(?:https?:\/\/|www\.)[\w./?%&=:#~+-]{4,}$/i,
    example: 'https://example.org/a',
  },
] as const

/** Filled lines above the body in which such lines and a repeated title are looked for. */
const HEAD_LINES = 40
const SHORTEST_TITLE = 8

/** Takes out links and codes of a collection above the title, and a title that a page prints twice. */
export const webHead: Step = {
  name: 'webHead',
  run(text) {
    const edits: Edit[] = []
    const notices: StepNotice[] = []
    const remove = ({ start, end }: Line, notice: Pick<StepNotice, 'rule' | 'severity' | 'message'>) => {
      edits.push({ start, end, insert: '' })
      notices.push({ ...notice, start, end })
    }
    const titles = new Set<string>()
    for (const line of headOf(text)) {
      const key = foldTitle(line.text)
      if (WEB_HEAD_RULES.some(({ pattern }) => pattern.test(line.text)))
        remove(line, { rule: 'web-head', severity: 'INFO', message: `去掉网页信息“${clip(line.text)}”。` })
      else if (titles.has(key))
        remove(line, {
          rule: 'repeated-title',
          severity: 'INFO',
          message: `去掉重复的标题“${clip(line.text)}”。`,
        })
      else if (key.length >= SHORTEST_TITLE && isTitle(line.text)) titles.add(key)
    }
    return { edits, notices }
  },
}

/** The lines above the number, the recipients, the first label or the first sentence. */
function headOf(text: string): Line[] {
  const head: Line[] = []
  for (const line of linesOf(text.slice(0, 8000))) {
    if (line.text === '') continue
    if (isNumberLine(line.text) || startsWithLabel(line.text) || /[。；]$/.test(line.text)) break
    head.push(line)
    if (head.length >= HEAD_LINES) break
  }
  return head
}

/** Two prints of a title differ in spaces, brackets, quotes and dashes. */
function foldTitle(title: string): string {
  return title.replace(/[\s（）()《》〈〉“”"'—–－\-~～]/g, '')
}

function clip(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`
}
