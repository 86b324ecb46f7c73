import { Link, useLocation, useRouteError } from 'react-router'
import { PageTitle } from '../../components/PageTitle.tsx'
import { fill, useWords, type Words } from '../../core/words.ts'

const WORDS = {
  nowhere: ['没有这个页面', 'There is no such page'],
  nowhereWhy: ['地址 {path} 不对应任何视图。', 'The address {path} leads to no view.'],
  broken: ['这个页面出错了', 'This page failed'],
  brokenWhy: [
    '页面程序出错：{message}。刷新后仍然如此，请把这句话告诉维护者。',
    'The page’s program failed: {message}. If a reload does not help, tell this to the maintainers.',
  ],
  home: ['回到检索', 'Back to search'],
  reload: ['刷新', 'Reload'],
} as const satisfies Record<string, Words>

/** An address that leads nowhere, or a view that failed. */
export function FaultView() {
  const words = useWords(WORDS)
  const { pathname } = useLocation()
  const error = useRouteError()
  const message = error instanceof Error ? error.message : error == null ? null : String(error)
  return (
    <section role="alert">
      <PageTitle of={message === null ? words.nowhere : words.broken} />
      <h1>{message === null ? words.nowhere : words.broken}</h1>
      <p>
        {message === null ? fill(words.nowhereWhy, { path: pathname }) : fill(words.brokenWhy, { message })}
      </p>
      <p>
        <Link to="/">{words.home}</Link>{' '}
        {message === null ? null : (
          <button type="button" onClick={() => location.reload()}>
            {words.reload}
          </button>
        )}
      </p>
    </section>
  )
}
