import { Readable } from 'node:stream'
import type { Hono } from 'hono'
import { ZhengmaiError } from '../errors/error.ts'
import { OUTPUT_LANGUAGES } from '../exchange/language.ts'
import { LISTS, openList } from '../exchange/lists.ts'
import { TABLE_FORMATS, TABLE_MEDIA_TYPES, type TableFormat, writeTables } from '../exchange/table.ts'
import type { ServiceDeps } from '../service/scope.ts'

/** Parameter of the language of the headings; all others are filters. */
const LANGUAGE = 'lang'

/** `GET /export/<list>.{csv,xlsx,md}?<filters>&lang=zh|en`: a whole list as a table, read while it is sent. */
export function addListExports(app: Hono, services: ServiceDeps): void {
  app.get('/export/:file', async (context, next) => {
    const [name = '', format = '', ...rest] = context.req.param('file').split('.')
    if (rest.length > 0 || !LISTS.some((list) => list.name === name) || !isTableFormat(format)) return next()
    const { [LANGUAGE]: asked = 'zh', ...words } = context.req.query()
    const language = OUTPUT_LANGUAGES.find((each) => each === asked)
    if (language === undefined) {
      throw new ZhengmaiError('BAD_INPUT', `${LANGUAGE} 应为 ${OUTPUT_LANGUAGES.join('、')} 之一`)
    }
    const table = await openList(services, name, words, language)
    return sendFile(
      writeTables([table], format, language),
      `zhengmai-${name}.${format}`,
      TABLE_MEDIA_TYPES[format],
    )
  })
}

/** An answer to be saved as a file. What fails before its first piece is told as an error, later the connection breaks off. */
export async function sendFile(
  pieces: AsyncGenerator<Uint8Array>,
  name: string,
  mediaType: string,
): Promise<Response> {
  const first = await pieces.next()
  const body = Readable.from(withFirst(first, pieces), { objectMode: false })
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, {
    headers: { 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${name}"` },
  })
}

async function* withFirst(
  first: IteratorResult<Uint8Array>,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    if (first.done === true) return
    yield first.value
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}

function isTableFormat(format: string): format is TableFormat {
  return TABLE_FORMATS.some((each) => each === format)
}
