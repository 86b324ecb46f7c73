import { FilteredList } from '../../components/FilteredList.tsx'
import { ListBar } from '../../components/ListBar.tsx'
import { useAllPages } from '../../core/allPages.ts'
import { useWords, type Words } from '../../core/words.ts'
import { groupTargets, sortTargets } from './arrange.ts'
import { TargetFilters } from './TargetFilters.tsx'
import { TargetGroups } from './TargetGroups.tsx'
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
  count: ['共 {total} 项', '{total} targets'],
  reading: ['已读到 {read} / {total} 项…', '{read} of {total} read…'],
  capped: [
    '共 {total} 项，只列出前 {read} 项；请用筛选缩小范围。',
    '{total} targets, only the first {read} are listed; narrow them down with the filters.',
  ],
  none: ['没有符合筛选的目标。', 'No target fits the filters.'],
} as const satisfies Record<string, Words>

/** All targets of the corpus: filtered by the service, sorted or grouped by metric here. */
export default function TargetsView() {
  const words = useWords(WORDS)
  const { filter, order, to } = useTargetsAddress()
  const asked = useAllPages<Target>(
    `${order.grouped} ${JSON.stringify(filter)}`,
    (client, after) => readTargets(client, filter, order.grouped, after),
    MAX_TARGETS,
  )
  return (
    <FilteredList
      {...{ words, asked, filter }}
      controls={
        <>
          <ListBar
            arrangements={[
              { words: words.list, to: to({ group: null }), current: !order.grouped },
              { words: words.grouped, to: to({ group: 'metric' }), current: order.grouped },
            ]}
            formats={['xlsx', 'csv', 'md']}
            exportPath={(format, language) => exportPath(format, filter, language)}
          />
          <TargetFilters />
        </>
      }
    >
      {(targets) =>
        order.grouped ? (
          <TargetGroups groups={groupTargets(targets)} />
        ) : (
          <TargetTable targets={sortTargets(targets, order.sort, order.direction)} />
        )
      }
    </FilteredList>
  )
}
