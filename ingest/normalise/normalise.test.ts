import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceText } from '../../test/support/sourceText.ts'
import { normalise } from './normalise.ts'
import { FURNITURE_RULES } from './pageFurniture.ts'
import { PAGE_MARK_RULES } from './pageMarks.ts'

const textOf = (text: string): string => normalise(sourceText(text)).text
const noticesOf = (text: string): string[] =>
  normalise(sourceText(text)).notices.map(({ code, severity }) => `${code} ${severity}`)

/** A document of our own with places to put things. */
const BODY = [
  '某市人民政府关于支持生物医药产业发展的若干措施',
  '某政发〔2024〕5号',
  '各县（市、区）人民政府，市政府各部门：',
  '为支持生物医药产业发展，制定如下措施。',
  '一、支持创新',
  '（一）支持研发。对新获批的创新药给予奖励。（市科技局牵头）',
  '某市人民政府',
  '2024年3月5日',
]

describe('characters', () => {
  it.each([
    ['line ends of all systems', '甲。\r\n乙。\r丙。\u2028丁。', '甲。\n乙。\n丙。\n丁。'],
    ['characters that print nothing', '药\u200b品\ufeff监\u00ad管', '药品监管'],
    [
      'half-width punctuation',
      '结合实际,提出如下意见:一是创新;二是服务.',
      '结合实际，提出如下意见：一是创新；二是服务。',
    ],
    [
      'a full stop before a bracket',
      '加强储备与调用. (市市场监管局牵头)',
      '加强储备与调用。（市市场监管局牵头）',
    ],
    ['brackets of Latin words', '合同研发组织(CRO)和GMP(2010)', '合同研发组织（CRO）和GMP(2010)'],
    [
      'decimals, ranges, times, addresses',
      '增长3.5%,2023-2025年,9:30起,见http://a.gov.cn/b',
      '增长3.5%，2023-2025年，9:30起，见http://a.gov.cn/b',
    ],
    ['thousands', '奖励1,000万元', '奖励1,000万元'],
    ['item labels', '1.支持研发\n2.支持推广', '1.支持研发\n2.支持推广'],
    ['a label with a point', '一.总体要求', '一、总体要求'],
    ['labels in half-width brackets', '(一)支持研发。', '（一）支持研发。'],
    ['guillemets', '«中医药法»和<<疫苗法>>', '《中医药法》和《疫苗法》'],
    ['straight quotes', '按照"四个最严"要求,践行"人民药监"理念', '按照“四个最严”要求，践行“人民药监”理念'],
    ['corner quotes', '「一站式」服務', '“一站式”服务'],
    [
      'square brackets of a number',
      '济政字[2022]81号和济政字［２０２２］８２号',
      '济政字〔2022〕81号和济政字〔2022〕82号',
    ],
    ['round brackets of a number', '鲁政办字(2024)6号', '鲁政办字〔2024〕6号'],
    ['round brackets of a year', '若干措施（2024年）', '若干措施（2024年）'],
    ['full-width digits, Roman numerals', '对进入Ⅲ期的给予２０００万元', '对进入III期的给予2000万元'],
    ['spaces round digits', '压缩至 28 周以内，不计入 DRG 付费', '压缩至28周以内，不计入DRG付费'],
    ['spaced-out letters', '济 南 市 人 民 政 府', '济南市人民政府'],
    ['spaces between Latin words', '依托 Real World Data 研究', '依托Real World Data研究'],
    ['Traditional characters', '著力推進藥品監管改革', '着力推进药品监管改革'],
    ['rubies', '各縣(市、區(qū))責(zé)任單位', '各县（市、区）责任单位'],
    ['brackets without a tone are no rubies', '合同研发(cro)组织', '合同研发（cro）组织'],
    ['radicals of a font', '⽀持⾼⻔', '支持高门'],
    ['words as printed', '2026年年底前新增10个', '2026年年底前新增10个'],
  ])('%s', (_, text, expected) => {
    expect(textOf(text)).toBe(expected)
  })
})

