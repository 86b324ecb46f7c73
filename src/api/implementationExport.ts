import type { Hono } from 'hono'
import { ZhengmaiError } from '../errors/error.ts'
import {
  IMPLEMENTATION_FORMATS,
  IMPLEMENTATION_MEDIA_TYPES,
  type ImplementationFormat,
  writeImplementation,
} from '../exchange/implementation/write.ts'
import { OUTPUT_LANGUAGES } from '../exchange/language.ts'
import type { ServiceDeps } from '../service/scope.ts'
import { sendFile } from './listExports.ts'
import { PLAIN_PAGE_POLICY } from './plainPage.ts'

/**
 * `GET /export/implementation.{xlsx,csv,md,html}?upper=…&lower=…&minScore=…&lang=zh|en`; lower may be given several times
 * or as a list with commas, ids or numbers.
 */
export function addImplementationExport(app: Hono, services: ServiceDeps): void {
  app.get('/export/:file{implementation[.][a-z]+}', async (context, next) => {
    const format = formatOf(context.req.param('file'))
    if (format === undefined) return next()
    const { upper, minScore, lang: asked = 'zh' } = context.req.query()
    const language = OUTPUT_LANGUAGES.find((each) => each === asked)
    if (language === undefined)
      throw new ZhengmaiError('BAD_INPUT', `lang 应为 ${OUTPUT_LANGUAGES.join('、')} 之一`)
    if (upper === undefined) throw new ZhengmaiError('BAD_INPUT', '请用 upper 给出上位文件的编号或发文字号')
    const lower = (context.req.queries('lower') ?? []).flatMap((words) => words.split(','))
    const pieces = await writeImplementation(
      services,
      {
        upper,
        lower: lower.length === 0 ? null : lower,
        minScore: minScore === undefined ? null : readNumber(minScore),
      },
      format,
      language,
    )
    const response = await sendFile(
      pieces,
      `zhengmai-implementation.${format}`,
      IMPLEMENTATION_MEDIA_TYPES[format],
    )
    if (format !== 'html') return response
    response.headers.set('Content-Security-Policy', PLAIN_PAGE_POLICY)
    response.headers.set('Content-Disposition', 'inline')
    return response
  })
}

function formatOf(file: string): ImplementationFormat | undefined {
  return IMPLEMENTATION_FORMATS.find((format) => file === `implementation.${format}`)
}

function readNumber(words: string): number {
  const value = words.trim() === '' ? Number.NaN : Number(words)
  if (Number.isFinite(value)) return value
  throw new ZhengmaiError('BAD_INPUT', `minScore 应为 0 到 1，收到 ${words.slice(0, 40)}`)
}
