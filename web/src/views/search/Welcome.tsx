import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Await } from '../../components/Await.tsx'
import { Chip } from '../../components/Chip.tsx'
import { DocumentLine } from '../../components/DocumentLine.tsx'
import { LEVELS } from '../../core/labels.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { exampleQuestions } from './examples.ts'
import { askTo } from './searchAddress.ts'
import { START, type Start } from './searchQuery.ts'
import styles from './Welcome.module.css'

const WORDS = {
  examples: ['可以这样问', 'Questions one may ask'],
  coverage: ['库中有什么', 'What is held'],
  sum: [
    '{documents} 份文件、{clauses} 条条款，成文日期 {from} 至 {until}。没有收录的文件和地区，这里查不到。',
    '{documents} documents with {clauses} clauses, issued {from} to {until}. What is not held cannot be found here.',
  ],
  undated: ['{count} 份没有写明成文日期。', '{count} bear no date.'],
  documents: ['{count} 份', '{count}'],
  places: ['涉及地区', 'Places'],
  recent: ['最近成文', 'Most recent'],
  all: ['全部文件', 'All documents'],
  empty: [
    '库里还没有文件。请先到“收录”上传政策文件，再来检索。',
    'Nothing is held yet. Hand in documents first, then search.',
  ],
  ingest: ['去收录', 'Ingest documents'],
  keywordOnly: [
    '没有语义模型，目前只按字词检索：请用文件里会出现的词。',
    'There is no semantic model: only words are matched, so use terms as documents print them.',
  ],
} as const satisfies Record<string, Words>

/** What the corpus covers and what one may ask of it; also shown where nothing was found. */
export function Welcome() {
  const words = useWords(WORDS)
  const [asked, ask] = useQuery({ query: START })
  return (
    <Await asked={asked} retry={() => ask({ requestPolicy: 'network-only' })}>
      {(start) =>
        start.statistics.documents === 0 ? (
          <p>
            {words.empty} <Link to="/ingest">{words.ingest}</Link>
          </p>
        ) : (
          <>
            {start.statistics.semantic ? null : <p className={styles.note}>{words.keywordOnly}</p>}
            <Examples start={start} />
            <div className={styles.columns}>
              <Held start={start} />
              <Recent start={start} />
            </div>
          </>
        )
      }
    </Await>
  )
}

function Examples({ start }: { readonly start: Start }) {
  const words = useWords(WORDS)
  const leaders = start.recent.edges
    .flatMap(({ node }) => node.agencies)
    .filter(({ agency }) => agency.kind !== 'CLASS')
    .sort((a, b) => b.lead - a.lead)
  const questions = exampleQuestions({
    places: start.statistics.places,
    products: start.productTypes
      .filter(({ clauses }) => clauses.totalCount > 0)
      .sort((a, b) => b.clauses.totalCount - a.clauses.totalCount)
      .map(({ name }) => name),
    leaders: leaders.map(({ agency }) => agency.name),
  })
  if (questions.length === 0) return null
  return (
    <section className={styles.examples} aria-label={words.examples}>
      <h2>{words.examples}</h2>
      <ul lang="zh-CN">
        {questions.map((question) => (
          <li key={question}>
            <Chip to={askTo(question)}>{question}</Chip>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Held({ start }: { readonly start: Start }) {
  const words = useWords(WORDS)
  const levels = useWords(LEVELS)
  const { documents, clauses, issuedFrom, issuedUntil, undated, places } = start.statistics
  const rows = [
    ['NATIONAL', start.national],
    ['PROVINCIAL', start.provincial],
    ['MUNICIPAL', start.municipal],
    ['COUNTY', start.county],
  ] as const
  return (
    <section aria-label={words.coverage}>
      <h2>{words.coverage}</h2>
      <p>
        {fill(words.sum, { documents, clauses, from: issuedFrom ?? '—', until: issuedUntil ?? '—' })}
        {undated === 0 ? null : fill(words.undated, { count: undated })}
      </p>
      <ul className={styles.levels}>
        {rows.map(([level, { totalCount }]) =>
          totalCount === 0 ? null : (
            <li key={level}>
              <Link to={`/documents?level=${level}`}>{levels[level]}</Link>
              <span>{fill(words.documents, { count: totalCount })}</span>
              <span className={styles.scale} aria-hidden="true">
                <span style={{ inlineSize: `${(100 * totalCount) / documents}%` }} />
              </span>
            </li>
          ),
        )}
      </ul>
      <p className={styles.places}>
        {words.places}：<span lang="zh-CN">{places.join('、')}</span>
      </p>
    </section>
  )
}

function Recent({ start }: { readonly start: Start }) {
  const words = useWords(WORDS)
  return (
    <section aria-label={words.recent}>
      <h2>{words.recent}</h2>
      <ul className={styles.recent}>
        {start.recent.edges.map(({ node }) => (
          <li key={node.id}>
            <DocumentLine document={node} />
          </li>
        ))}
      </ul>
      <p>
        <Link to="/documents">{words.all}</Link>
      </p>
    </section>
  )
}
