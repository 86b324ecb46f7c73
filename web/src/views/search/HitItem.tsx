import { Link, useSearchParams } from 'react-router'
import { ClauseCard } from '../../components/ClauseCard.tsx'
import { CopyButton } from '../../components/CopyButton.tsx'
import { Marked } from '../../components/Marked.tsx'
import { write } from '../../core/addressState.ts'
import { pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './HitItem.module.css'
import { searchTo } from './searchAddress.ts'
import type { Hit } from './searchQuery.ts'
import { WhyTable } from './WhyTable.tsx'

const WORDS = {
  why: ['为什么', 'Why'],
  whyThis: ['为什么找到 {clause}', 'Why {clause} was found'],
  copy: ['复制引用', 'Copy citation'],
} as const satisfies Record<string, Words>

/** A hit; its ranks fold out below it, and the address says so. */
export function HitItem({ hit, shown }: { readonly hit: Hit; readonly shown: boolean }) {
  const words = useWords(WORDS)
  const [parameters] = useSearchParams()
  const { clause, highlight } = hit
  const name = clause.label + (clause.title ?? '')
  return (
    <li className={styles.hit}>
      <ClauseCard clause={clause} passage={<Marked text={highlight} />}>
        <CopyButton text={`${clause.reference}\n${location.origin}${pathOf(clause.id)}`}>
          {words.copy}
        </CopyButton>
        <Link
          to={searchTo(write(parameters, { why: shown ? null : clause.id }))}
          replace
          preventScrollReset
          aria-label={fill(words.whyThis, { clause: name })}
          aria-expanded={shown}
        >
          {words.why} <span aria-hidden="true">{shown ? '▴' : '▾'}</span>
        </Link>
      </ClauseCard>
      {shown ? <WhyTable hit={hit} /> : null}
    </li>
  )
}
