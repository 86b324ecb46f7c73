import { Suspense, useEffect, useRef } from 'react'
import { NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { useQuery } from 'urql'
import { type Language, type Theme, usePreferences } from '../core/preferences.tsx'
import { useScrollMemory } from '../core/scrollMemory.ts'
import { fill, useWords, type Words } from '../core/words.ts'
import { graphql } from '../gql/graphql.ts'
import styles from './Shell.module.css'

const WORDS = {
  name: ['政脉', 'Zhengmai'],
  tagline: ['政策条款、部门、目标与落实关系', 'Clauses, agencies, targets and how they are implemented'],
  skip: ['跳到正文', 'Skip to content'],
  views: ['视图', 'Views'],
  search: ['检索', 'Search'],
  documents: ['文件', 'Documents'],
  matrix: ['落实', 'Implementation'],
  graph: ['图谱', 'Graph'],
  agencies: ['部门', 'Agencies'],
  targets: ['目标', 'Targets'],
  ingest: ['收录', 'Ingest'],
  api: ['接口', 'API'],
  language: ['语言', 'Language'],
  theme: ['外观', 'Theme'],
  auto: ['跟随系统', 'System'],
  light: ['浅色', 'Light'],
  dark: ['深色', 'Dark'],
  loading: ['正在打开…', 'Opening…'],
  coverage: [
    '库中有 {documents} 份文件、{clauses} 条条款（{places}），成文日期 {from} 至 {until}；另有 {cited} 份文件只被引用、未收录。',
    '{documents} documents and {clauses} clauses ({places}), issued {from} to {until}; {cited} more are cited but not held.',
  ],
  keywordOnly: [
    '语义检索没有开启，目前只按关键词检索。',
    'Semantic search is off: only keywords are searched.',
  ],
} as const satisfies Record<string, Words>

const VIEWS = [
  { to: '/', words: 'search' },
  { to: '/documents', words: 'documents' },
  { to: '/matrix', words: 'matrix' },
  { to: '/graph', words: 'graph' },
  { to: '/agencies', words: 'agencies' },
  { to: '/targets', words: 'targets' },
  { to: '/ingest', words: 'ingest' },
  { to: '/api', words: 'api' },
] as const

/** What stands around every view: where one can go, how the page looks, and what the corpus covers. */
export function Shell() {
  const words = useWords(WORDS)
  const { language, theme, setLanguage, setTheme } = usePreferences()
  const nav = useCurrentInSight()
  useScrollMemory()
  return (
    <>
      <ScrollRestoration />
      <a className={styles.skip} href="#content">
        {words.skip}
      </a>
      <header className={styles.header}>
        <NavLink className={styles.brand} to="/" title={words.tagline}>
          <img src="/favicon.svg" alt="" width="24" height="24" />
          {words.name}
        </NavLink>
        <nav ref={nav} className={styles.nav} aria-label={words.views}>
          {VIEWS.map((view) => (
            <NavLink key={view.to} to={view.to} end>
              {words[view.words]}
            </NavLink>
          ))}
        </nav>
        <div className={styles.tools}>
          <select
            aria-label={words.language}
            value={language}
            onChange={({ target }) => setLanguage(target.value as Language)}
          >
            <option value="zh">中文</option>
            <option value="en">English</option>
          </select>
          <select
            aria-label={words.theme}
            value={theme}
            onChange={({ target }) => setTheme(target.value as Theme)}
          >
            <option value="auto">{words.auto}</option>
            <option value="light">{words.light}</option>
            <option value="dark">{words.dark}</option>
          </select>
        </div>
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        <Suspense fallback={<p role="status">{words.loading}</p>}>
          <Outlet />
        </Suspense>
      </main>
      <Coverage />
    </>
  )
}

/** Where the navigation does not fit, it is moved so that the present view can be seen in it. */
function useCurrentInSight() {
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path has another link
  useEffect(() => {
    const link = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (nav.current == null || link == null) return
    const [bar, own] = [nav.current.getBoundingClientRect(), link.getBoundingClientRect()]
    nav.current.scrollLeft += Math.min(0, own.left - bar.left) + Math.max(0, own.right - bar.right)
  }, [pathname])
  return nav
}

const COVERAGE = graphql(`
  query Coverage {
    statistics {
      documents
      citedDocuments
      clauses
      places
      issuedFrom
      issuedUntil
      semantic
    }
  }
`)

/** Places named in the line at the foot; the rest is a number. */
const PLACES_NAMED = 6

/** What the corpus holds, so that silence is not taken for absence. */
function Coverage() {
  const words = useWords(WORDS)
  const [{ data }] = useQuery({ query: COVERAGE })
  if (data === undefined) return null
  const { documents, clauses, citedDocuments, places, issuedFrom, issuedUntil, semantic } = data.statistics
  const named = places.slice(0, PLACES_NAMED).join('、')
  return (
    <footer className={styles.footer}>
      <p>
        {fill(words.coverage, {
          ...{ documents, clauses, cited: citedDocuments },
          places: places.length > PLACES_NAMED ? `${named} +${places.length - PLACES_NAMED}` : named,
          from: issuedFrom ?? '—',
          until: issuedUntil ?? '—',
        })}
      </p>
      {semantic ? null : <p>{words.keywordOnly}</p>}
    </footer>
  )
}
