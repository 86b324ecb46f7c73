import { useWords, type Words } from '../../core/words.ts'
import { edgeLook, NODE_LOOKS } from './appearance.ts'
import type { NodeKind } from './graphData.ts'
import styles from './Legend.module.css'
import { KIND_NAMES } from './names.ts'
import { shapeOutline } from './svgPicture.ts'

const WORDS = {
  legend: ['图例', 'Legend'],
  implements: ['文件贯彻落实', 'Document implements'],
  corresponds: ['条款对应（推断）', 'Clauses correspond (inferred)'],
  reviewed: ['条款对应（已核实）', 'Clauses correspond (reviewed)'],
  lead: ['牵头', 'Leads'],
  support: ['配合', 'Supports'],
  cites: ['引用', 'Cites'],
  note: [
    '实线为原文写明，虚线为推断；线越粗，合并的条数越多。',
    'Solid: printed. Dashed: inferred. The thicker, the more are bundled.',
  ],
} as const satisfies Record<string, Words>

const NO_ROLE = { role: null, relation: null, members: [''] } as const
const LINES = [
  ['implements', edgeLook({ ...NO_ROLE, kind: 'CITATION', relation: 'IMPLEMENTS', basis: 'EXPLICIT' })],
  ['corresponds', edgeLook({ ...NO_ROLE, kind: 'CORRESPONDENCE', basis: 'INFERRED' })],
  ['reviewed', edgeLook({ ...NO_ROLE, kind: 'CORRESPONDENCE', basis: 'REVIEWED' })],
  ['cites', edgeLook({ ...NO_ROLE, kind: 'CITATION', relation: 'CITES', basis: 'EXPLICIT' })],
  ['lead', edgeLook({ ...NO_ROLE, kind: 'RESPONSIBILITY', role: 'LEAD', basis: 'EXPLICIT' })],
  ['support', edgeLook({ ...NO_ROLE, kind: 'RESPONSIBILITY', role: 'SUPPORT', basis: 'EXPLICIT' })],
] as const

/** What shapes and lines mean. */
export function Legend({ kinds }: { readonly kinds: readonly NodeKind[] }) {
  const words = useWords(WORDS)
  const names = useWords(KIND_NAMES)
  return (
    <section className={styles.legend} aria-label={words.legend}>
      <ul>
        {kinds.map((kind) => {
          const { shape, fill, border } = NODE_LOOKS[kind]
          return (
            <li key={kind}>
              <svg width="18" height="18" aria-hidden="true">
                <path
                  d={shapeOutline(shape, { x: 9, y: 9 }, 6.5)}
                  style={{ fill: `var(--${fill})`, stroke: `var(--${border})` }}
                  strokeWidth="1.5"
                />
              </svg>
              {names[kind]}
            </li>
          )
        })}
        {LINES.map(([name, look]) => (
          <li key={name}>
            <svg width="30" height="12" aria-hidden="true" style={{ color: `var(--${look.color})` }}>
              <path
                d={look.arrow ? 'M1 6H23' : 'M1 6H29'}
                stroke="currentColor"
                strokeWidth={look.width}
                strokeDasharray={look.dashed ? '6 4' : undefined}
              />
              {look.arrow ? <path d="M29 6L21 2.5V9.5Z" fill="currentColor" /> : null}
            </svg>
            {words[name]}
          </li>
        ))}
      </ul>
      <p>{words.note}</p>
    </section>
  )
}
