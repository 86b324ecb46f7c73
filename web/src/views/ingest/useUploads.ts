import { useCallback, useEffect, useReducer, useRef } from 'react'
import { type Sending, sendFile } from './sendFile.ts'
import { changedCorpus, nextState, toStart, type Upload, type UploadFault } from './uploadQueue.ts'

export interface Uploading {
  readonly uploads: readonly Upload[]
  add(files: readonly File[]): void
  stop(id: number): void
  retry(id: number): void
  clear(): void
}

/**
 * Sends files one after the other as they are added; leaving the view stops those that are not yet read.
 * @param onChanged is told when the corpus holds something else than before
 */
export function useUploads(onChanged: () => void): Uploading {
  const [uploads, tell] = useReducer(nextState, [])
  const files = useRef(new Map<number, File>())
  const sendings = useRef(new Map<number, Sending>())
  const lastId = useRef(0)

  useEffect(() => {
    for (const { id } of toStart(uploads)) {
      const file = files.current.get(id)
      if (file === undefined || sendings.current.has(id)) continue
      const sending = sendFile(file, (share) => tell({ type: 'sent', id, share }))
      sendings.current.set(id, sending)
      tell({ type: 'started', id })
      sending.answer
        .then(
          (answer) => {
            tell({ type: 'answered', id, answer })
            if (changedCorpus(answer)) onChanged()
          },
          (fault: UploadFault) => tell({ type: 'refused', id, fault }),
        )
        .finally(() => sendings.current.delete(id))
    }
  }, [uploads, onChanged])

  useEffect(() => {
    const open = sendings.current
    return () => {
      for (const sending of open.values()) sending.stop()
    }
  }, [])

  return {
    uploads,
    add: useCallback((added: readonly File[]) => {
      const rows = added.map((file) => {
        lastId.current += 1
        files.current.set(lastId.current, file)
        return { id: lastId.current, name: file.name, size: file.size }
      })
      tell({ type: 'added', files: rows })
    }, []),
    stop: useCallback((id: number) => {
      tell({ type: 'stopped', id })
      sendings.current.get(id)?.stop()
    }, []),
    retry: useCallback((id: number) => tell({ type: 'retried', id }), []),
    clear: useCallback(() => tell({ type: 'cleared' }), []),
  }
}
