import { useCallback, useMemo, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { Await, ErrorNote } from '../../components/Await.tsx'
import { Outline } from '../../components/Outline.tsx'
import { PageTitle } from '../../components/PageTitle.tsx'
import { write } from '../../core/addressState.ts'
import { useAllPages } from '../../core/allPages.ts'
import { graphPath, matrixPath, pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { clauseOfAnchor } from './anchors.ts'
import { CiteMenu } from './CiteMenu.tsx'
import styles from './DocumentView.module.css'
import { cutIntoBlocks } from './documentBlocks.ts'
import { DOCUMENT, type ReadClause, type ReadDocument } from './documentQuery.ts'
import { fieldMarks } from './fieldMarks.ts'
import { Gone } from './Gone.tsx'
import { HeaderFacts } from './HeaderFacts.tsx'
import { Notices } from './Notices.tsx'
import { outlineOf } from './outlineItems.ts'
import { ReadingText } from './ReadingText.tsx'
import { readClauses } from './readClauses.ts'
import { useAnchor } from './useAnchor.ts'

const WORDS = {
  outline: ['目录', 'Outline'],
  graph: ['图谱', 'Graph'],
  matrix: ['落实情况', 'Implementation'],
  source: ['显示原件文字', 'Text as in the file'],
  normalised: ['显示整理后文字', 'Normalised text'],
  reading: ['正在读取条款 {count}/{total}…', 'Reading clauses {count}/{total}…'],
  notHeld: [
    '这份文件只被其他文件引用，还没有收录，所以没有正文。',
    'This document is only cited by others and not held, so there is no text.',
  ],
  find: ['检索相关条款', 'Search for related clauses'],
} as const satisfies Record<string, Words>

/** Clauses of a document that the page holds; the longest codes have some 1,300. */
const MAX_CLAUSES = 2_000
/** Value of `text` in the address: the words as the file has them. */
const AS_IN_FILE = 'source'

/**
 * A document to be read.
 * @param id of the document
 * @param anchor id of the document, or of the part of it that the address names
 */
export function DocumentView({ id, anchor }: { readonly id: string; readonly anchor: string }) {
  const [asked, ask] = useQuery({ query: DOCUMENT, variables: { id } })
  return (
    <Await asked={asked} retry={() => ask({ requestPolicy: 'network-only' })}>
      {({ document }) =>
        document === null ? <Gone id={id} /> : <Loaded key={id} document={document} anchor={anchor} />
      }
    </Await>
  )
}

function Loaded({ document, anchor }: { readonly document: ReadDocument; readonly anchor: string }) {
  const words = useWords(WORDS)
  const [field, lightField] = useState<string | null>(null)
  const [parameters] = useSearchParams()
  const source = parameters.get('text') === AS_IN_FILE
  const { data, error, fetching, retry } = useAllPages<ReadClause>(
    document.id,
    (client, after) => readClauses(client, document.id, after),
    MAX_CLAUSES,
  )
  const clauses = data?.items ?? NO_CLAUSES
  const blocks = useMemo(
    () => cutIntoBlocks(document.text ?? '', { ...document, clauses }),
    [document, clauses],
  )
  const outline = useMemo(() => outlineOf(blocks, clauses), [blocks, clauses])
  const marks = useMemo(() => fieldMarks(document), [document])
  const current = clauseOfAnchor(clauses, anchor)
  useAnchor(document.id, current ?? anchor, !fetching)
  const pathTo = usePathTo()
  return (
    <div className={styles.view}>
      <PageTitle of={document.title} />
      <header className={styles.head}>
        <h1 lang="zh-CN">{document.title}</h1>
        <Tools document={document} source={source} />
        <HeaderFacts document={document} onLight={lightField} />
        <Notices notices={document.notices} />
        {/* on paper, where this can be had again */}
        <p className={styles.origin}>{`${location.origin}${pathOf(document.id)}`}</p>
      </header>
      {document.text === null ? (
        <p className={styles.notHeld}>
          {words.notHeld} <Link to={`/?q=${encodeURIComponent(document.title)}`}>{words.find}</Link>
        </p>
      ) : (
        <>
          <details className={styles.outline} open={isWide()}>
            <summary>{words.outline}</summary>
            <Outline items={outline} label={words.outline} current={current ?? anchor} />
          </details>
          <ReadingText
            document={document}
            blocks={blocks}
            clauses={clauses}
            marks={marks}
            field={field}
            current={current}
            source={source}
            beside={parameters.get('beside')}
            pair={parameters.get('pair') ?? ''}
            pathTo={pathTo}
          />
        </>
      )}
      {error === undefined ? null : <ErrorNote error={error} retry={retry} />}
      {fetching && data !== undefined ? (
        <p role="status" className={styles.soft}>
          {fill(words.reading, { count: clauses.length, total: data.total })}
        </p>
      ) : null}
    </div>
  )
}

const NO_CLAUSES: readonly ReadClause[] = []

/** Whether there is room for the outline beside the text; it starts folded where there is none. */
function isWide(): boolean {
  return matchMedia('(min-width: 64rem)').matches
}

function Tools({ document, source }: { readonly document: ReadDocument; readonly source: boolean }) {
  const words = useWords(WORDS)
  const { pathname } = useLocation()
  const [parameters] = useSearchParams()
  const other = write(parameters, { text: source ? null : AS_IN_FILE })
  return (
    <div className={styles.tools} data-screen-only>
      <CiteMenu id={document.id} reference={document.reference} document={document.id} />
      <Link to={graphPath(document.id)}>{words.graph}</Link>
      {document.ingested ? (
        <>
          <Link to={matrixPath(document.id)}>{words.matrix}</Link>
          <Link to={`${pathname}?${other}`} preventScrollReset>
            {source ? words.normalised : words.source}
          </Link>
        </>
      ) : null}
    </div>
  )
}

/** Addresses of clauses, with the panel of counterparts open or not; the same function while the reader goes about. */
function usePathTo(): (clause: string, pair: string | null) => string {
  const [parameters] = useSearchParams()
  const text = parameters.get('text')
  return useCallback(
    (clause, pair) => {
      const beside = pair === null ? null : clause
      const query = `${write(new URLSearchParams(), { text, beside, pair })}`
      return query === '' ? pathOf(clause) : `${pathOf(clause)}?${query}`
    },
    [text],
  )
}
