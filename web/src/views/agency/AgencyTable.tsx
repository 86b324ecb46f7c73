import { Link } from 'react-router'
import { Enum } from '../../components/Enum.tsx'
import { RoleBar } from '../../components/RoleBar.tsx'
import { AGENCY_KINDS, LEVELS, ROLES } from '../../core/labels.ts'
import { pathOf } from '../../core/paths.ts'
import { useWords, type Words } from '../../core/words.ts'
import styles from './AgencyTable.module.css'
import type { Agency } from './agenciesQuery.ts'
import { byPlace } from './arrange.ts'

const WORDS = {
  caption: ['部门', 'Agencies'],
  name: ['名称', 'Name'],
  function: ['职能', 'Function'],
  share: ['参与的条款', 'Clauses'],
  unknownPlace: ['地区不详', 'Place unknown'],
} as const satisfies Record<string, Words>

const ROLE_COLUMNS = ['LEAD', 'RESPONSIBLE', 'SUPPORT'] as const

/** Agencies under their places, each with the clauses it leads, answers for and supports. */
export function AgencyTable({ agencies }: { readonly agencies: readonly Agency[] }) {
  const words = useWords(WORDS)
  const rows = agencies.map((agency) => ({ ...agency, counts: countsOf(agency) }))
  const most = Math.max(...rows.map(({ counts }) => counts.LEAD + counts.RESPONSIBLE + counts.SUPPORT))
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.function}</th>
          {ROLE_COLUMNS.map((role) => (
            <th key={role} scope="col" className={styles.number}>
              <Enum table={ROLES} value={role} />
            </th>
          ))}
          <th scope="col" className={styles.share}>
            {words.share}
          </th>
        </tr>
      </thead>
      {byPlace(rows, Object.keys(LEVELS)).map(({ place, agencies: own }) => (
        <tbody key={place?.id ?? ''}>
          <tr>
            <th scope="rowgroup" colSpan={6} className={styles.place}>
              {place === null ? words.unknownPlace : <Link to={pathOf(place.id)}>{place.name}</Link>}
              <span>
                {/* the nation is its level */}
                {place === null || place.level === 'NATIONAL' ? null : (
                  <Enum table={LEVELS} value={place.level} />
                )}{' '}
                {own.length}
              </span>
            </th>
          </tr>
          {own.map((agency) => (
            <tr key={agency.id}>
              <th scope="row" className={styles.name}>
                <Link to={pathOf(agency.id)}>{agency.name}</Link>
                {agency.kind === 'BODY' ? null : (
                  <span className={styles.kind}>
                    <Enum table={AGENCY_KINDS} value={agency.kind} />
                  </span>
                )}
                {agency.officialName === null || agency.officialName === agency.name ? null : (
                  <span className={styles.official}>{agency.officialName}</span>
                )}
              </th>
              <td>{agency.function ?? '—'}</td>
              {ROLE_COLUMNS.map((role) => (
                <td key={role} className={styles.number}>
                  {agency.counts[role] === 0 ? (
                    <span className={styles.zero}>0</span>
                  ) : (
                    <Link to={`${pathOf(agency.id)}?role=${role}`}>{agency.counts[role]}</Link>
                  )}
                </td>
              ))}
              <td className={styles.share}>
                <RoleBar counts={agency.counts} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

const countsOf = ({ lead, responsible, support }: Agency) => ({
  LEAD: lead.totalCount,
  RESPONSIBLE: responsible.totalCount,
  SUPPORT: support.totalCount,
})
