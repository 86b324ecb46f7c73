import { usePreferences } from '../../core/preferences.tsx'
import { useWords, type Words } from '../../core/words.ts'
import styles from './Legend.module.css'
import { DEADLINE_SIGNS, VERDICT_SIGNS } from './verdictWords.ts'

const WORDS = {
  legend: ['图例', 'Legend'],
  strong: ['同一举措，匹配度 0.75 以上', 'same measure, score from 0.75'],
  measure: ['同一举措', 'same measure'],
  topic: ['≈ 只是同一主题', '≈ same topic only'],
  gap: ['缺：没有对应', 'gap: no counterpart'],
  signs: ['下级目标与上级相比：', 'lower target against the upper one: '],
  confirmed: ['✓ 人工确认', '✓ confirmed by a person'],
  note: [
    '匹配由计算得出（推断），不等于上级要求已经落实；点开格子看两边原文和理由。',
    'Matches are computed (inferred) and do not say that the demand is met; open a cell for both texts and the reasons.',
  ],
} as const satisfies Record<string, Words>

const TONES = ['strong', 'measure', 'topic', 'gap'] as const
const SIGNS = [
  VERDICT_SIGNS.STRICTER,
  VERDICT_SIGNS.EQUAL,
  VERDICT_SIGNS.LOOSER,
  VERDICT_SIGNS.HIGHER,
  VERDICT_SIGNS.LOWER,
  DEADLINE_SIGNS.EARLIER,
  DEADLINE_SIGNS.LATER,
]

export function Legend() {
  const words = useWords(WORDS)
  const { language } = usePreferences()
  const index = language === 'zh' ? 0 : 1
  return (
    <section className={styles.legend} aria-label={words.legend}>
      <ul>
        {TONES.map((tone) => (
          <li key={tone}>
            <span className={styles.swatch} data-tone={tone} aria-hidden="true" />
            {words[tone]}
          </li>
        ))}
        <li>
          {words.signs}
          {SIGNS.map(({ sign, words: names }) => `${sign}${names[index]}`).join(' ')}
        </li>
        <li>{words.confirmed}</li>
      </ul>
      <p>{words.note}</p>
    </section>
  )
}
