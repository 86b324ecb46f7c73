import { fill, useWords, type Words } from '../../core/words.ts'
import type { Hit } from './searchQuery.ts'
import styles from './WhyTable.module.css'

const WORDS = {
  caption: ['这一条为什么排在这里', 'Why this clause stands here'],
  by: ['排序依据', 'Ranked by'],
  rank: ['名次', 'Rank'],
  score: ['得分', 'Score'],
  SEMANTIC: ['含义相近（向量余弦）', 'Meaning (cosine of vectors)'],
  KEYWORD: ['字词相同（BM25）', 'Words (BM25)'],
  HYBRID: ['综合得分', 'Fused score'],
  absent: ['不在其中', 'not in it'],
  place: ['第 {rank}', '{rank}'],
  note: [
    '综合得分由两份名单各自归一后加权相加，只在这一次检索里可比。',
    'The fused score adds both lists, each scaled to this search; it compares within one search only.',
  ],
} as const satisfies Record<string, Words>

const LISTS = ['SEMANTIC', 'KEYWORD'] as const

/** Rank and score of a hit in each of the lists that were fused. */
export function WhyTable({ hit }: { readonly hit: Hit }) {
  const words = useWords(WORDS)
  return (
    <div className={styles.why}>
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.by}</th>
            <th scope="col">{words.rank}</th>
            <th scope="col">{words.score}</th>
          </tr>
        </thead>
        <tbody>
          {LISTS.map((list) => {
            const found = hit.explanation.find(({ by }) => by === list)
            return (
              <tr key={list}>
                <th scope="row">{words[list]}</th>
                <td>{found === undefined ? words.absent : fill(words.place, { rank: found.rank })}</td>
                <td>{found === undefined ? '—' : found.score.toFixed(3)}</td>
              </tr>
            )
          })}
          <tr>
            <th scope="row">{words.HYBRID}</th>
            <td />
            <td>{hit.score.toFixed(3)}</td>
          </tr>
        </tbody>
      </table>
      <p>{words.note}</p>
    </div>
  )
}
