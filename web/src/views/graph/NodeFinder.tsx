import { type ReactNode, useEffect, useId, useState } from 'react'
import { useQuery } from 'urql'
import { useWords, type Words } from '../../core/words.ts'
import { graphql } from '../../gql/graphql.ts'
import type { NodeKind } from './graphData.ts'
import styles from './NodeFinder.module.css'
import { KIND_NAMES } from './names.ts'

const WORDS = {
  nothing: ['没有找到。换个说法，或写得短一些。', 'Nothing found. Try other or fewer words.'],
  results: ['找到的节点', 'Nodes found'],
  failed: ['检索没有应答，稍后再试。', 'Search does not answer. Try again in a moment.'],
} as const satisfies Record<string, Words>

const FIND = graphql(`
  query GraphFind($text: String!) {
    documents(filter: { text: $text }, first: 4) {
      edges { node { id title number } }
    }
    agencies(filter: { name: $text }, first: 4) {
      edges { node { id name } }
    }
    search(query: $text, first: 6) {
      edges { node { clause { id label title document { title number } } } }
    }
  }
`)

export interface Found {
  readonly id: string
  readonly kind: NodeKind
  readonly label: string
  readonly note: string
}

interface Props {
  readonly label: string
  readonly placeholder: string
  /** Given the found node, what its row is: a link, a button. */
  readonly row: (found: Found) => ReactNode
}

/** How long after the last sign the service is asked (ms). */
const PAUSE = 250

/** A box for words and below it the documents, agencies and clauses that fit them. */
export function NodeFinder({ label, placeholder, row }: Props) {
  const words = useWords(WORDS)
  const kinds = useWords(KIND_NAMES)
  const id = useId()
  const [text, setText] = useState('')
  const [wanted, setWanted] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setWanted(text.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const [{ data, error, fetching }] = useQuery({
    query: FIND,
    variables: { text: wanted },
    pause: wanted === '',
  })
  const found: readonly Found[] =
    wanted === '' || data === undefined || data === null
      ? []
      : [
          ...data.documents.edges.map(({ node }) => ({
            ...{ id: node.id, kind: 'DOCUMENT' as const, label: node.title, note: node.number ?? '' },
          })),
          ...data.agencies.edges.map(({ node }) => ({
            ...{ id: node.id, kind: 'AGENCY' as const, label: node.name, note: '' },
          })),
          ...data.search.edges.map(({ node: { clause } }) => ({
            ...{ id: clause.id, kind: 'CLAUSE' as const, label: `${clause.label}${clause.title ?? ''}` },
            note: clause.document.number ?? clause.document.title,
          })),
        ]
  return (
    <div className={styles.finder}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        placeholder={placeholder}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {error === undefined ? null : <p role="alert">{words.failed}</p>}
      {wanted !== '' && !fetching && error === undefined && found.length === 0 ? (
        <p role="status">{words.nothing}</p>
      ) : null}
      {found.length === 0 ? null : (
        <ul aria-label={words.results} className={styles.found}>
          {found.map((each) => (
            <li key={each.id}>
              <span className={styles.kind}>{kinds[each.kind]}</span>
              <span className={styles.name}>
                {row(each)}
                {each.note === '' ? null : <span className={styles.note}>{each.note}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
