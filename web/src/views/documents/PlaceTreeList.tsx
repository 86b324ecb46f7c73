import { Link } from 'react-router'
import { DocumentLine } from '../../components/DocumentLine.tsx'
import { LEVELS } from '../../core/labels.ts'
import { matrixPath, pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import type { DocumentItem } from './documentsQuery.ts'
import styles from './PlaceTreeList.module.css'
import { growTree, type PlaceBranch } from './placeTree.ts'

const WORDS = {
  elsewhere: ['地区不明', 'Place unknown'],
  count: ['{count} 份', '{count}'],
  upper: ['上位', 'Implements'],
  lower: ['{count} 份文件落实它', 'implemented by {count}'],
} as const satisfies Record<string, Words>

/** 国家 → 省 → 市 → 县: each place folds its documents and the places below it. */
export function PlaceTreeList({ documents }: { readonly documents: readonly DocumentItem[] }) {
  const words = useWords(WORDS)
  const { roots, elsewhere } = growTree(documents)
  return (
    <div className={styles.tree}>
      {roots.map((branch) => (
        <Branch key={branch.place.id} branch={branch} />
      ))}
      {elsewhere.length === 0 ? null : (
        <details open className={styles.branch}>
          <summary>
            {words.elsewhere}{' '}
            <span className={styles.count}>{fill(words.count, { count: elsewhere.length })}</span>
          </summary>
          <Documents documents={elsewhere} />
        </details>
      )}
    </div>
  )
}

function Branch({ branch }: { readonly branch: PlaceBranch<DocumentItem> }) {
  const words = useWords(WORDS)
  const levels = useWords(LEVELS)
  const { place, documents, below, count } = branch
  return (
    <details open className={styles.branch} data-level={place.level}>
      <summary>
        <span lang="zh-CN">{place.name}</span>
        {/* the nation is its level */}
        {place.level === 'NATIONAL' ? null : <span className={styles.level}>{levels[place.level]}</span>}
        <span className={styles.count}>{fill(words.count, { count })}</span>
      </summary>
      <Documents documents={documents} />
      {below.map((each) => (
        <Branch key={each.place.id} branch={each} />
      ))}
    </details>
  )
}

function Documents({ documents }: { readonly documents: readonly DocumentItem[] }) {
  const words = useWords(WORDS)
  return (
    <ul className={styles.documents}>
      {documents.map((document) => {
        const lower = document.implementedBy.totalCount
        return (
          <li key={document.id} data-cited={document.ingested ? undefined : ''}>
            <DocumentLine document={document} withPlace={false} />
            {document.implements.map((upper) => (
              <p key={upper.id} className={styles.link}>
                <span>↑ {words.upper}</span>{' '}
                <Link to={pathOf(upper.id)} lang="zh-CN">
                  {upper.number ?? `《${upper.title}》`}
                </Link>
              </p>
            ))}
            {lower === 0 ? null : (
              <p className={styles.link}>
                {document.ingested ? (
                  <Link to={matrixPath(document.id)}>↓ {fill(words.lower, { count: lower })}</Link>
                ) : (
                  <span>↓ {fill(words.lower, { count: lower })}</span>
                )}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
