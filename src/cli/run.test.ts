import { describe, expect, it } from 'vitest'
import { failedReport } from '../../ingest/report.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { runCli } from './run.ts'
import type { CliRuntime, SearchAnswer, SearchWords } from './runtime.ts'

const COVERAGE = {
  documents: 1,
  clauses: 2,
  places: ['济宁市'],
  levels: [],
  issuedFrom: null,
  issuedUntil: null,
  semantic: false,
}
const ANSWER: SearchAnswer = {
  servedBy: 'KEYWORD',
  interpretation: [],
  relevant: true,
  total: 0,
  hits: [],
  coverage: COVERAGE,
}

/** Runs a command line on a runtime whose methods all refuse unless given. */
async function run(words: string[], given: Partial<CliRuntime> = {}) {
  const written = { out: '', err: '' }
  const refuse = () => Promise.reject(new Error('not expected to be called'))
  const runtime: CliRuntime = {
    version: '9.9.9',
    terminal: {
      out: (text) => {
        written.out += text
      },
      err: (text) => {
        written.err += text
      },
      interactive: false,
    },
    signal: new AbortController().signal,
    ingest: refuse,
    parse: refuse,
    search: refuse,
    check: refuse,
    status: refuse,
    exportFile: refuse,
    importArchive: refuse,
    deleteDocument: refuse,
    reviewQueue: refuse,
    reviews: refuse,
    review: refuse,
    withdrawReview: refuse,
    evaluate: refuse,
    addKey: refuse,
    keys: refuse,
    revokeKey: refuse,
    audit: refuse,
    fetchModel: refuse,
    checks: refuse,
    mcp: refuse,
    serve: refuse,
    ...given,
  }
  return { status: await runCli(words, runtime), ...written }
}

it('names the missing documents that are cited most', async () => {
  const status = async () => ({
    version: '9.9.9',
    store: { kind: 'embedded', dataDir: '/data', uri: null },
    model: null,
    searchMode: 'KEYWORD' as const,
    documents: 2,
    citedDocuments: 2,
    clauses: 9,
    embeddedClauses: 0,
    agencies: 3,
    responsibilities: 4,
    citations: 5,
    targets: 0,
    places: [],
    issuedFrom: null,
    issuedUntil: null,
    wanted: [
      { id: 'a', title: '青河县湿地规划', number: '青政发〔2024〕3号', citations: 4 },
      { id: 'b', title: '湿地保护法', number: null, citations: 1 },
    ],
  })
  const { out } = await run(['status'], { status })
  expect(out).toContain('4 处引用　《青河县湿地规划》（青政发〔2024〕3号）\n  1 处引用　《湿地保护法》\n')
  expect(JSON.parse((await run(['status', '--json'], { status })).out).wanted).toHaveLength(2)
})

describe('wrong use', () => {
  it.each<[string[], string]>([
    [['fly'], '没有这个命令'],
    [['parse'], '缺少参数'],
    [['parse', 'a', 'b'], '参数过多'],
    [['ingest'], '缺少参数'],
    [['search', 'x', '--mode'], '选项缺少值'],
    [['search', 'x', '--mode', 'magic'], '应为 hybrid、semantic、keyword 之一'],
    [['search', 'x', '--first', '0'], '应为 1 至 100 的整数'],
    [['search', 'x', '--first', '101'], '应为 1 至 100 的整数'],
    [['search', 'x', '--level', '乡'], '应为 国家、省、市、县 之一'],
    [['search', 'x', '--role', '旁观'], '应为 牵头、负责、配合 之一'],
    [['status', '--yaml'], '没有这个选项'],
    [['model', 'burn'], '没有这个命令'],
  ])('%j gives status 2 and one line', async (words, message) => {
    const { status, out, err } = await run(words)
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/^错误 BAD_INPUT: [^\n]+\n$/)
    expect(err).toContain(message)
  })

  it.each<[string[]]>([[[]], [['model']]])('%j gives status 2 and the help text', async (words) => {
    const { status, out, err } = await run(words)
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain('用法 usage:')
  })
})

it.each<[string[], string]>([
  [['--version'], '9.9.9'],
  [['--help'], '命令 commands:'],
  [['search', '--help'], '选项 options:'],
  [['help', 'ingest'], '文件、文件夹或通配路径'],
])('%j answers on standard output with status 0', async (words, text) => {
  const { status, out, err } = await run(words)
  expect([status, err]).toEqual([0, ''])
  expect(out).toContain(text)
})

it.each<[ZhengmaiError | Error, number, string]>([
  [new ZhengmaiError('STORE_LOCKED', '已有写者'), 1, '错误 STORE_LOCKED: 已有写者\n'],
  [new ZhengmaiError('CONFIG_INVALID', '配置有误'), 2, '错误 CONFIG_INVALID: 配置有误\n'],
  [new Error('boom'), 1, '错误 INTERNAL: boom\n'],
])('tells %s by its code', async (error, status, err) => {
  expect(await run(['status'], { status: () => Promise.reject(error) })).toEqual({ status, out: '', err })
})

