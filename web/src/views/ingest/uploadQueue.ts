/** The state of the files that are sent, apart from how they are sent. */

/** What the service says of one file (`POST /v1/documents`); an archive has a report for each file in it. */
export interface FileReport {
  readonly name: string
  readonly outcome: 'created' | 'replaced' | 'unchanged' | 'failed'
  readonly documentId: string | null
  readonly title: string | null
  readonly number: string | null
  readonly counts: Readonly<Record<string, number>>
  readonly notices: readonly {
    readonly code: string
    readonly severity: string
    readonly message: string
    readonly position: { readonly line: number; readonly column: number } | null
  }[]
  readonly leftOut: readonly string[]
  readonly error: { readonly code: string; readonly message: string } | null
}

export interface UploadAnswer {
  readonly reports: readonly FileReport[]
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[]
}

/** `code` is null where the service was not reached. */
export interface UploadFault {
  readonly code: string | null
  readonly message: string
}

export type Phase = 'waiting' | 'sending' | 'reading' | 'done' | 'failed' | 'stopped'

export interface Upload {
  readonly id: number
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly phase: Phase
  /** Share of the bytes that are sent, 0 to 1. */
  readonly sent: number
  readonly answer: UploadAnswer | null
  readonly fault: UploadFault | null
}

export type UploadEvent =
  | { readonly type: 'added'; readonly files: readonly { id: number; name: string; size: number }[] }
  | { readonly type: 'started' | 'stopped' | 'retried'; readonly id: number }
  | { readonly type: 'sent'; readonly id: number; readonly share: number }
  | { readonly type: 'answered'; readonly id: number; readonly answer: UploadAnswer }
  | { readonly type: 'refused'; readonly id: number; readonly fault: UploadFault }
  | { readonly type: 'cleared' }

/** Files under way at once: while the service reads one, the next one is on its way. */
const AT_ONCE = 2
const OVER: ReadonlySet<Phase> = new Set(['done', 'failed', 'stopped'])

export function nextState(uploads: readonly Upload[], event: UploadEvent): readonly Upload[] {
  if (event.type === 'added')
    return [
      ...uploads,
      ...event.files.map((file) => ({
        ...file,
        ...({ phase: 'waiting', sent: 0, answer: null, fault: null } as const),
      })),
    ]
  if (event.type === 'cleared') return uploads.filter(({ phase }) => !OVER.has(phase))
  return uploads.map((upload) => (upload.id === event.id ? changed(upload, event) : upload))
}

function changed(
  upload: Upload,
  event: Exclude<UploadEvent, { readonly type: 'added' | 'cleared' }>,
): Upload {
  // an answer that comes after the reader stopped it changes nothing
  if (upload.phase === 'stopped' && event.type !== 'retried') return upload
  switch (event.type) {
    case 'started':
      return { ...upload, phase: 'sending', sent: 0 }
    case 'sent':
      return { ...upload, phase: event.share >= 1 ? 'reading' : 'sending', sent: event.share }
    case 'answered': {
      const failed =
        event.answer.reports.length === 0 || event.answer.reports.every(({ error }) => error !== null)
      return { ...upload, phase: failed ? 'failed' : 'done', sent: 1, answer: event.answer, fault: null }
    }
    case 'refused':
      return { ...upload, phase: 'failed', fault: event.fault }
    case 'stopped':
      return OVER.has(upload.phase) ? upload : { ...upload, phase: 'stopped' }
    case 'retried':
      return { ...upload, phase: 'waiting', sent: 0, answer: null, fault: null }
  }
}

/** Those that may begin now, in the order in which they were added. */
export function toStart(uploads: readonly Upload[]): readonly Upload[] {
  const busy = uploads.filter(({ phase }) => phase === 'sending' || phase === 'reading').length
  return uploads.filter(({ phase }) => phase === 'waiting').slice(0, Math.max(0, AT_ONCE - busy))
}

export interface Tally {
  readonly total: number
  readonly over: number
  readonly failed: number
}

export function tally(uploads: readonly Upload[]): Tally {
  return {
    total: uploads.length,
    over: uploads.filter(({ phase }) => OVER.has(phase)).length,
    failed: uploads.filter(({ phase }) => phase === 'failed').length,
  }
}

/** Whether views that showed the corpus before the answer show it no longer. */
export function changedCorpus({ reports }: UploadAnswer): boolean {
  return reports.some(({ outcome }) => outcome === 'created' || outcome === 'replaced')
}
