import { Link } from 'react-router'
import { Await } from '../../components/Await.tsx'
import { useAllPages } from '../../core/allPages.ts'
import { usePreferences } from '../../core/preferences.tsx'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './AgenciesView.module.css'
import { AgencyFilters } from './AgencyFilters.tsx'
import { AgencyTable } from './AgencyTable.tsx'
import { exportPath, useAgenciesAddress } from './agenciesAddress.ts'
import { type Agency, MAX_AGENCIES, readAgencies } from './agenciesQuery.ts'
import { CounterpartTable } from './CounterpartTable.tsx'

const WORDS = {
  title: ['部门', 'Agencies'],
  lead: [
    '文件中出现的机构：谁牵头、谁负责、谁配合，各级对口的是谁。',
    'The agencies that the documents name: who leads, who is responsible, who supports, and who is the counterpart at each level.',
  ],
  display: ['排列方式', 'Arrangement'],
  byPlace: ['按地区', 'By place'],
  byFunction: ['按职能对口', 'Counterparts by function'],
  count: ['共 {total} 个', '{total} agencies'],
  reading: ['已读到 {read} / {total} 个…', '{read} of {total} read…'],
  capped: [
    '共 {total} 个，只列出前 {read} 个；请用筛选缩小范围。',
    '{total} agencies, only the first {read} are listed; narrow them down with the filters.',
  ],
  none: ['没有符合筛选的部门。', 'No agency fits the filters.'],
  clear: ['清除筛选', 'Clear the filters'],
  export: ['导出', 'Export'],
} as const satisfies Record<string, Words>

const FORMATS = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['md', 'Markdown'],
] as const

/** All agencies of the corpus, by place or side by side by function. */
export default function AgenciesView() {
  const words = useWords(WORDS)
  const { filter, byFunction, to } = useAgenciesAddress()
  const { language } = usePreferences()
  const asked = useAllPages<Agency>(
    JSON.stringify(filter),
    (client, after) => readAgencies(client, filter, after),
    MAX_AGENCIES,
  )
  return (
    <>
      <title>{`${words.title} · 政脉`}</title>
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <AgencyFilters agencies={asked.data?.items ?? []} />
      <div className={styles.bar} data-screen-only>
        <nav className={styles.switch} aria-label={words.display}>
          <Link to={to({ view: null })} aria-current={byFunction ? undefined : 'true'}>
            {words.byPlace}
          </Link>
          <Link to={to({ view: 'function' })} aria-current={byFunction ? 'true' : undefined}>
            {words.byFunction}
          </Link>
        </nav>
        <span className={styles.exports}>
          {words.export}
          {FORMATS.map(([format, name]) => (
            <a key={format} href={exportPath(format, filter, language)} download="">
              {name}
            </a>
          ))}
        </span>
      </div>
      <Await asked={asked} retry={asked.retry}>
        {({ items, total }) => (
          <>
            <p role="status" className={styles.count}>
              {asked.fetching
                ? fill(words.reading, { read: items.length, total })
                : fill(items.length < total ? words.capped : words.count, { read: items.length, total })}
            </p>
            {items.length === 0 ? (
              <p>
                {words.none}{' '}
                <Link to={to(Object.fromEntries(Object.keys(filter).map((name) => [name, null])))}>
                  {words.clear}
                </Link>
              </p>
            ) : byFunction ? (
              <CounterpartTable agencies={items} />
            ) : (
              <AgencyTable agencies={items} />
            )}
          </>
        )}
      </Await>
    </>
  )
}
