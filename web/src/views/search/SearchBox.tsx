import { type FormEvent, type RefObject, useEffect, useId } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { useWords, type Words } from '../../core/words.ts'
import { graphql } from '../../gql/graphql.ts'
import styles from './SearchBox.module.css'
import { changed, MODES, readAddress, searchTo } from './searchAddress.ts'

const WORDS = {
  box: ['问题或关键词', 'Question or words'],
  placeholder: ['例如：哪些事项由市科技局牵头？', 'in Chinese, e.g. 哪些事项由市科技局牵头？'],
  go: ['检索', 'Search'],
  mode: ['检索方式', 'Mode'],
  HYBRID: ['综合', 'Combined'],
  SEMANTIC: ['按含义', 'By meaning'],
  KEYWORD: ['按字词', 'By words'],
  off: ['（未开启）', ' (off)'],
  keys: [
    '按 / 回到输入框，j、k 在结果间移动，回车打开',
    'Press / for the box, j and k to move between results, Enter to open',
  ],
} as const satisfies Record<string, Words>

const SEMANTIC = graphql(`
  query SemanticOn {
    statistics {
      semantic
    }
  }
`)

/** Where the question is typed. Conditions that are on stay on. */
export function SearchBox({ box }: { readonly box: RefObject<HTMLInputElement | null> }) {
  const words = useWords(WORDS)
  const help = useId()
  const navigate = useNavigate()
  const [parameters] = useSearchParams()
  const { query, mode } = readAddress(parameters)
  const [{ data }] = useQuery({ query: SEMANTIC })
  // another address, e.g. by the back button, brings its own question
  useEffect(() => {
    if (box.current !== null) box.current.value = query
  }, [box, query])
  const keywordOnly = data?.statistics.semantic === false
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const [q, chosen] = [String(fields.get('q') ?? '').trim(), String(fields.get('mode'))]
    navigate(searchTo(changed(parameters, { q, mode: chosen === 'HYBRID' ? null : chosen })))
  }
  return (
    <search>
      <form className={styles.form} action="/" onSubmit={go}>
        <input
          ref={box}
          className={styles.box}
          type="search"
          name="q"
          defaultValue={query}
          lang="zh-CN"
          aria-label={words.box}
          aria-describedby={help}
          aria-keyshortcuts="/"
          placeholder={words.placeholder}
          enterKeyHint="search"
          autoComplete="off"
          maxLength={1000}
        />
        <select
          key={mode}
          className={styles.mode}
          name="mode"
          aria-label={words.mode}
          defaultValue={mode}
          onChange={({ target }) => target.form?.requestSubmit()}
        >
          {MODES.map((each) => (
            <option key={each} value={each} disabled={keywordOnly && each === 'SEMANTIC'}>
              {words[each]}
              {keywordOnly && each !== 'KEYWORD' ? words.off : ''}
            </option>
          ))}
        </select>
        <button className={styles.go} type="submit" data-primary>
          {words.go}
        </button>
      </form>
      <p id={help} className={styles.keys} data-screen-only>
        {words.keys}
      </p>
    </search>
  )
}
