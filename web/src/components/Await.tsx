import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { fill, useWords, type Words } from '../core/words.ts'
import styles from './Await.module.css'
import { KeyForm } from './KeyForm.tsx'

const WORDS = {
  loading: ['正在读取…', 'Loading…'],
  offline: [
    '服务没有应答。它可能正在重启，稍后可以重试。',
    'The service does not answer. It may be restarting: try again in a moment.',
  ],
  failed: ['读取失败（{code}）：{message}', 'Could not be read ({code}): {message}'],
  retry: ['重试', 'Try again'],
} as const satisfies Record<string, Words>

interface Asked<T> {
  readonly data?: T | undefined
  readonly error?: CombinedError | undefined
  readonly fetching: boolean
}

/** Shows what was asked for, or that it is on its way, or why it did not come and how to ask again. */
export function Await<T>({
  asked,
  retry,
  children,
}: {
  readonly asked: Asked<T>
  readonly retry: () => void
  readonly children: (data: T) => ReactNode
}) {
  const words = useWords(WORDS)
  if (asked.data !== undefined && asked.data !== null) {
    return (
      <>
        {asked.error === undefined ? null : <ErrorNote error={asked.error} retry={retry} />}
        {children(asked.data)}
      </>
    )
  }
  if (asked.error !== undefined) return <ErrorNote error={asked.error} retry={retry} />
  return (
    <p className={styles.loading} role="status">
      {words.loading}
    </p>
  )
}

/** The code of the service's first error; null where it was not reached. */
export function codeOf(error: CombinedError): string | null {
  const code = error.graphQLErrors[0]?.extensions['code']
  return typeof code === 'string' ? code : null
}

export function ErrorNote({ error, retry }: { readonly error: CombinedError; readonly retry: () => void }) {
  const words = useWords(WORDS)
  const message = error.graphQLErrors[0]?.message
  if (codeOf(error) === 'UNAUTHORIZED') return <KeyForm />
  return (
    <div className={styles.error} role="alert">
      <p>
        {message === undefined ? words.offline : fill(words.failed, { code: codeOf(error) ?? '—', message })}
      </p>
      <button type="button" onClick={retry}>
        {words.retry}
      </button>
    </div>
  )
}
