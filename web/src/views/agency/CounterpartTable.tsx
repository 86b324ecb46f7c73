import { Link } from 'react-router'
import { Enum } from '../../components/Enum.tsx'
import { LEVELS } from '../../core/labels.ts'
import { pathOf } from '../../core/paths.ts'
import { useWords, type Words } from '../../core/words.ts'
import type { Agency } from './agenciesQuery.ts'
import { byFunction } from './arrange.ts'
import styles from './CounterpartTable.module.css'

const WORDS = {
  caption: ['各级对口部门', 'Counterparts by level'],
  function: ['职能', 'Function'],
  none: ['库中无', 'none held'],
  empty: ['所列部门的职能都不详。', 'No function of these agencies is known.'],
} as const satisfies Record<string, Words>

/** One row a function, one column a level: who is whose counterpart, and at which level the corpus names nobody. */
export function CounterpartTable({ agencies }: { readonly agencies: readonly Agency[] }) {
  const words = useWords(WORDS)
  const rows = byFunction(agencies)
  if (rows.length === 0) return <p>{words.empty}</p>
  const levels = Object.keys(LEVELS).filter((level) => rows.some((row) => row.agencies.has(level)))
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.function}</th>
            {levels.map((level) => (
              <th key={level} scope="col">
                <Enum table={LEVELS} value={level} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.function}>
              <th scope="row">{row.function}</th>
              {levels.map((level) => {
                const own = row.agencies.get(level) ?? []
                return own.length === 0 ? (
                  <td key={level} className={styles.none}>
                    {words.none}
                  </td>
                ) : (
                  <td key={level}>
                    {own.map((agency) => (
                      <Link key={agency.id} to={pathOf(agency.id)}>
                        {agency.name}
                      </Link>
                    ))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