describe('damage of GBK bytes', () => {
  it.each([
    [
      'every byte is known',
      '按程序?qū)χ鲗徱庖娺M(jìn)行確認(rèn)。',
      '按程序对主审意见进行确认。',
      'normalise/gbk-exact INFO',
    ],
    [
      'a byte pair is lost',
      '檢驗(yàn)?zāi)芰ㄔO(shè)水平',
      '检验能力建设水平',
      'normalise/gbk-inferred WARNING',
    ],
    [
      'a sign took the quotation mark',
      '助力製劑“出?!?。',
      '助力制剂“出海”。',
      'normalise/gbk-inferred WARNING',
    ],
  ])('%s', (_, text, expected, notice) => {
    expect(textOf(text)).toBe(expected)
    expect(noticesOf(text)).toContain(notice)
  })

  it('leaves question marks alone that damaged nothing', () => {
    expect(textOf('为什么?因为(yīn)如此)')).toBe('为什么？因为如此）')
  })
})

describe('tables', () => {
  it('keeps cells, empty ones too, and a space between two names', () => {
    const rows =
      '目标任务\t\t工作措施\t牵头单位\t配合单位\n\t(一) 支持研发。\t奖励 100 万元。\t市科技局\t\n\t\t加强服务。\t市财政局\t管委会 市商务局'
    expect(textOf(rows)).toBe(
      '目标任务\t\t工作措施\t牵头单位\t配合单位\n\t（一）支持研发。\t奖励100万元。\t市科技局\t\n\t\t加强服务。\t市财政局\t管委会 市商务局',
    )
  })

  it('takes a page number out of the first cell but keeps the cell', () => {
    const rows = Array.from({ length: 10 }, (_, index) => `任务${index}甲\t措施\t单位`)
    const text = [...rows, '21\t任务\t措施'].join('\n')
    expect(textOf(text)).toBe([...rows, '\t任务\t措施'].join('\n'))
    expect(noticesOf(text)).toEqual(['normalise/page-mark INFO'])
  })

  it('keeps the numbers of a numbered table', () => {
    const rows = ['序号\t任务', '1\t甲', '2\t乙', '3\t丙'].join('\n')
    expect(textOf(rows)).toBe(rows)
  })
})

describe('lines', () => {
  const WRAPPED = [
    '为贯彻落实上级关于促进医药产业高质量发展的部署要求和工作',
    '安排，结合本市实际，提出如下意见。各部门要加强组织领导。',
    '各单位要按照职责分工抓好落实，推动各项措施落地见效，促进',
    '',
    '- 4 -',
    '',
    '产业发展。',
    '一、支持创新研制',
    '（一）支持研发。支持企业开展药物研发，对取得药品批件的给',
    '予补助，具体标准按照有关规定执行，由主管部门组织实施并接',
    '受监督，确保资金使用规范。（市科技局、市市场监管局、市卫',
    '生健康委牵头）',
    '某市人民政府',
    '2024年3月5日',
  ]

  it('joins what was wrapped, across pages and after a full stop at the edge', () => {
    expect(textOf(WRAPPED.join('\n\n')).split('\n')).toEqual([
      WRAPPED.slice(0, 3).join('') + WRAPPED[6]!,
      '一、支持创新研制',
      WRAPPED.slice(8, 12).join(''),
      '某市人民政府',
      '2024年3月5日',
    ])
  })

  it('leaves a document with one paragraph a line as it is', () => {
    expect(textOf(BODY.join('\n\n')).split('\n')).toEqual(BODY)
  })

  it('takes an indent for the beginning of a paragraph', () => {
    const text = WRAPPED.slice(0, 2)
      .map((line) => line)
      .concat('　　第二段从这里开始，各单位要抓好落实，加强督促检查和考', '核。')
    const lines = [...WRAPPED.slice(2, 3), ...Array.from({ length: 8 }, () => WRAPPED[9]!), ...text].join(
      '\n',
    )
    expect(textOf(lines).split('\n').at(-1)).toBe('第二段从这里开始，各单位要抓好落实，加强督促检查和考核。')
  })

  it.each([
    [
      'a sentence cut by a page',
      '加强服务。支持机构进行对\n\n接，实现同步。',
      '加强服务。支持机构进行对接，实现同步。',
    ],
    [
      'a note cut by a page',
      '加强服务。（责任单位：市商务局、\n\n市卫生健康委）',
      '加强服务。（责任单位：市商务局、市卫生健康委）',
    ],
    [
      'a note on its own line',
      '最高奖励1000万元。\n（责任单位：市财政局）',
      '最高奖励1000万元。\n（责任单位：市财政局）',
    ],
    [
      'a cited article at the head of a line',
      '加强监管，依照本办法\n第三条规定处理。',
      '加强监管，依照本办法第三条规定处理。',
    ],
    [
      'an open title mark',
      '根据《中华人民共\n和国药品管理法》，制定本办法。',
      '根据《中华人民共和国药品管理法》，制定本办法。',
    ],
  ])('%s', (_, text, expected) => {
    const body = [...BODY.slice(0, 6), text, ...BODY.slice(6)].join('\n')
    expect(textOf(body)).toContain(`\n${expected}\n`)
  })

  it('puts the names of two bodies on lines of their own', () => {
    expect(textOf('某市科学技术局　　某市财政局\n2024年3月5日')).toBe(
      '某市科学技术局\n某市财政局\n2024年3月5日',
    )
  })

  it('parts the number from the signer', () => {
    expect(textOf('某政发〔2024〕5号　　　签发人：张某某')).toBe('某政发〔2024〕5号\n签发人：张某某')
  })
})

