import { type SyntheticEvent, useId, useState } from 'react'
import { useClient, useQuery } from 'urql'
import { useWords, type Words } from '../../core/words.ts'
import { graphql } from '../../gql/graphql.ts'
import styles from './AddDocument.module.css'
import { CHANGES, useMatrixAddress } from './matrixAddress.ts'
import type { Matrix } from './matrixQuery.ts'

const WORDS = {
  label: ['加入文件', 'Add a document'],
  hint: ['标题或发文字号', 'title or number'],
  add: ['加入', 'Add'],
  unknown: ['没有收录这份文件', 'No such document is held'],
} as const satisfies Record<string, Words>

const CANDIDATES = graphql(`
  query Candidates($text: String) {
    documents(filter: { ingested: true, text: $text }, first: 20) {
      edges {
        node {
          id
          title
          number
          jurisdiction {
            name
          }
        }
      }
    }
  }
`)

const BY_NUMBER = graphql(`
  query ByNumber($number: String) {
    document(number: $number) {
      id
      ingested
    }
  }
`)

/** Puts any document of the corpus beside the upper one, also where no citation and no link leads to it. */
export function AddDocument({ matrix }: { readonly matrix: Matrix }) {
  const words = useWords(WORDS)
  const client = useClient()
  const { go } = useMatrixAddress()
  const [text, setText] = useState('')
  const [unknown, setUnknown] = useState(false)
  const [field, list] = [useId(), useId()]
  const [{ data }] = useQuery({ query: CANDIDATES, variables: { text: text === '' ? null : text } })
  const shown = matrix.columns.edges.map(({ node }) => node.document.id)
  const candidates = (data?.documents.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id }) => id !== matrix.upper.id && !shown.includes(id))
  const find = async (): Promise<string | null> => {
    const known = candidates.find((each) => text === nameOf(each)) ?? only(candidates)
    if (known !== undefined) return known.id
    // in any brackets and spacing; what is no number is an error of the service, and then nothing was found
    const { data: found } = await client.query(BY_NUMBER, { number: text })
    return found?.document?.ingested === true ? found.document.id : null
  }
  const add = async (event: SyntheticEvent) => {
    event.preventDefault()
    const id = text.trim() === '' ? null : await find()
    setUnknown(id === null)
    if (id === null || id === matrix.upper.id) return
    setText('')
    go(CHANGES.lower([...new Set([...shown, id])]))
  }
  return (
    <form className={styles.form} onSubmit={add}>
      <label htmlFor={field}>{words.label}</label>
      <input
        id={field}
        list={list}
        value={text}
        placeholder={words.hint}
        onChange={({ target }) => {
          setText(target.value)
          setUnknown(false)
        }}
      />
      <datalist id={list}>
        {candidates.map((each) => (
          <option key={each.id} value={nameOf(each)}>
            {`${each.jurisdiction?.name ?? ''} ${each.title}`}
          </option>
        ))}
      </datalist>
      <button type="submit">{words.add}</button>
      <span role="status">{unknown ? words.unknown : ''}</span>
    </form>
  )
}

const nameOf = ({ number, title }: { readonly number: string | null; readonly title: string }): string =>
  number ?? title

const only = <T,>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined)
