import type { Hono } from 'hono'
import type { FileReport, LeftOutPath } from '../../ingest/report.ts'
import type { AuditLog } from '../access/audit.ts'
import type { Caller, Refusal } from '../access/guard.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { checkChange, type Gate } from './gate.ts'

/** What became of one file that was sent; an archive has a report for each file in it. */
export interface UploadOutcome {
  readonly reports: readonly FileReport[]
  readonly leftOut: readonly LeftOutPath[]
}

export interface Uploads {
  /** Bytes that one request may hold, all files together. */
  readonly requestBytes: number
  /** Takes a file into the corpus; what is wrong with it is in the report. */
  ingest(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<UploadOutcome>
}

/** Files of one request: each costs a line of the answer. */
const MOST_FILES = 100
/** Requests whose files are held in memory at once. */
const MOST_REQUESTS = 4
/** What stands around the files of a request: names, borders (bytes). */
const AROUND = 64 * 1024
const MOST_NAME = 255
const MIB = 1024 * 1024

/**
 * `POST /v1/documents`: one or more files as `multipart/form-data`, whatever their fields are called, into the corpus.
 * Answers, when all are done, with a report for each; one that fails does not stop the rest.
 */
export function addUploads(
  app: Hono,
  uploads: Uploads,
  { gate, audit }: { readonly gate: Gate; readonly audit: AuditLog },
): void {
  const tooLarge = `一次上传不超过 ${Math.floor(uploads.requestBytes / MIB)} MB（ZHENGMAI_MAX_FILE_MB）`
  let underWay = 0
  // before a byte of the files is read; how long they take is limited by file
  const face = { scope: 'ingest', bodyBytes: uploads.requestBytes + AROUND, answerMs: null } as const
  const shape = ({ code, reason, message }: Refusal) => ({
    error: { code, message: reason === 'BODY_SIZE' ? tooLarge : message },
  })
  app.use('/v1/documents', gate.face({ ...face, shape }))
  app.use('/v1/documents', (context, next) => {
    if (context.req.method === 'POST') {
      checkChange(context.get('caller'), context.req.raw, { scope: 'ingest', shape: 'form' })
    }
    return next()
  })
  app.post('/v1/documents', async (context) => {
    if (underWay >= MOST_REQUESTS) {
      context.header('Retry-After', '5')
      throw new ZhengmaiError('UNAVAILABLE', `同时上传的请求不超过 ${MOST_REQUESTS} 个，请稍后再试`)
    }
    underWay += 1
    try {
      const outcomes: UploadOutcome[] = []
      for (const file of await readFiles(context.req.raw, tooLarge)) {
        const bytes = new Uint8Array(await file.arrayBuffer())
        const outcome = await uploads.ingest({ name: nameOf(file), bytes })
        outcomes.push(outcome)
        await recordReports(audit, context.get('caller'), outcome)
      }
      return context.json({
        reports: outcomes.flatMap(({ reports }) => reports),
        leftOut: outcomes.flatMap(({ leftOut }) => leftOut),
      })
    } finally {
      underWay -= 1
    }
  })
}

async function recordReports(
  audit: AuditLog,
  { key, address }: Caller,
  { reports }: UploadOutcome,
): Promise<void> {
  for (const { name, documentId, outcome, error } of reports) {
    const target = documentId === null ? name : `${name} ${documentId}`
    const result = error?.code ?? outcome
    await audit.record({ by: key, address, what: 'ingest', target, result })
  }
}

async function readFiles(request: Request, tooLarge: string): Promise<readonly File[]> {
  const form = await request.formData().catch((error: unknown) => {
    if (isTooLong(error)) throw new ZhengmaiError('LIMIT', tooLarge)
    throw new ZhengmaiError('BAD_INPUT', '请求须为 multipart/form-data，且完整', { cause: error })
  })
  const files = [...form.values()].filter((value) => typeof value !== 'string')
  if (files.length === 0) throw new ZhengmaiError('BAD_INPUT', '请求里没有文件')
  if (files.length > MOST_FILES)
    throw new ZhengmaiError('LIMIT', `一次最多 ${MOST_FILES} 个文件，得到 ${files.length} 个`)
  for (const file of files) nameOf(file)
  return files
}

/** A request that does not say its length is cut off on its way; what takes it apart wraps that error. */
function isTooLong(error: unknown): boolean {
  return error instanceof Error && (error.name === 'BodyLimitError' || isTooLong(error.cause))
}

/** Base name; what a browser sends of a path in front of it is no part of it. */
function nameOf({ name }: File): string {
  const base = name.split(/[\\/]/).at(-1) ?? ''
  if (base === '' || base.length > MOST_NAME || /\p{Cc}/u.test(base))
    throw new ZhengmaiError('BAD_INPUT', `文件名须有 1 至 ${MOST_NAME} 个字符，且不含控制字符`)
  return base
}
