import { FilteredList } from '../../components/FilteredList.tsx'
import { ListBar } from '../../components/ListBar.tsx'
import { useAllPages } from '../../core/allPages.ts'
import { useWords, type Words } from '../../core/words.ts'
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
  byPlace: ['按地区', 'By place'],
  byFunction: ['按职能对口', 'Counterparts by function'],
  count: ['共 {total} 个', '{total} agencies'],
  reading: ['已读到 {read} / {total} 个…', '{read} of {total} read…'],
  capped: [
    '共 {total} 个，只列出前 {read} 个；请用筛选缩小范围。',
    '{total} agencies, only the first {read} are listed; narrow them down with the filters.',
  ],
  none: ['没有符合筛选的部门。', 'No agency fits the filters.'],
} as const satisfies Record<string, Words>

/** All agencies of the corpus, by place or side by side by function. */
export default function AgenciesView() {
  const words = useWords(WORDS)
  const { filter, byFunction, to } = useAgenciesAddress()
  const asked = useAllPages<Agency>(
    JSON.stringify(filter),
    (client, after) => readAgencies(client, filter, after),
    MAX_AGENCIES,
  )
  return (
    <FilteredList
      {...{ words, asked, filter }}
      controls={
        <>
          <ListBar
            arrangements={[
              { words: words.byPlace, to: to({ view: null }), current: !byFunction },
              { words: words.byFunction, to: to({ view: 'function' }), current: byFunction },
            ]}
            formats={['xlsx', 'csv', 'md']}
            exportPath={(format, language) => exportPath(format, filter, language)}
          />
          <AgencyFilters agencies={asked.data?.items ?? []} />
        </>
      }
    >
      {(agencies) =>
        byFunction ? <CounterpartTable agencies={agencies} /> : <AgencyTable agencies={agencies} />
      }
    </FilteredList>
  )
}
