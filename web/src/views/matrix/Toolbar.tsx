import { Link } from 'react-router'
import { LinkSwitch } from '../../components/LinkSwitch.tsx'
import { usePreferences } from '../../core/preferences.tsx'
import { useWords, type Words } from '../../core/words.ts'
import { AddDocument } from './AddDocument.tsx'
import { ASKS_TARGETS, FILTERS, type Filter } from './cells.ts'
import { EXPORT_FORMATS, exportPath } from './exportPath.ts'
import { CHANGES, useMatrixAddress } from './matrixAddress.ts'
import type { Matrix } from './matrixQuery.ts'
import styles from './Toolbar.module.css'

const WORDS = {
  show: ['显示条款', 'Clauses shown'],
  all: ['全部', 'All'],
  gaps: ['只看缺口', 'Gaps'],
  nowhere: ['都没有对应', 'No counterpart at all'],
  stricter: ['只看更严或更早', 'Stricter or earlier'],
  looser: ['只看更宽或更晚', 'Looser or later'],
  minScore: ['最低匹配度', 'Least score'],
  any: ['不限', 'any'],
  export: ['导出', 'Export'],
  xlsx: ['Excel', 'Excel'],
  csv: ['CSV', 'CSV'],
  md: ['Markdown', 'Markdown'],
  html: ['报告', 'Report'],
  reset: ['恢复自动选择的文件', 'Back to the documents found'],
} as const satisfies Record<string, Words>

/** Links below 0.5 are topics, those from 0.5 measures, from 0.75 sure ones. */
const LEAST_SCORES = ['0.3', '0.5', '0.75']

export function Toolbar({
  matrix,
  counts,
  compared,
}: {
  readonly matrix: Matrix
  /** Whether it is known already how targets compare. */
  readonly compared: boolean
  readonly counts: Readonly<Record<Filter, number>>
}) {
  const words = useWords(WORDS)
  const { language } = usePreferences()
  const { address, to, go } = useMatrixAddress()
  return (
    <div className={styles.bar} data-screen-only>
      {matrix.columns.totalCount === 0 ? null : (
        <>
          <LinkSwitch
            label={words.show}
            states={FILTERS.map((filter) => ({
              words: words[filter],
              count: compared || !ASKS_TARGETS.has(filter) ? counts[filter] : '…',
              to: to(CHANGES.filter(filter)),
              current: filter === address.filter,
            }))}
          />
          <label className={styles.score}>
            {words.minScore}{' '}
            <select
              value={address.minScore === null ? '' : String(address.minScore)}
              onChange={({ target }) => go(CHANGES.minScore(target.value))}
            >
              <option value="">{words.any}</option>
              {LEAST_SCORES.map((score) => (
                <option key={score} value={score}>
                  ≥ {score}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      <AddDocument matrix={matrix} />
      {address.lower === null ? null : <Link to={to(CHANGES.lower([]))}>{words.reset}</Link>}
      {matrix.columns.totalCount === 0 ? null : (
        <span className={styles.exports}>
          {words.export}
          {EXPORT_FORMATS.map((format) => (
            <a
              key={format}
              href={exportPath(format, matrix.upper.id, address, language)}
              {...(format === 'html' ? { target: '_blank', rel: 'noopener' } : { download: '' })}
            >
              {words[format]}
            </a>
          ))}
        </span>
      )}
    </div>
  )
}
