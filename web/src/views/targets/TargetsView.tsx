import { Link } from 'react-router'
import { Await } from '../../components/Await.tsx'
import { useAllPages } from '../../core/allPages.ts'
import { usePreferences } from '../../core/preferences.tsx'
import { fill, useWords, type Words } from '../../core/words.ts'
import { groupTargets, sortTargets } from './arrange.ts'
import { TargetFilters } from './TargetFilters.tsx'
import { TargetGroups } from './TargetGroups.tsx'
import styles from './TargetsView.module.css'
import { TargetTable } from './TargetTable.tsx'
import { exportPath, useTargetsAddress } from './targetsAddress.ts'
import { MAX_TARGETS, readTargets, type Target } from './targetsQuery.ts'

const WORDS = {
  title: ['目标', 'Targets'],
  lead: [
    '文件里写明的数值、期限、奖补和上限，每一条都连着原文。',
    'The figures, deadlines, rewards and caps that the documents set, each linked to its words.',
  ],
  list: ['逐条列出', 'As a list'],
  grouped: ['按指标比较各地', 'By metric, to compare places'],
  display: ['排列方式', 'Arrangement'],
  count: ['共 {total} 项', '{total} targets'],
  reading: ['已读到 {read} / {total} 项…', '{read} of {total} read…'],
  capped: [
    '共 {total} 项，只列出前 {read} 项；请用筛选缩小范围。',
    '{total} targets, only the first {read} are listed; narrow them down with the filters.',
  ],
  none: ['没有符合筛选的目标。', 'No target fits the filters.'],
  clear: ['清除筛选', 'Clear the filters'],
  export: ['导出', 'Export'],
} as const satisfies Record<string, Words>

const FORMATS = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['md', 'Markdown'],
] as const

/** All targets of the corpus: filtered by the service, sorted or grouped by metric here. */
export default function TargetsView() {
  const words = useWords(WORDS)
  const { filter, order, to } = useTargetsAddress()
  const { language } = usePreferences()
  const asked = useAllPages<Target>(
    `${order.grouped} ${JSON.stringify(filter)}`,
    (client, after) => readTargets(client, filter, order.grouped, after),
    MAX_TARGETS,
  )
  return (
    <>
      <title>{`${words.title} · 政脉`}</title>
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <TargetFilters />
      <div className={styles.bar} data-screen-only>
        <nav className={styles.switch} aria-label={words.display}>
          <Link to={to({ group: null })} aria-current={order.grouped ? undefined : 'true'}>
            {words.list}
          </Link>
          <Link to={to({ group: 'metric' })} aria-current={order.grouped ? 'true' : undefined}>
            {words.grouped}
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
            <Listed targets={items} />
          </>
        )}
      </Await>
    </>
  )
}

function Listed({ targets }: { readonly targets: readonly Target[] }) {
  const words = useWords(WORDS)
  const { order, to, filter } = useTargetsAddress()
  if (targets.length === 0) {
    return (
      <p>
        {words.none}{' '}
        <Link to={to(Object.fromEntries(Object.keys(filter).map((name) => [name, null])))}>
          {words.clear}
        </Link>
      </p>
    )
  }
  return order.grouped ? (
    <TargetGroups groups={groupTargets(targets)} />
  ) : (
    <TargetTable targets={sortTargets(targets, order.sort, order.direction)} />
  )
}
