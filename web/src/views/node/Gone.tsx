import { Link } from 'react-router'
import { PageTitle } from '../../components/PageTitle.tsx'
import { fill, useWords, type Words } from '../../core/words.ts'

const WORDS = {
  title: ['库中没有这个标识', 'Nothing has this id'],
  why: [
    '{id} 不对应任何文件、条款、部门或地区。它所在的文件可能已被删除，或被新版本替换。',
    '{id} names no document, clause, agency or place. Its document may have been removed or replaced.',
  ],
  search: ['检索“{words}”', 'Search for “{words}”'],
  documents: ['查看全部文件', 'See all documents'],
} as const satisfies Record<string, Words>

/** Says that an id leads nowhere any more, with a way on. */
export function Gone({ id }: { readonly id: string }) {
  const words = useWords(WORDS)
  const guess = searchWords(id)
  return (
    <section role="alert">
      <PageTitle of={words.title} />
      <h1>{words.title}</h1>
      <p>{fill(words.why, { id })}</p>
      <p>
        {guess === '' ? null : (
          <>
            <Link to={`/?q=${encodeURIComponent(guess)}`}>{fill(words.search, { words: guess })}</Link>
            {' · '}
          </>
        )}
        <Link to="/documents">{words.documents}</Link>
      </p>
    </section>
  )
}

/** What of an id a reader would search for: `cn/370800/济政办字/2024/23/…` is 济政办字〔2024〕23号, else its last word. */
function searchWords(id: string): string {
  const number = /^cn\/\d+\/([^/]+)\/(\d{4})\/(\d+)(?:\/|$)/.exec(id)
  if (number !== null) return `${number[1]}〔${number[2]}〕${number[3]}号`
  const last = id.split('/').at(-1) ?? ''
  return /\p{Script=Han}/u.test(last) ? last : ''
}
