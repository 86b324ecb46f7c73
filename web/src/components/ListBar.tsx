import { Link, type To } from 'react-router'
import { usePreferences } from '../core/preferences.tsx'
import { useWords, type Words } from '../core/words.ts'
import styles from './ListBar.module.css'

const WORDS = {
  arrangement: ['排列方式', 'Arrangement'],
  export: ['导出', 'Export'],
} as const satisfies Record<string, Words>

/** What a list can be had as, and what that is called. */
const FORMATS = { xlsx: 'Excel', csv: 'CSV', md: 'Markdown' } as const
export type ListFormat = keyof typeof FORMATS

/** An arrangement of a list: where it is shown, and whether it is the present one. */
export interface Arrangement {
  readonly words: string
  readonly to: To
  readonly current: boolean
}

/** The arrangements of a list, and the list as a file. */
export function ListBar({
  arrangements,
  formats,
  exportPath,
}: {
  readonly arrangements: readonly Arrangement[]
  readonly formats: readonly ListFormat[]
  readonly exportPath: (format: ListFormat, language: 'zh' | 'en') => string
}) {
  const words = useWords(WORDS)
  const { language } = usePreferences()
  return (
    <div className={styles.bar} data-screen-only>
      <nav className={styles.switch} aria-label={words.arrangement}>
        {arrangements.map((each) => (
          <Link key={each.words} to={each.to} aria-current={each.current ? 'true' : undefined}>
            {each.words}
          </Link>
        ))}
      </nav>
      <span className={styles.exports}>
        {words.export}
        {formats.map((format) => (
          <a key={format} href={exportPath(format, language)} download="">
            {FORMATS[format]}
          </a>
        ))}
      </span>
    </div>
  )
}