describe('page marks', () => {
  it.each(PAGE_MARK_RULES)('$example', ({ example }) => {
    const text = [...BODY.slice(0, 5), example, ...BODY.slice(5)].join('\n')
    expect(textOf(text)).toBe(BODY.join('\n'))
    expect(noticesOf(text)).toEqual(['normalise/page-mark INFO'])
  })
})

describe('page furniture', () => {
  it.each(FURNITURE_RULES)('$id: $example', ({ example }) => {
    for (const text of [[example, ...BODY].join('\n'), [...BODY, example].join('\n')]) {
      expect(textOf(text)).toBe(BODY.join('\n'))
      expect(noticesOf(text)).toEqual(['normalise/page-furniture INFO'])
    }
  })

  it('keeps facts of the page head', () => {
    const head = ['首页', '索引号：123456/2024-00001', '发布日期：2024-03-06', '有效性：有效']
    expect(textOf([...head, ...BODY].join('\n')).split('\n')).toEqual([...head.slice(1), ...BODY])
  })

  it('parts facts from tools on one line', () => {
    const text = [
      '当前位置：首页',
      BODY[0]!,
      '发布时间：2024-03-06  来源：市政府办公室  浏览次数：12',
      ...BODY.slice(1),
    ]
    expect(textOf(text.join('\n')).split('\n')).toEqual([BODY[0]!, '发布时间：2024-03-06', ...BODY.slice(1)])
  })

  it('drops headline and lead of a news page', () => {
    const lead = ['某市出台措施支持生物医药产业', '近日，某市人民政府出台若干措施，以下为全文：']
    expect(textOf([...lead, ...BODY].join('\n'))).toBe(BODY.join('\n'))
  })

  it('keeps measures that follow the signature', () => {
    const text = [
      ...BODY,
      '（此件公开发布）',
      '某市支持生物医药产业发展若干措施',
      '一、支持创新',
      '分享改革经验，推广典型做法。',
    ]
    expect(textOf(text.join('\n'))).toBe(text.join('\n'))
  })
})

describe('noise of recognition', () => {
  it('drops a header whose columns were read across', () => {
    const noise =
      '局室会局局局局局局局关会会 公员术化员理员据管管海员委 市市发市工市市卫市市大中心中 南济南南市市南市市南南南南 济济济济济济济济济济济济济济'
    expect(textOf([noise, ...BODY].join('\n'))).toBe(BODY.join('\n'))
    expect(noticesOf([noise, ...BODY].join('\n'))).toEqual(['normalise/turned-columns WARNING'])
  })

  it('drops the end of a note that a page break repeats', () => {
    const text = [
      ...BODY.slice(0, 5),
      '（一）支持研发。给予奖励。（市科技局、市卫生健康委）',
      '',
      '康委)',
      ...BODY.slice(6),
    ].join('\n')
    expect(textOf(text)).not.toMatch(/^康委/m)
    expect(noticesOf(text)).toEqual(['normalise/repeated-fragment WARNING'])
  })
})

