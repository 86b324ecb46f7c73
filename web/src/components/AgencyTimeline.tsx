import { Link } from 'react-router'
import { pathOf } from '../core/paths.ts'
import { useWords, type Words } from '../core/words.ts'
import styles from './AgencyTimeline.module.css'
import type { Duty } from './agencyQuery.ts'
import { byDocument } from './duties.ts'
import { RoleBar } from './RoleBar.tsx'

const WORDS = {
  heading: ['时间线', 'Timeline'],
  undated: ['日期不详', 'undated'],
} as const satisfies Record<string, Words>

/** The documents that name an agency, newest first, with how much it does in each. */
export function AgencyTimeline({ duties }: { readonly duties: readonly Duty[] }) {
  const words = useWords(WORDS)
  const documents = byDocument(duties)
  if (documents.length === 0) return null
  const most = Math.max(...documents.map((each) => each.duties.length))
  return (
    <section>
      <h2>{words.heading}</h2>
      <ol className={styles.line}>
        {documents.map(({ document, duties: own, counts }) => (
          <li key={document.id}>
            <time className={styles.date} dateTime={document.issuedOn ?? undefined}>
              {document.issuedOn ?? words.undated}
            </time>
            <Link to={pathOf(document.id)} title={own[0]!.clause.document.title}>
              {own[0]!.clause.document.number ?? own[0]!.clause.document.title}
            </Link>
            <RoleBar counts={counts} most={most} />
          </li>
        ))}
      </ol>
    </section>
  )
}
