import { type SyntheticEvent, useId, useState } from 'react'
import { useMutation } from 'urql'
import { codeOf } from '../../components/Await.tsx'
import { KeyInput } from '../../components/KeyInput.tsx'
import { keepKey, readKey } from '../../core/key.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { graphql } from '../../gql/graphql.ts'
import styles from './ReviewForm.module.css'

const WORDS = {
  heading: ['人工审核', 'Review'],
  lead: [
    '结论会一直保留，文件重新收录后也有效。',
    'The verdict stays, also when the documents are read again.',
  ],
  note: ['理由（可不填）', 'Reason (optional)'],
  by: ['审核人（可不填）', 'Reviewer (optional)'],
  confirm: ['确认对应', 'Confirm'],
  reject: ['否认对应', 'Reject'],
  saving: ['正在保存…', 'Saving…'],
  saved: ['已保存。', 'Saved.'],
  needsKey: ['改动数据需要密钥，请填写后重试。', 'Changing data needs the API key: enter it and try again.'],
  offline: ['服务没有应答，没有保存。', 'The service does not answer; nothing was saved.'],
  failed: ['没有保存（{code}）：{message}', 'Not saved ({code}): {message}'],
} as const satisfies Record<string, Words>

const REVIEW = graphql(`
  mutation ReviewPair($clause: ID!, $other: ID!, $verdict: ReviewVerdict!, $note: String, $by: String) {
    reviewCorrespondence(clause: $clause, other: $other, verdict: $verdict, note: $note, by: $by) {
      id
      basis
      review {
        verdict
        note
        by
        at
      }
    }
  }
`)

/** As the service allows. */
const MAX_NOTE = 1000
const MAX_BY = 100

/** Says that two clauses correspond, or do not; folded up, since most readers only read. */
export function ReviewForm({
  clause,
  other,
  onReviewed,
}: {
  readonly clause: string
  readonly other: string
  readonly onReviewed: () => void
}) {
  const words = useWords(WORDS)
  const [note, setNote] = useState('')
  const [by, setBy] = useState('')
  const [key, setKey] = useState(() => readKey() ?? '')
  const [{ fetching, error, data }, send] = useMutation(REVIEW)
  const [noteField, byField] = [useId(), useId()]
  const keyWanted = key !== '' || (error !== undefined && codeOf(error) === 'UNAUTHORIZED')
  const submit = async (event: SyntheticEvent<HTMLFormElement, SubmitEvent>) => {
    event.preventDefault()
    const verdict =
      event.nativeEvent.submitter?.getAttribute('value') === 'REJECTED' ? 'REJECTED' : 'CONFIRMED'
    keepKey(key.trim())
    const words = { note: note.trim() || null, by: by.trim() || null }
    const answer = await send({ clause, other, verdict, ...words })
    if (answer.error === undefined) onReviewed()
  }
  return (
    <details className={styles.review}>
      <summary>{words.heading}</summary>
      <form onSubmit={submit}>
        <p className={styles.lead}>{words.lead}</p>
        <label htmlFor={noteField}>{words.note}</label>
        <textarea
          id={noteField}
          rows={2}
          maxLength={MAX_NOTE}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <label htmlFor={byField}>{words.by}</label>
        <input id={byField} maxLength={MAX_BY} value={by} onChange={({ target }) => setBy(target.value)} />
        {keyWanted ? <KeyInput value={key} onChange={setKey} /> : null}
        <p className={styles.buttons}>
          <button type="submit" data-primary value="CONFIRMED" disabled={fetching}>
            {words.confirm}
          </button>
          <button type="submit" value="REJECTED" disabled={fetching}>
            {words.reject}
          </button>
        </p>
      </form>
      <p role="status" className={styles.outcome} data-failed={error !== undefined}>
        {fetching
          ? words.saving
          : error === undefined
            ? data === undefined
              ? ''
              : words.saved
            : tell(words, codeOf(error), error.graphQLErrors[0]?.message)}
      </p>
    </details>
  )
}

function tell(
  words: Readonly<Record<keyof typeof WORDS, string>>,
  code: string | null,
  message: string | undefined,
): string {
  if (code === 'UNAUTHORIZED') return words.needsKey
  return message === undefined ? words.offline : fill(words.failed, { code: code ?? '—', message })
}