describe('normalise', () => {
  const piece = fc.constantFrom(
    ...'药品监管市政府关于的通知一二三（）()《》〔〕[]“”"\'，。,.;:?!、\t \u3000\n\r0129aZqū藥監χ鲗?!?-—#«»Ⅲ⽀\ud83d\udc8a\ud83d\ufffd\u200b',
    ...[
      '?zāi)',
      '(yàn)',
      '（一）',
      '附件',
      '首页',
      '各县（市、区）：',
      '2024年3月5日',
      '\n\n',
      '- 3 -',
      '以下为全文',
    ],
  )

  it('takes any string', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const text = pieces.join('')
        const normal = normalise(sourceText(text))
        expect(normal.text).not.toMatch(/\n\n|\r/)
        const range = normal.toSource({ start: 0, end: normal.text.length })
        expect(range.end).toBeLessThanOrEqual(text.length)
        for (const { span } of normal.notices) {
          expect(span!.source.start).toBeLessThanOrEqual(span!.source.end)
          expect(span!.source.end).toBeLessThanOrEqual(text.length)
          expect(span!.end).toBeLessThanOrEqual(normal.text.length)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('leads each character that survives to itself', () => {
    const { text, toSource } = normalise(sourceText(BODY.join('\n\n- 3 -\n\n')))
    const raw = BODY.join('\n\n- 3 -\n\n')
    for (let at = 0; at < text.length; at++) {
      if (text[at] === '\n') continue
      const range = toSource({ start: at, end: at + 1 })
      expect(raw.slice(range.start, range.end)).toBe(text[at])
    }
  })

  it('places what it removed where it stood', () => {
    const text = [...BODY.slice(0, 5), '— 3 —', ...BODY.slice(5)].join('\n')
    const { span } = normalise(sourceText(text)).notices[0]!
    expect(span!.start).toBe(span!.end)
    expect(text.slice(span!.source.start, span!.source.end)).toBe('— 3 —')
  })
})

describe('a text whose lines are paragraphs', () => {
  const paragraphs = (text: string): string => normalise(sourceText(text, { layout: 'paragraphs' })).text

  it.each([
    ['blank lines', '　　甲。\n\n \n　　乙。\n', '甲。\n乙。'],
    [
      'lines that stop amid a sentence',
      '为支持产业发展，现\n制定如下措施',
      '为支持产业发展，现\n制定如下措施',
    ],
    ['numbers on lines of their own', '甲。\n5\n乙。', '甲。\n5\n乙。'],
    ['page numbers that are nothing else', '甲。\n— 5 —\n乙。', '甲。\n乙。'],
    ['rows with empty cells before the text', '1\t甲\n\t乙\n\t\t丙\t', '1\t甲\n\t乙\n\t\t丙'],
    ['a number in the first cell of the only row', '5\t甲\t乙', '5\t甲\t乙'],
  ])('%s', (_, text, expected) => {
    expect(paragraphs(text)).toBe(expected)
  })

  it('keeps lines as wide as print apart', () => {
    const wide = Array.from({ length: 12 }, (_, at) => '甲乙丙丁'[at % 4]!.repeat(28))
    const text = ['为支持产业发展，制定如下措施。', ...wide].join('\n')
    expect(paragraphs(text)).toBe(text)
    expect(textOf(text)).not.toBe(text)
  })
})

it('leads through the edits of the reader back to the file', () => {
  const html = '<p>关于&nbsp;支持<b>種業</b></p>'
  const edits = [
    { start: 0, end: 3, insert: '' },
    { start: 5, end: 11, insert: '\u00a0' },
    { start: 13, end: 16, insert: '' },
    { start: 18, end: 26, insert: '\n' },
  ]
  const { text, toSource } = normalise(sourceText(html, { layout: 'paragraphs', edits }))
  expect(text).toBe('关于支持种业')
  expect(toSource({ start: 4, end: 6 })).toEqual({ start: 16, end: 18 })
  expect(toSource({ start: 0, end: 6 })).toEqual({ start: 3, end: 18 })
})
