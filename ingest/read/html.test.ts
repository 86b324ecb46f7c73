import { describe, expect, it } from 'vitest'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { applyEdits } from '../../src/text/edits.ts'
import { readHtml } from './html.ts'
import { METADATA_KEYS, metadataKey } from './htmlMetadata.ts'

const PROSE = [
  '为支持种业企业创新，经市政府同意，现将有关事项通知如下。',
  '一、加大投入。对新认定的育种基地，给予不超过50万元补助，由财政部门按程序拨付。',
  '二、优化服务。各部门要简化流程，压缩时限，及时解决企业困难；对重点项目实行专班推进。',
]
const BODY = PROSE.map((words) => `<p>${words}</p>`).join('\n')

function read(html: string, charset = 'utf-8') {
  const bytes = charset === 'utf-16le' ? Buffer.from(`\ufeff${html}`, 'utf16le') : Buffer.from(html, 'utf8')
  return readHtml({ name: 'a.html', bytes })
}

/** The text of the document in a page, without blank lines and the white space at their ends. */
function linesOf(html: string): string[] {
  const { text, edits = [] } = read(html)
  const lines = applyEdits(text, edits).text.split('\n')
  return lines.map((line) => line.replace(/^ +| +$/g, '')).filter((line) => line !== '')
}

describe('the text of a page', () => {
  it.each([
    ['entities', '<p>甲&mdash;乙&#19993;&#x4E01;&nbsp;&lt;戊&gt;&amp;</p>', ['甲—乙丙丁\u00a0<戊>&']],
    ['line ends of the source inside a sentence', '<p>关于\r\n  支持\n种业</p>', ['关于支持种业']],
    ['blanks between Latin words', '<p>GMP\n  certificate</p>', ['GMP certificate']],
    ['br and blocks', '<div>甲<br>乙<div>丙</div>丁</div>', ['甲', '乙', '丙', '丁']],
    ['inline elements', '<p><b>一、</b><span>甲</span><font>乙</font></p>', ['一、甲乙']],
    ['what is not shown', '<p>甲<span style="display: none">x</span><script>y</script></p>', ['甲']],
    ['numbers that the browser prints', '<ol start="3"><li>甲</li><li>乙</li></ol>', ['3.甲', '4.乙']],
    ['numbers that stand in the items', '<ol><li>（一）甲</li><li>2.乙</li></ol>', ['（一）甲', '2.乙']],
    ['broken markup', '<p>甲<p>乙</b></div><td>丙', ['甲', '乙丙']],
  ])('%s', (_, html, lines) => {
    expect(linesOf(`<html><body>${html}</body></html>`)).toEqual(lines)
  })

  it('reads UTF-16', () => {
    expect(read(`<html><body>${BODY}</body></html>`, 'utf-16le').encoding).toBe('utf-16le')
  })

  it('takes lines of preformatted text as printed', () => {
    const long = Array.from({ length: 40 }, (_, line) => `第${line}行的文字，共有若干个字。`).join('\n')
    expect(read(`<html><body><pre>${long}</pre></body></html>`).layout).toBe('printed')
  })
})

describe('what a site prints around a document', () => {
  it.each([
    ['a menu of links', '<ul><li><a>首页</a></li><li><a>公开</a></li><li><a>服务</a></li></ul>', ''],
    ['crumbs', '<div class="crumbs">您的位置：<a>首页</a>&gt;正文</div>', ''],
    ['a share bar', '', '<div class="share">分享到微信</div>'],
    ['neighbours', '', '<div><p><a>上一篇：关于某事的通知</a></p><p><a>下一篇：无</a></p></div>'],
    ['a footer', '', '<div><p>主办：某市人民政府</p><p>某ICP备00000000号</p></div>'],
    ['elements of HTML 5', '<nav>导航，导航。</nav>', '<footer>联系我们，谢谢。</footer>'],
  ])('%s is left out', (_, above, below) => {
    expect(linesOf(`<body>${above}<div id="content">${BODY}</div>${below}</body>`)).toEqual(PROSE)
  })

  it('is left out inside the text area too', () => {
    const tools = '<div class="toolbar"><a>打印</a><a>收藏</a><a>关闭</a></div>'
    expect(linesOf(`<body><div>${tools}${BODY}</div></body>`)).toEqual(PROSE)
  })

  it('is told', () => {
    const { notices } = read(`<body><div class="nav"><a>首页</a></div><div>${BODY}</div></body>`)
    expect(notices).toMatchObject([
      { code: 'read/page-furniture', severity: 'INFO', message: '网页上文件以外的 1 处内容未读取：“首页”。' },
    ])
  })

  it('leaves the title above the text, once', () => {
    const title = '关于支持种业企业创新的通知'
    const page = (inner: string) => `<body><h1>${title}</h1><div><a>打印</a></div><div>${inner}</div></body>`
    expect(linesOf(page(BODY))).toEqual([title, ...PROSE])
    expect(linesOf(page(`<p>${title}</p>${BODY}`))).toEqual([title, ...PROSE])
  })

  it('keeps links to annexes as lines and says that they were not read', () => {
    const link = '<p>附件：<a href="/x/P020.docx?n=1">分工表.docx</a></p>'
    const page = `<body><div>${BODY}${link}</div></body>`
    expect(linesOf(page)).toEqual([...PROSE, '附件：分工表.docx'])
    expect(read(page).notices).toMatchObject([{ code: 'read/attachment' }])
  })
})

