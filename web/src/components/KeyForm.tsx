import { type FormEvent, useState } from 'react'
import { keepKey } from '../core/key.ts'
import { useWords, type Words } from '../core/words.ts'
import styles from './Await.module.css'
import { KeyInput } from './KeyInput.tsx'

const WORDS = {
  why: ['这里的数据凭密钥读取。', 'A key is needed to read what is here.'],
  open: ['打开', 'Open'],
  wrong: ['密钥无效，或没有读取权限。', 'The key is not valid, or not for reading.'],
} as const satisfies Record<string, Words>

/** Asks for the key where reading needs one. All that is shown is read anew with it. */
export function KeyForm() {
  const words = useWords(WORDS)
  const [key, setKey] = useState('')
  const [wrong, setWrong] = useState(false)
  const open = async (event: FormEvent) => {
    event.preventDefault()
    const given = key.trim()
    const headers = { authorization: `Bearer ${given}` }
    // links to files carry no key: a session reads for them
    const answer = await fetch('/session', { method: 'POST', headers }).catch(() => null)
    setWrong(answer?.ok !== true)
    if (answer?.ok !== true) return
    keepKey(given)
    location.reload()
  }
  return (
    <form className={styles.key} onSubmit={(event) => void open(event)}>
      <p>{words.why}</p>
      <KeyInput value={key} onChange={setKey} />
      <button type="submit" data-primary disabled={key.trim() === ''}>
        {words.open}
      </button>
      {wrong ? <p role="status">{words.wrong}</p> : null}
    </form>
  )
}
