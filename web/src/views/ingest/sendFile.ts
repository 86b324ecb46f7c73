import { readKey } from '../../core/key.ts'
import type { UploadAnswer, UploadFault } from './uploadQueue.ts'

export interface Sending {
  readonly answer: Promise<UploadAnswer>
  stop(): void
}

/**
 * Sends one file. XMLHttpRequest, since `fetch` does not tell how far it is.
 * @param onSent the share of the bytes that are sent, 0 to 1
 * @returns an answer that rejects with an `UploadFault`
 */
export function sendFile(file: File, onSent: (share: number) => void): Sending {
  const request = new XMLHttpRequest()
  const answer = new Promise<UploadAnswer>((resolve, reject) => {
    const refuse = (fault: UploadFault) => reject(fault)
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      // the whole is told by `load`: only then the service has it
      if (total > 0) onSent(Math.min(loaded / total, 0.999))
    })
    request.upload.addEventListener('load', () => onSent(1))
    request.addEventListener('load', () => {
      const body = parse(request.responseText)
      if (request.status === 200 && body?.reports !== undefined) resolve(body as UploadAnswer)
      else refuse({ code: body?.error?.code ?? String(request.status), message: body?.error?.message ?? '' })
    })
    request.addEventListener('error', () => refuse({ code: null, message: '' }))
    request.addEventListener('abort', () => refuse({ code: null, message: '' }))
  })
  request.open('POST', '/v1/documents')
  const key = readKey()
  if (key !== null) request.setRequestHeader('authorization', `Bearer ${key}`)
  const form = new FormData()
  form.append('file', file, file.name)
  request.send(form)
  return { answer, stop: () => request.abort() }
}

type Body = Partial<UploadAnswer> & { readonly error?: { readonly code: string; readonly message: string } }

function parse(text: string): Body | null {
  try {
    return JSON.parse(text) as Body
  } catch {
    return null
  }
}
