import { usePreferences } from '../core/preferences.tsx'
import { useWords, type Words } from '../core/words.ts'
import { LinkSwitch, type SwitchState } from './LinkSwitch.tsx'
import styles from './ListBar.module.css'

const WORDS = {
  arrangement: ['排列方式', 'Arrangement'],
  export: ['导出', 'Export'],
} as const satisfies Record<string, Words>

/** What a list can be had as, and what that is called. */
const FORMATS = { xlsx: 'Excel', csv: 'CSV', md: 'Markdown' } as const
export type ListFormat = keyof typeof FORMATS

/** The arrangements of a list, and the list as a file. */
export function ListBar({
  arrangements,
  formats,
  exportPath,
}: {
  readonly arrangements: readonly SwitchState[]
  readonly formats: readonly ListFormat[]
  readonly exportPath: (format: ListFormat, language: 'zh' | 'en') => string
}) {
  const words = useWords(WORDS)
  const { language } = usePreferences()
  return (
    <div className={styles.bar} data-screen-only>
      <LinkSwitch label={words.arrangement} states={arrangements} />
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
