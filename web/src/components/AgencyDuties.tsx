import { Link } from 'react-router'
import { useAddress } from '../core/addressState.ts'
import { ROLES } from '../core/labels.ts'
import { pathOf } from '../core/paths.ts'
import { fill, useWords, type Words } from '../core/words.ts'
import styles from './AgencyDuties.module.css'
import type { Duty } from './agencyQuery.ts'
import { byDocument, countRoles, ROLES_SHOWN, type Role } from './duties.ts'
import { Enum } from './Enum.tsx'

const WORDS = {
  heading: ['职责', 'Duties'],
  roles: ['职责的类别', 'Roles'],
  all: ['全部', 'All'],
  none: ['文件中没有写明它的职责。', 'No document names a duty of it.'],
  noneOfRole: ['没有这一类职责。', 'It has no duty of this sort.'],
  capped: ['共 {total} 条，列出前 {read} 条。', '{total} in all, the first {read} are listed.'],
  printed: ['原文写作“{printed}”', 'printed as “{printed}”'],
  NOTE: ['条款责任分工', 'note of the clause'],
  LEDGER: ['工作台账', 'ledger'],
  SECTION_NOTE: ['整节责任分工', 'note of the section'],
  DOCUMENT_NOTE: ['全文责任分工', 'note of the document'],
  RUNNING_TEXT: ['正文', 'running text'],
  MODEL: ['模型识别', 'read by a model'],
} as const satisfies Record<string, Words>

/** Clauses that an agency takes part in, by role in counted tabs, under the documents they stand in. */
export function AgencyDuties({
  name,
  duties,
  total,
}: {
  readonly name: string
  readonly duties: readonly Duty[]
  readonly total: number
}) {
  const words = useWords(WORDS)
  const chosen = useAddress().parameters.get('role')
  const role = ROLES_SHOWN.find((each) => each === chosen) ?? null
  const counts = countRoles(duties)
  const shown = role === null ? duties : duties.filter((duty) => duty.role === role)
  return (
    <section>
      <h2>{words.heading}</h2>
      <nav className={styles.tabs} aria-label={words.roles}>
        <Tab of={null} chosen={role} count={duties.length} />
        {ROLES_SHOWN.map((each) => (
          <Tab key={each} of={each} chosen={role} count={counts[each]} />
        ))}
      </nav>
      {duties.length < total ? (
        <p className={styles.soft}>{fill(words.capped, { total, read: duties.length })}</p>
      ) : null}
      {shown.length === 0 ? <p>{duties.length === 0 ? words.none : words.noneOfRole}</p> : null}
      {byDocument(shown).map(({ document, duties: own }) => (
        <section key={document.id} className={styles.document}>
          <h3>
            <Link to={pathOf(document.id)}>{own[0]!.clause.document.title}</Link>
            <span>
              {[own[0]!.clause.document.number, own[0]!.clause.document.jurisdiction?.name, document.issuedOn]
                .filter((fact) => fact != null)
                .join(' · ')}
            </span>
          </h3>
          <ul>
            {own.map((duty) => (
              <DutyLine key={`${duty.clause.id} ${duty.role} ${duty.printed}`} duty={duty} name={name} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function DutyLine({ duty, name }: { readonly duty: Duty; readonly name: string }) {
  const words = useWords(WORDS)
  const { clause, role, printed, origin } = duty
  return (
    <li>
      <span className={styles.role} data-role={role}>
        <Enum table={ROLES} value={role} />
      </span>
      <Link to={pathOf(clause.id)}>{`${clause.label}${clause.title ?? ''}`}</Link>
      <span className={styles.soft}>
        {words[origin]}
        {printed === name ? '' : ` · ${fill(words.printed, { printed })}`}
      </span>
    </li>
  )
}

function Tab({
  of,
  chosen,
  count,
}: {
  readonly of: Role | null
  readonly chosen: Role | null
  readonly count: number
}) {
  const words = useWords(WORDS)
  return (
    <Link
      to={of === null ? '?' : `?role=${of}`}
      aria-current={of === chosen ? 'true' : undefined}
      preventScrollReset
    >
      {of === null ? words.all : <Enum table={ROLES} value={of} />} <span>{count}</span>
    </Link>
  )
}