describe('ingest', () => {
  const failed = failedReport('b.txt', new ZhengmaiError('FILE_EMPTY', '空'), 1)
  const ok = { ...failed, name: 'a.txt', outcome: 'created' as const, error: null }

  it.each([
    [[ok], 0],
    [[ok, failed], 1],
  ])('has the status of its files', async (reports, expected) => {
    const { status, out } = await run(['ingest', 'x', '--json'], {
      ingest: async (_words, _progress, onReport) => {
        for (const report of reports) onReport(report)
        return { reports, leftOut: [{ path: 'c.png', reason: '不支持的文件类型' }] }
      },
    })
    expect(status).toBe(expected)
    expect(JSON.parse(out)).toEqual({ reports, leftOut: [{ path: 'c.png', reason: '不支持的文件类型' }] })
  })

  it('names each failed file on standard error', async () => {
    const { err } = await run(['ingest', 'x'], {
      ingest: async (_words, onProgress, onReport) => {
        onProgress({ stage: '收录', done: 1, total: 2, unit: '个文件' })
        onReport(failed)
        return { reports: [failed], leftOut: [] }
      },
    })
    expect(err).toBe('收录 1/2 个文件\n错误 FILE_EMPTY: b.txt：空\n')
  })
})

it.each<[string[], boolean]>([
  [['--no-ocr'], true],
  [[], false],
])('ingest and parse leave scans unread with %j: %s', async (flags, noOcr) => {
  const asked: object[] = []
  const given: Partial<CliRuntime> = {
    ingest: async (words) => {
      asked.push(words)
      return { reports: [], leftOut: [] }
    },
    parse: async (words) => {
      asked.push(words)
      return {}
    },
  }
  await run(['ingest', 'a', 'b', ...flags], given)
  await run(['parse', 'a', ...flags], given)
  expect(asked).toEqual([
    { paths: ['a', 'b'], noOcr, force: false },
    { path: 'a', noOcr },
  ])
})

it.each<[string[], boolean]>([
  [['--force'], true],
  [[], false],
])('ingest and serve use a database of others with %j: %s', async (flags, force) => {
  const asked: boolean[] = []
  const given: Partial<CliRuntime> = {
    ingest: async (words) => {
      asked.push(words.force)
      return { reports: [], leftOut: [] }
    },
    serve: async (options) => {
      asked.push(options.force)
    },
  }
  await run(['ingest', 'a', ...flags], given)
  await run(['serve', ...flags], given)
  expect(asked).toEqual([force, force])
})

it('parse prints one JSON object and nothing else', async () => {
  const parsed = { document: { title: '某意见' } }
  const { status, out, err } = await run(['parse', 'a.txt'], { parse: async () => parsed })
  expect([status, JSON.parse(out), err]).toEqual([0, parsed, ''])
})

it('search passes words and filters on', async () => {
  let asked: SearchWords | null = null
  const words = ['search', '创新', '药', '--place', '济宁', '--level', '市', '--role', '牵头']
  const { status } = await run([...words, '--agency', '省科技厅', '--mode', 'keyword', '--first', '3'], {
    search: async (search) => {
      asked = search
      return ANSWER
    },
  })
  expect([status, asked]).toEqual([
    0,
    {
      query: '创新 药',
      mode: 'KEYWORD',
      first: 3,
      place: '济宁',
      level: 'MUNICIPAL',
      agency: '省科技厅',
      role: 'LEAD',
      productType: null,
    },
  ])
})

it('search prints passages without their HTML', async () => {
  const document = { id: 'd', title: '某意见', number: null, place: '济宁市', issuedOn: '2024-07-18' }
  const highlight = '支持<mark>创新</mark>&lt;药&gt; &amp;amp;'
  const hit = { id: 'd/cl_1', label: '（一）', title: '支持', score: 0.876, highlight, document }
  const { out } = await run(['search', '创新'], {
    search: async () => ({ ...ANSWER, total: 5, hits: [hit] }),
  })
  expect(out.split('\n').slice(0, 5)).toEqual([
    '1. （一）支持　0.88',
    '   《某意见》（济宁市，2024-07-18）',
    '   支持【创新】<药> &amp;',
    '   d/cl_1',
    '共 5 条，列出 1 条；方式：关键词',
  ])
})

it.each([
  [{ ok: true, optional: false }, 0, '正常'],
  [{ ok: false, optional: true }, 0, '注意'],
  [{ ok: false, optional: false }, 1, '故障'],
])('doctor tells %j by its status', async (fate, expected, word) => {
  const { status, out } = await run(['doctor'], {
    checks: async () => [{ name: '模型', message: '…', ...fate }],
  })
  expect([status, out]).toEqual([expected, `${word} 模型：…\n`])
})

it.each([
  [0, 0],
  [2, 1],
])('check of a text with %i faults ends with status %i', async (wrong, expected) => {
  const counts = { RIGHT: 0, WRONG: wrong, NOT_FOUND: 0, UNCONFIRMED: 0 }
  const asked: unknown[] = []
  const { status, out } = await run(['check', 'a.txt', '--document', '甲政发〔2024〕1号', '--json'], {
    check: async (words) => {
      asked.push(words)
      return { text: '', findings: [], wrong, counts }
    },
  })
  expect(asked).toEqual([{ path: 'a.txt', document: '甲政发〔2024〕1号' }])
  expect([status, JSON.parse(out)]).toEqual([expected, { text: '', findings: [], wrong, counts }])
})
