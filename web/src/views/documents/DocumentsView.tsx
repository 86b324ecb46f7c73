import { Await } from '../../components/Await.tsx'
import { ListBar } from '../../components/ListBar.tsx'
import { PageTitle } from '../../components/PageTitle.tsx'
import { useAllPages } from '../../core/allPages.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { DocumentFilters } from './DocumentFilters.tsx'
import styles from './DocumentsView.module.css'
import { ARRANGEMENTS, exportPath, useDocumentsAddress } from './documentsAddress.ts'
import { type DocumentItem, MAX_DOCUMENTS, readDocuments } from './documentsQuery.ts'
import { PlaceTreeList } from './PlaceTreeList.tsx'
import { TimelineTable } from './TimelineTable.tsx'
import { WantedTable } from './WantedTable.tsx'

const WORDS = {
  title: ['文件', 'Documents'],
  lead: [
    '收录的文件，以及它们引用了、但还没有收录的文件。',
    'The documents held, and those that they cite but that are not held.',
  ],
  places: ['按层级地区', 'By place'],
  timeline: ['时间线', 'Timeline'],
  wanted: ['待收录清单', 'Want-list'],
  count: ['共 {total} 份', '{total} documents'],
  held: ['收录 {held}，只被引用 {cited}', '{held} held, {cited} only cited'],
  reading: ['已读到 {read} / {total} 份…', '{read} of {total} read…'],
  capped: [
    '共 {total} 份，只列出前 {read} 份；请用筛选缩小范围。',
    '{total} documents, only the first {read} are listed; narrow them down with the filters.',
  ],
  none: ['没有符合筛选的文件。', 'No document fits the filters.'],
} as const satisfies Record<string, Words>

/** The documents: under their places, along time, and those still wanted. */
export default function DocumentsView() {
  const words = useWords(WORDS)
  const { arrangement, filter, to } = useDocumentsAddress()
  return (
    <>
      <PageTitle of={words.title} />
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <ListBar
        arrangements={ARRANGEMENTS.map((each) => ({
          words: words[each],
          to: to({ show: each === 'places' ? null : each }),
          current: arrangement === each,
        }))}
        formats={['xlsx', 'csv']}
        exportPath={(format, language) =>
          exportPath(arrangement === 'wanted' ? 'wanted' : 'documents', format, filter, language)
        }
      />
      {arrangement === 'wanted' ? (
        <WantedTable />
      ) : (
        <>
          <DocumentFilters />
          <Documents />
        </>
      )}
    </>
  )
}

function Documents() {
  const words = useWords(WORDS)
  const { arrangement, filter } = useDocumentsAddress()
  const asked = useAllPages<DocumentItem>(
    JSON.stringify(filter),
    (client, after) => readDocuments(client, filter, after),
    MAX_DOCUMENTS,
  )
  return (
    <Await asked={asked} retry={asked.retry}>
      {({ items, total }) => {
        const held = items.filter(({ ingested }) => ingested).length
        return (
          <>
            <p className={styles.count} role="status">
              {total > items.length
                ? fill(asked.fetching ? words.reading : words.capped, { total, read: items.length })
                : fill(words.count, { total })}
              <span>{fill(words.held, { held, cited: items.length - held })}</span>
            </p>
            {items.length === 0 ? (
              <p>{words.none}</p>
            ) : arrangement === 'timeline' ? (
              <TimelineTable documents={items} />
            ) : (
              <PlaceTreeList documents={items} />
            )}
          </>
        )
      }}
    </Await>
  )
}
