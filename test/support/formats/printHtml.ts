import type { InventedLine } from './inventedDocument.ts'

/** A kind of portal page. */
export interface PageStyle {
  readonly name: string
  readonly charset: string
  readonly metadata: (rows: readonly (readonly [string, string])[]) => string
  readonly paragraph: (text: string, line: InventedLine) => string
  readonly around: (metadata: string, document: string) => string
}

const MENU =
  '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/bsfw">办事服务</a></li></ul></div>'
const SHARE = '<div class="share-box"><span>分享到：</span><a href="#">微信</a><a href="#">微博</a></div>'
const FOOT =
  '<div id="footer"><p>版权所有：某市人民政府办公室　鲁ICP备00000000号</p><p>网站标识码：0000000000</p></div>'

export const PAGE_STYLES: readonly PageStyle[] = [
  {
    name: 'a table of metadata, paragraphs with spans',
    charset: 'utf-8',
    metadata: (rows) =>
      `<table class="xxgk">${rows.map(([key, value]) => `<tr><td><b>${key}：</b></td><td>${value}</td></tr>`).join('\n')}</table>`,
    paragraph: (text, { form }) =>
      `<p style="text-align:${form === 'centre' ? 'center' : 'left'}">\n  <span style="font-size:16pt">${form === 'body' ? '&emsp;&emsp;' : ''}${text}</span>\n</p>`,
    around: (metadata, document) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>某政府网</title><style>p{}</style></head><body>${MENU}<script>var a="<p>关于</p>";</script><div class="wrap">${metadata}<div id="zoom">${document}</div>${SHARE}</div>${FOOT}</body></html>`,
  },
  {
    name: 'a list of metadata, line breaks in a layout table, gb2312',
    charset: 'gb2312',
    metadata: (rows) =>
      `<ul class="info">${rows.map(([key, value]) => `<li><label>${[...key].join('&nbsp;')}：</label><span>${value}</span></li>`).join('\r\n')}</ul>`,
    paragraph: (text, { form }) => `${form === 'body' ? '&nbsp;&nbsp;&nbsp;&nbsp;' : ''}${text}<br/>\r\n`,
    around: (metadata, document) =>
      `<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=gb2312"></HEAD><BODY><TABLE width=1000><TR><TD>${MENU}</TD></TR><TR><TD>${metadata}</TD></TR><TR><TD><DIV class="TRS_Editor">${document}</DIV></TD></TR><TR><TD>${FOOT}</TD></TR></TABLE></BODY></HTML>`,
  },
]

const METADATA = [
  ['索引号', '11370800004312345Q/2023-00057'],
  ['发布机构', '济宁市人民政府办公室'],
  ['成文日期', '2023-08-15'],
  ['有效性', '有效'],
  ['主题分类', '农业、林业、水利'],
] as const

/** The document as a page of a portal. */
export function printHtml(lines: readonly InventedLine[], style: PageStyle): string {
  const parts: string[] = []
  const prose = lines.filter(({ cells }) => cells === undefined)
  for (const line of prose) parts.push(style.paragraph((line.label ?? '') + line.text, line))
  const rows = lines.flatMap(({ cells }) => (cells === undefined ? [] : [cells]))
  return style.around(style.metadata(METADATA), `${parts.join('\n')}${printTable(rows)}`)
}

function printTable(rows: readonly (readonly (string | null)[])[]): string {
  const html = rows.map((cells, at) => {
    const printed = cells.map((cell, column) => {
      if (cell === null) return ''
      const below = rows.slice(at + 1)
      const merged = below.findIndex((next) => next[column] !== null)
      const span = (merged === -1 ? below.length : merged) + 1
      return `<td${span > 1 ? ` rowspan="${span}"` : ''}><p>${cell}</p></td>`
    })
    return `<tr>${printed.join('')}</tr>`
  })
  return `<table border="1"><tbody>${html.join('\n')}</tbody></table>`
}