describe('metadata of a portal', () => {
  const lines = ['索引号：1137/2023-1', '发文机关：某市人民政府', '成文日期：2023年8月15日']
  it.each([
    [
      'pairs of cells',
      '<table><tr><td>索 引 号</td><td>1137/2023-1</td><td>发文单位</td><td>某市人民政府</td></tr><tr><td>成文时间</td><td colspan="3">2023年8月15日</td></tr></table>',
    ],
    [
      'a list of definitions',
      '<dl><dt>【索引号】</dt><dd>1137/2023-1</dd><dt>发文机构</dt><dd>某市人民政府</dd><dt>成文日期：</dt><dd>2023年8月15日</dd></dl>',
    ],
    [
      'labels in a list',
      '<ul><li><label>索引号：</label>1137/2023-1</li><li><label>发文机关：</label><span>某市人民政府</span></li><li><strong>成文日期：</strong><i>2023年8月15日</i></li></ul>',
    ],
    [
      'blocks in blocks',
      '<div><div><span>索引号</span><div>1137/2023-1</div></div><div><span>发文机关</span><div>某市人民政府</div></div><div><span>成文日期</span><div>2023年8月15日</div></div></div>',
    ],
  ])('%s', (_, html) => {
    const page = `<body><div class="nav"><a>首页</a><a>公开</a></div>${html}<div>${BODY}</div></body>`
    expect(linesOf(page)).toEqual([...lines, ...PROSE])
  })

  it('without a value is left out', () => {
    const info =
      '<table><tr><td>索引号</td><td>1/2</td></tr><tr><td>废止日期</td><td>&nbsp;</td></tr><tr><td>主题词</td><td></td></tr></table>'
    expect(linesOf(`<body>${info}<div>${BODY}</div></body>`)).toEqual(['索引号：1/2', ...PROSE])
  })

  it('beside the text, behind other links', () => {
    const info = '<table><tr><td>索引号</td><td>1/2</td></tr><tr><td>有效性</td><td>有效</td></tr></table>'
    const page = `<body><div><div class="left"><a>栏目一</a><a>栏目二</a></div><div>${info}</div><div><div>${BODY}</div></div></div></body>`
    expect(linesOf(page)).toEqual(['索引号：1/2', '有效性：有效', ...PROSE])
  })

  it('names each wording once', () => {
    const wordings = METADATA_KEYS.flatMap(({ key, wordings }) => [key, ...wordings])
    expect(new Set(wordings).size).toBe(wordings.length)
    for (const { key, wordings } of METADATA_KEYS) {
      for (const wording of wordings) {
        expect(metadataKey({ kind: 'text', data: `【${wording}】：`, start: 0, end: 0 })).toBe(key)
      }
    }
  })
})

describe('tables', () => {
  it.each([
    [
      'merged cells',
      '<tr><th rowspan="2">序号</th><th colspan="2">任务</th></tr><tr><td>甲</td><td>乙</td></tr>',
      ['序号\t任务\t', '\t甲\t乙'],
    ],
    [
      'paragraphs in a cell',
      '<tr><td><p>推进改革，</p><p>加强服务。</p></td><td>b</td></tr>',
      ['推进改革， 加强服务。\tb'],
    ],
    ['bodies in a cell', '<tr><td>a</td><td>市科技局<br>市财政局</td></tr>', ['a\t市科技局、市财政局']],
    ['empty cells', '<tr><td>&nbsp;</td><td>a</td><td></td></tr><tr><td></td><td></td></tr>', ['\ta\t']],
  ])('%s', (_, rows, lines) => {
    expect(linesOf(`<body><div>${BODY}<table>${rows}</table></div></body>`)).toEqual([...PROSE, ...lines])
  })

  it('that lay out the page are no data', () => {
    const page = `<body><table><tr><td>${BODY}<table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table></body>`
    expect(linesOf(page)).toEqual([...PROSE, '甲\t乙'])
  })
})

it('leads each line back to the source', () => {
  const html = `<body><div class="nav"><a>首页</a></div>\r\n<div>${BODY}<p>甲&nbsp;乙</p></div></body>`
  const { text, edits = [] } = read(html)
  const edited = applyEdits(text, edits)
  for (const words of PROSE) {
    const start = edited.text.indexOf(words)
    const range = edited.map.toSource({ start, end: start + words.length })
    expect(text.slice(range.start, range.end)).toBe(words)
  }
})

it('gives the text alone where the page shows its parts in another order', () => {
  const { text, edits, notices } = read(
    `<body>${BODY}<table>乱<tr><td>甲</td><td>乙</td></tr></table></body>`,
  )
  if (edits?.length === 0) expect(notices.map(({ code }) => code)).toContain('read/page-order')
  expect(applyEdits(text, edits ?? []).text).toContain('甲\t乙')
})

it.each([
  '<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><hr>nginx</body></html>',
  '<html><body><div>您访问的页面不存在，请返回首页</div></body></html>',
  '<html><body><p>请输入验证码后继续访问</p><img src="c.png"></body></html>',
  '<html><body>502 Bad Gateway</body></html>',
])('refuses a page of an error: %s', (html) => {
  expect(() => read(html)).toThrow(ZhengmaiError)
  expect(() => read(html)).toThrow(/网站的提示页面/)
})

it('refuses a page whose tags nest without end', () => {
  const nested = (depth: number) => `<body>${'<div><p>'.repeat(depth)}${BODY}${'</div>'.repeat(depth)}</body>`
  expect(linesOf(nested(200))).toEqual(PROSE)
  expect(() => read(nested(5000))).toThrow('嵌套过深')
})

it('takes no longer for a few words that nest deep beside the document', () => {
  const nested = `${'<div>'.repeat(60)}<p>索引号：1/2024-3</p>${'</div>'.repeat(60)}`
  expect(linesOf(`<body><div id="content">${BODY}</div>${nested}</body>`)).toEqual([
    ...PROSE,
    '索引号：1/2024-3',
  ])
})
